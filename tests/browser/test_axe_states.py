"""axe-core on pages as people leave them: things ticked, opened, refused, found; each in light, dark and narrow."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import COLORS, violations
from tests.browser.person import (
    REV_B,
    REV_C,
    button,
    choose,
    drop,
    field_of,
    item,
    not_applicable,
    note,
    opened,
    preview,
    said,
    saving,
    settled,
    unfold,
    visit,
)
from tests.browser.test_parts import BLOCKED, DENIED, name_part
from tests.browser.test_sharing import MARK, PREFILLED

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


def lists_filled_in(page: Page) -> None:
    """Items locked, not applicable with a reason and still moving, details open, none but the open ones shown."""
    visit(page, "/pilot-lock/")
    unfold(page)
    item(page, "Alloy and temper").check()
    not_applicable(page, "Finish and masking").check()
    note(page, "Finish and masking").fill("bare metal")
    button(page, "Show open only").click()


def rows_and_a_wrong_number(page: Page) -> None:
    """Rows added, and a number that is none."""
    visit(page, "/rfq/")
    unfold(page)
    button(field_of(page, "quantity-breaks"), "Add row").click()
    field_of(page, "pilot-qty").fill("a few")
    expect(page.get_by_text("This is not a whole number.").filter(visible=True)).to_have_count(1)


def a_record_looked_at(page: Page) -> None:
    """The dialog before a record is opened."""
    visit(page, "/rfq/")
    choose(page, REV_C)
    expect(preview(page)).to_be_visible()


def a_record_refused(page: Page) -> None:
    """The sentence about a file that is none of ours."""
    visit(page, "/rfq/")
    choose(page, b"[]")
    expect(said(page)).to_contain_text("a record that this guide saved was expected")


def a_record_held(page: Page) -> None:
    """A summary with blockers, contradictions and questions."""
    visit(page, "/rfq/")
    opened(page, REV_B)


def a_record_ready_and_changed_since(page: Page) -> None:
    """A summary that is ready, with builds and what changed since."""
    visit(page, "/rfq/")
    opened(page, REV_C)
    field_of(page, "revision").evaluate("each => each.closest('details').open = true")
    field_of(page, "revision").fill("D")
    settled(page)


def a_build_kept(page: Page) -> None:
    """The form that asks what a build is called."""
    visit(page, "/rfq/")
    item(page, "Prototype history").check()
    button(page, "Keep this build").click()


def a_link_to_copy(page: Page) -> None:
    """The share link in a box of its own."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    visit(page, "/rfq/")
    button(page, "Copy share link").click()
    expect(page.get_by_label("Share link", exact=True)).to_be_visible()


def a_prefilled_link(page: Page) -> None:
    """Marks on what a link filled in."""
    visit(page, PREFILLED)
    unfold(page)
    expect(page.get_by_text(MARK)).to_have_count(3)


def a_part_named(page: Page) -> None:
    """The form for a part's name."""
    visit(page, "/rfq/")
    button(page, "Rename part").click()


def a_part_deleted(page: Page) -> None:
    """The offer to undo."""
    visit(page, "/pilot-lock/")
    item(page, "Alloy and temper").check()
    name_part(page, "Bracket")
    button(page, "Delete part").click()
    expect(button(page, "Undo")).to_be_visible()


def storage_blocked(page: Page) -> None:
    """The sentence about it."""
    page.add_init_script(DENIED)
    visit(page, "/pilot-lock/")
    expect(saving(page)).to_have_text(BLOCKED)


def a_stage_found(page: Page) -> None:
    """Levels picked, and the stage with the columns that hold it back."""
    page.goto("/assess/")
    for group, stage in zip(page.get_by_role("radiogroup").all(), ("pilot-run", "repeat-production"), strict=False):
        group.locator(f"input[value={stage}]").check()
    expect(page.get_by_role("region", name="Your stage")).to_be_visible()


def the_desk_with_a_record(page: Page) -> None:
    """Questions to keep, reword or strike, and what changed between two records."""
    page.goto("/review/")
    expect(button(page, "Open a record")).to_be_visible()
    choose(page, REV_B)
    expect(button(page, "Copy questions")).to_be_visible()
    drop(page, "record.json", REV_C.read_bytes())
    expect(page.get_by_role("heading", name="What changed", exact=True)).to_be_visible()


def search_with_results(page: Page) -> None:
    """The search's dialog."""
    page.goto("/", wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("finish and masking")
    expect(page.get_by_role("dialog", name="Search").get_by_role("link").first).to_be_visible()


def words_marked(page: Page) -> None:
    """A page reached from the search, with what was searched for marked."""
    page.goto("/pilot-lock/?h=alloy+temper")
    expect(page.locator("mark").first).to_be_visible()


def a_wrong_address(page: Page) -> None:
    """The page for it."""
    page.goto("/no/such/page")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^There is no page"))


STATES = (
    lists_filled_in,
    rows_and_a_wrong_number,
    a_record_looked_at,
    a_record_refused,
    a_record_held,
    a_record_ready_and_changed_since,
    a_build_kept,
    a_link_to_copy,
    a_prefilled_link,
    a_part_named,
    a_part_deleted,
    storage_blocked,
    a_stage_found,
    the_desk_with_a_record,
    search_with_results,
    words_marked,
    a_wrong_address,
)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_state_breaks_a_rule(page: Page, state: Callable[[Page], None]) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    state(page)
    found = violations(page)
    # As the theme's own button does, which the dialogs cover.
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    found += [f"dark: {each}" for each in violations(page, COLORS)]
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    found += [f"narrow: {each}" for each in violations(page)]
    assert not found

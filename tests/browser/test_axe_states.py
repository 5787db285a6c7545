"""axe-core on pages as people leave them: things ticked, opened, refused, found; each in light, dark and narrow."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import COLORS, violations
from tests.browser.person import (
    FRAME,
    NO_CLIPBOARD,
    REV_B,
    REV_C,
    button,
    choose,
    downloaded,
    drop,
    field_of,
    file_line,
    files,
    item,
    not_applicable,
    note,
    opened,
    preview,
    questions,
    said,
    saving,
    settled,
    summary,
    unfold,
    visit,
)
from tests.browser.test_calculators import COATING, FINISHES, calculator, question, result, type_over
from tests.browser.test_package import PACKAGE
from tests.browser.test_parts import BLOCKED, DENIED, name_part
from tests.browser.test_returned_review import box, dialog, made_at_the_desk, take
from tests.browser.test_review import said as said_at_the_desk
from tests.browser.test_review import to_ask, wordings
from tests.browser.test_sharing import MARK, PREFILLED
from tests.project import ROOT

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
MODELS = ROOT / "tests" / "golden" / "files"
MODEL, SECOND = MODELS / "ap242-mm.stp", MODELS / "ap214-inch.stp"


def a_list_searched_filled_in_and_not_kept(page: Page) -> None:
    """Words marked, items locked, not applicable with a reason and still moving, details open; the storage blocked."""
    page.add_init_script(DENIED)
    visit(page, "/pilot-lock/?h=alloy+temper")
    unfold(page)
    expect(page.locator("mark").first).to_be_visible()
    item(page, "Material grade and temper").check()
    not_applicable(page, "Critical dimensions").check()
    note(page, "Critical dimensions").fill("none, general tolerances are sufficient")
    expect(saving(page)).to_have_text(BLOCKED)
    expect(page.locator("mark").filter(visible=True)).not_to_have_count(0)


def a_link_filled_in_rows_and_a_wrong_number(page: Page) -> None:
    """Marks on what a link filled in, rows added, and a number that is none."""
    visit(page, PREFILLED)
    unfold(page)
    button(field_of(page, "quantity-breaks"), "Add row").click()
    field_of(page, "pilot-qty").fill("a few")
    expect(page.get_by_text("This is not a whole number of 1 or more.").filter(visible=True)).to_have_count(1)
    expect(page.get_by_text(MARK)).to_have_count(2)


def a_record_held_and_another_refused(page: Page) -> None:
    """A summary with blockers, contradictions and questions, and the sentence about a file that is none of ours."""
    visit(page, "/rfq/")
    opened(page, REV_B)
    choose(page, b"[]")
    expect(said(page)).to_contain_text("a record that this guide saved was expected")


def a_record_ready_and_changed_since_its_build(page: Page) -> None:
    """A summary that is ready, with builds, the sentence that one is kept, and what changed since."""
    visit(page, "/rfq/")
    opened(page, REV_C)
    button(page, "Keep this build").click()
    field_of(page, "revision").fill("D")
    settled(page)
    summary(page).get_by_text("Details that changed", exact=True).click()
    expect(summary(page).get_by_role("row", name="Revision C D", exact=True)).to_be_visible()
    expect(summary(page)).to_contain_text("is kept.")


def a_part_deleted_the_next_named_and_a_link_to_copy(page: Page) -> None:
    """The offer to undo, the form for a name, and the share link in a box of its own with its QR code."""
    page.add_init_script(NO_CLIPBOARD)
    visit(page, "/rfq/")
    item(page, "Prototype history").check()
    name_part(page, "Bracket")
    button(page, "Delete part").click()
    button(page, "Copy share link").click()
    expect(page.get_by_label("Share link", exact=True)).to_be_visible()
    expect(page.get_by_role("img", name="QR code of the share link", exact=True)).to_be_visible()
    button(page, "Rename part").click()
    expect(button(page, "Save name")).to_be_visible()
    expect(button(page, "Undo")).to_be_visible()


def files_of_every_kind_and_their_checks(page: Page) -> None:
    """A file here, some that are not, one of a name that is listed, the offer to undo, and all that the checks say."""
    visit(page, "/rfq/")
    opened(page, REV_C)
    drop(page, "TVR-10427_B.stp", SECOND.read_bytes())
    expect(files(page).locator(".rfq-files__differs > li").first).to_be_visible()
    expect(questions(page).first).to_be_visible()
    expect(file_line(page, "TVR-10427_C.pdf")).to_have_attribute("data-state", "absent")
    for content in (b"as drawn", b"revised"):
        drop(page, "notes.txt", content)
        expect(file_line(page, "notes.txt")).to_be_visible()
    expect(button(page, "Replace: notes.txt")).to_be_visible()
    drop(page, "order.txt", b"for the shop")
    button(page, "Remove order.txt").click()
    expect(button(files(page), "Undo")).to_be_visible()
    for kind in ("agrees", "untold"):
        fold = files(page).locator(f".rfq-files__{kind}")
        fold.locator("summary").click()
        expect(fold.get_by_role("listitem").first).to_be_visible()


def a_record_looked_at(page: Page) -> None:
    """The dialog before a record that is new here is opened, with its title block."""
    visit(page, "/rfq/")
    choose(page, REV_C)
    expect(preview(page).locator(".open__block dt").first).to_be_visible()


def a_package_looked_at(page: Page) -> None:
    """The dialog before a record is opened, with where it differs and what the manifest of its package says."""
    visit(page, "/rfq/")
    opened(page, REV_C)
    drop(page, "TVR-10427_C.stp", MODEL.read_bytes())
    expect(file_line(page, "TVR-10427_C.stp").locator("code")).to_have_attribute("title", re.compile("^[0-9a-f]{64}$"))
    settled(page)
    name, content = downloaded(page, PACKAGE)
    field_of(page, "revision").fill("D")
    drop(page, name, content)
    expect(preview(page)).to_contain_text("files of the package agree with its manifest.")
    expect(preview(page).get_by_role("row", name="Revision D C", exact=True)).to_be_visible()


def a_review_looked_at(page: Page) -> None:
    """The dialog before a review is taken."""
    content = made_at_the_desk(page)
    visit(page, "/rfq/")
    opened(page, REV_B)
    drop(page, "review.json", content)
    expect(dialog(page)).to_be_visible()


def a_review_taken(page: Page) -> None:
    """The desk's questions in a box, all unfolded, and again beside the items that they are about; one is answered."""
    content = made_at_the_desk(page)
    visit(page, "/rfq/")
    opened(page, REV_B)
    take(page, content)
    settled(page)
    visit(page, "/pilot-lock/")
    page.get_by_role("checkbox", name=re.compile("^Answered: ")).filter(visible=True).first.check()
    box(page).get_by_text("All questions in the review", exact=True).click()
    expect(box(page).locator(".received-review__all > li").first).to_be_visible()


def a_stage_found(page: Page) -> None:
    """Levels picked, and the stage with the columns that hold it back."""
    page.goto("/assess/")
    for group, stage in zip(page.get_by_role("radiogroup").all(), ("pilot-run", "repeat-production"), strict=False):
        group.locator(f"input[value={stage}]").check()
    expect(page.get_by_role("region", name="Your stage")).to_be_visible()


def the_desk_with_questions_to_copy(page: Page) -> None:
    """A question reworded and one struck beside what changed, and the text in a box of its own."""
    page.add_init_script(NO_CLIPBOARD)
    page.goto("/review/")
    expect(button(page, "Open a record")).to_be_visible()
    choose(page, REV_C)
    expect(said_at_the_desk(page)).to_contain_text("Rev C is open.")
    choose(page, REV_B)
    expect(page.get_by_role("heading", name="What changed", exact=True)).to_be_visible()
    wordings(page).first.fill("Our wording?")
    to_ask(page).get_by_role("checkbox").nth(1).uncheck()
    button(page, "Copy questions").click()
    expect(page.get_by_role("textbox", name="Questions to copy", exact=True)).to_be_visible()


def a_calculator_that_asks(page: Page) -> None:
    """The question before a result goes into a part."""
    page.goto(FINISHES)
    coating = calculator(page, COATING)
    button(coating, "Add to your part").click()
    expect(question(coating)).to_be_visible()


def a_calculator_told_wrong(page: Page) -> None:
    """An entry that is no number."""
    page.goto(FINISHES)
    coating = calculator(page, COATING)
    type_over(page, coating, "Share that builds up", "half")
    expect(result(coating)).to_contain_text("is not a number")


STATES = (
    a_list_searched_filled_in_and_not_kept,
    a_link_filled_in_rows_and_a_wrong_number,
    a_record_held_and_another_refused,
    a_record_ready_and_changed_since_its_build,
    a_part_deleted_the_next_named_and_a_link_to_copy,
    files_of_every_kind_and_their_checks,
    a_record_looked_at,
    a_package_looked_at,
    a_review_looked_at,
    a_review_taken,
    a_stage_found,
    the_desk_with_questions_to_copy,
    a_calculator_that_asks,
    a_calculator_told_wrong,
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
    # The sheet folds to a bar with the frame after.
    page.evaluate(FRAME)
    found += [f"narrow: {each}" for each in violations(page)]
    assert not found

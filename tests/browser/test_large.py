"""A guide far larger than ours: a checklist of 500 items and 200 more pages that show data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bench.sites import filled
from tests.browser.person import (
    counts,
    downloaded,
    item,
    not_applicable,
    note,
    progress,
    questions,
    settled,
    verdict,
    visit,
)
from tests.project import brand, built, copy
from tests.serving import serving
from tests.tally import Tally

ITEMS, PAGES = 500, 200
CALLS = ('matrix("transition")', 'stage_path("pilot-run")', "faq()", "glossary()", 'checklist("pilot-lock")')
LAST = f"Item {ITEMS} of many"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with that much in it."""
    folder = filled(copy(tmp_path_factory.mktemp("large") / "copy"), ITEMS)
    pages = folder / "docs" / "parts"
    pages.mkdir()
    for number in range(PAGES):
        call = CALLS[number % len(CALLS)]
        (pages / f"part-{number}.md").write_text(f"# Part {number}\n\n{{{{ {call} }}}}\n", "utf-8")
    brand(folder, {"not_in_nav": "/parts/\nlicenses.md\n"})
    return folder


@pytest.fixture(scope="module")
def origin(large: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(large / "site") as origin:
        built(large, origin)
        yield origin


def test_500_items_and_200_pages_of_data_are_built_ticked_and_summed_up(
    page: Page, large: Path, origin: str, survived: Tally
) -> None:
    site = large / "site"
    assert len(list(site.glob("parts/*/index.html"))) == PAGES
    visit(page, f"{origin}rfq/")
    expect(progress(page, "RFQ checklist")).to_have_text(f"0 of {ITEMS} ready, {ITEMS} open")
    item(page, LAST).check()
    note(page, LAST).fill("As drawn.")
    item(page, "Item 250 of many").check()
    expect(progress(page, "RFQ checklist")).to_have_text(f"2 of {ITEMS} ready, {ITEMS - 2} open")
    expect(counts(page).nth(1)).to_have_text(f"RFQ checklist: 2 of {ITEMS} ready, {ITEMS - 2} open")
    expect(verdict(page)).not_to_be_empty()
    expect(questions(page).first).to_be_visible()
    settled(page)
    page.reload()
    expect(item(page, LAST)).to_be_checked()
    expect(note(page, LAST)).to_have_value("As drawn.")
    _, sheet = downloaded(page, "Download check sheet")
    said = sheet.decode().splitlines()
    assert sum(each.startswith("- [x] **Item ") for each in said) == 2
    assert sum(each.startswith("- [ ] **Item ") for each in said) == ITEMS - 5 - 2
    at = said.index(f"- [x] **{LAST}:** Ready")
    assert said[at + 1] == "    - Note: As drawn."
    for number in (0, PAGES - 1):
        page.goto(f"{origin}parts/part-{number}/")
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"Part {number}")
    survived("items and pages of a large guide", ITEMS + PAGES)


def test_an_item_far_down_a_long_list_is_shown_to_whoever_follows_its_link(
    page: Page, origin: str, browser: Browser
) -> None:
    page.goto(f"{origin}rfq/#item-450")
    expect(item(page, "Item 450 of many")).to_be_in_viewport()
    page.goto(f"{origin}review/")
    link = page.get_by_role("link", name="Item 77 of many", exact=True)
    link.scroll_into_view_if_needed()
    link.click()
    expect(item(page, "Item 77 of many")).to_be_in_viewport()
    context = browser.new_context(java_script_enabled=False)
    without = context.new_page()
    without.goto(f"{origin}rfq/#item-333")
    expect(item(without, "Item 333 of many")).to_be_in_viewport()
    context.close()


def test_the_keyboard_and_paper_go_through_a_long_list_as_through_a_short_one(page: Page, origin: str) -> None:
    visit(page, f"{origin}rfq/")
    before, after = "Item 450 of many", "Item 451 of many"
    within = page.get_by_role("region", name=after, exact=True)
    note(page, before).focus()
    for stop in (
        item(page, before),
        not_applicable(page, before),
        within.locator("summary", has_text="Why"),
        within.locator("summary", has_text="Note"),
        note(page, after),
        item(page, after),
    ):
        page.keyboard.press("Tab")
        expect(stop).to_be_focused()
        expect(stop).to_be_in_viewport()
    page.emulate_media(media="print")
    sheets = page.locator(".item-group").evaluate_all(
        "(all) => all.map((each) => getComputedStyle(each).contentVisibility)"
    )
    assert sheets == ["visible"] * (ITEMS // 50)

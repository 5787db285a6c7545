"""What a page loads when: the top of a page is ready without the rest, and nothing entered early is lost."""

from pathlib import Path

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.person import (
    REV_C,
    drop,
    item,
    look_at,
    opened,
    preview,
    settled,
    summary,
    visit,
)

LATER = "guide-summary.js"


def asked_for(page: Page) -> list[str]:
    """The names of the scripts that the page asks for, as it goes on."""
    names: list[str] = []
    page.on("request", lambda request: names.append(Path(request.url).name))
    return names


def test_a_look_at_the_top_of_a_page_does_not_load_the_summary(page: Page) -> None:
    names = asked_for(page)
    look_at(page, "/rfq/")
    page.wait_for_load_state("networkidle")
    assert "guide.js" in names
    assert LATER not in names


def test_the_summary_is_there_when_a_reader_comes_to_it(page: Page) -> None:
    look_at(page, "/rfq/")
    summary(page).scroll_into_view_if_needed()
    expect(summary(page).get_by_role("status").first).to_have_text("Nothing is entered yet")


def test_the_summary_of_a_part_is_there_without_coming_near(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    settled(page)
    look_at(page, "/rfq/")
    expect(summary(page).get_by_role("status").first).to_have_text("Ready for the pilot RFQ")
    assert page.evaluate("scrollY") == 0


def test_a_record_dropped_at_the_top_of_a_page_is_opened(page: Page) -> None:
    names = asked_for(page)
    look_at(page, "/rfq/")
    assert LATER not in names
    drop(page, "record.json", REV_C.read_bytes())
    expect(preview(page)).to_be_visible()


def test_a_summary_that_cannot_be_loaded_says_so_and_comes_with_the_next_change(page: Page) -> None:
    page.route(f"**/{LATER}", lambda route: route.abort())
    look_at(page, "/rfq/")
    item(page, "CAD and released drawing").check()
    expect(page.get_by_text("A part of this page could not be loaded.")).to_be_visible()
    settled(page)
    page.unroute(f"**/{LATER}")
    item(page, "Prototype history").check()
    expect(summary(page)).to_contain_text("RFQ checklist: 2 of 5 ready")
    expect(page.get_by_text("A part of this page could not be loaded.")).to_be_hidden()


def test_what_is_entered_before_a_page_comes_to_life_is_kept(page: Page) -> None:
    held: list[Route] = []
    page.route("**/guide.js", lambda route: held.append(route))
    page.goto("/rfq/", wait_until="commit")
    item(page, "CAD and released drawing").check()
    note(page).fill("Both are at B.")
    held[0].continue_()
    page.unroute("**/guide.js")
    settled(page)
    look_at(page, "/rfq/")
    expect(item(page, "CAD and released drawing")).to_be_checked()
    expect(note(page)).to_have_value("Both are at B.")


def test_a_note_that_is_kept_is_not_lost_to_one_entered_before_it_shows(page: Page) -> None:
    look_at(page, "/rfq/")
    note(page).fill("The one that was kept.")
    settled(page)
    held: list[Route] = []
    page.route("**/guide.js", lambda route: held.append(route))
    page.goto("/rfq/", wait_until="commit")
    note(page).fill("A hasty one.")
    note(page).blur()
    item(page, "CAD and released drawing").check()
    held[0].continue_()
    page.unroute("**/guide.js")
    settled(page)
    expect(note(page)).to_have_value("The one that was kept.")
    expect(item(page, "CAD and released drawing")).to_be_checked()


def note(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Note: CAD and released drawing", exact=True)

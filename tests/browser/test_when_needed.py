"""What a page loads when: the top of a page is ready without the rest, and nothing entered early is lost."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.person import (
    FRAME,
    REV_C,
    drop,
    field_of,
    item,
    look_at,
    opened,
    preview,
    settled,
    sheet,
    summary,
    verdict,
    visit,
)
from tests.project import address_of, source_name

LATER = "guide-summary.js"


class Early(Protocol):
    """What is done within it comes before the script of a page."""

    def __call__(self, address: str = "/rfq/") -> AbstractContextManager[None]: ...


def held_back(page: Page, file: str) -> list[Route]:
    """What a page asks for of a file, in a list that fills as it goes on: none of it comes before it is let go."""
    held: list[Route] = []
    page.route(address_of(file), lambda route: held.append(route))
    return held


def let_go(page: Page, held: list[Route]) -> None:
    """Let what a page asked for come; that it did is heard of here a little later."""
    for _ in range(600):
        if held:
            break
        page.evaluate(FRAME)
    held[0].continue_()


def asked_for(page: Page) -> list[str]:
    """The names of the scripts that the page asks for, as it goes on."""
    names: list[str] = []
    page.on("request", lambda request: names.append(source_name(request.url)))
    return names


def test_the_summary_is_there_when_a_reader_comes_to_it_and_not_loaded_before(page: Page) -> None:
    names = asked_for(page)
    look_at(page, "/rfq/")
    page.wait_for_load_state("networkidle")
    assert "guide.js" in names
    assert LATER not in names
    summary(page).scroll_into_view_if_needed()
    summary(page).get_by_text("Check sheet: verdict, locks and questions", exact=True).click()
    expect(verdict(page)).to_be_visible()
    expect(verdict(page)).to_have_text("Nothing is entered yet")


def test_the_summary_of_a_part_is_there_without_coming_near(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    settled(page)
    look_at(page, "/rfq/")
    expect(verdict(page)).to_have_text("Ready for the pilot RFQ")
    expect(sheet(page).locator(".part-sheet__outcome")).to_have_text("Ready for the pilot RFQ")
    assert page.evaluate("scrollY") == 0


def test_a_record_dropped_at_the_top_of_a_page_is_opened(page: Page) -> None:
    names = asked_for(page)
    look_at(page, "/rfq/")
    assert LATER not in names
    drop(page, "record.json", REV_C.read_bytes())
    expect(preview(page)).to_be_visible()


def test_a_summary_that_cannot_be_loaded_says_so_and_comes_with_the_next_change(page: Page) -> None:
    page.route(address_of(LATER), lambda route: route.abort())
    look_at(page, "/rfq/")
    item(page, "CAD and released drawing").check()
    expect(page.get_by_text("A part of this page could not be loaded.")).to_be_visible()
    settled(page)
    page.unroute(address_of(LATER))
    item(page, "Prototype history").check()
    expect(summary(page)).to_contain_text("RFQ checklist: 2 of 5 ready")
    expect(page.get_by_text("A part of this page could not be loaded.")).to_be_hidden()


def test_a_record_dropped_while_the_summary_is_on_its_way_is_opened_then(page: Page) -> None:
    held = held_back(page, LATER)
    look_at(page, "/rfq/")
    with page.expect_request(address_of(LATER)):
        item(page, "Prototype history").check()
    settled(page)
    drop(page, "record.json", REV_C.read_bytes())
    expect(page.get_by_role("region", name="Files", exact=True)).to_be_visible()
    page.evaluate(FRAME)
    held[0].continue_()
    expect(preview(page)).to_be_visible()


def test_a_list_asks_for_the_rules_with_the_first_sign_of_an_entry(page: Page) -> None:
    names = asked_for(page)
    look_at(page, "/pilot-lock/")
    page.wait_for_load_state("networkidle")
    assert LATER not in names
    first = page.get_by_role("region", name="CAD and drawing", exact=True)
    expect(first).to_have_attribute("data-item", "cad-and-drawing")
    expect(first).not_to_contain_text("not asked for")
    answer = page.get_by_role("button", name="Answer: Material grade and temper", exact=True)
    with page.expect_request(address_of(LATER)):
        answer.focus()
    expect(first).to_contain_text("One more detail, not asked for")
    expect(first).to_contain_text("Details that do not apply: 4")
    expect(answer).to_be_focused()


@contextmanager
def slow_rules(page: Page, address: str) -> Iterator[None]:
    """A list whose rules come after what is done within, by a need that arises there."""
    held = held_back(page, LATER)
    look_at(page, address)
    yield
    let_go(page, held)
    expect(page.locator("rfq-checklist")).to_have_attribute("data-arranged", "")
    page.evaluate(FRAME)


@pytest.mark.parametrize("top", [40, 680])
def test_what_has_the_focus_stays_where_it_is_when_what_stands_above_it_grows(page: Page, top: int) -> None:
    box = item(page, "CAD and drawing")
    with slow_rules(page, "/pilot-lock/"):
        box.evaluate("(box, top) => { box.focus(); scrollBy(0, box.getBoundingClientRect().top - top); }", top)
    expect(page.get_by_text("Details that do not apply: 4")).to_be_attached()
    expect(box).to_be_focused()
    place = box.bounding_box()
    assert place
    assert abs(place["y"] - top) <= 1


def test_a_focus_that_was_scrolled_away_from_does_not_bring_the_page_back(page: Page) -> None:
    name = page.get_by_role("textbox", name="Part number")
    with slow_rules(page, "/pilot-lock/"):
        name.focus()
        page.evaluate("scrollTo({ top: document.body.scrollHeight })")
    expect(name).to_be_focused()
    expect(name).not_to_be_in_viewport()


def test_an_address_takes_nobody_away_from_what_they_type(page: Page) -> None:
    name = page.get_by_role("textbox", name="Part number")
    with slow_rules(page, "/pilot-lock/"):
        page.evaluate("location.hash = '#field-revision'")
        name.press_sequentially("TVR")
    expect(name).to_be_focused()


def test_an_address_leads_to_a_folded_detail_once_the_rules_are_there(page: Page) -> None:
    alloy = page.locator("#field-alloy")
    with slow_rules(page, "/pilot-lock/"):
        page.evaluate("location.hash = '#field-alloy'")
        expect(alloy).to_be_hidden()
    expect(alloy).to_be_focused()
    expect(alloy).to_be_in_viewport()


def test_what_is_set_aside_before_the_rules_come_stays_set_aside(page: Page) -> None:
    box = page.get_by_role("checkbox", name="Not applicable: Critical dimension list", exact=True)
    with late_rules(page, "/readiness/"):
        box.check()
    expect(box).to_be_checked()
    settled(page)
    look_at(page, "/readiness/")
    expect(page.locator("rfq-checklist")).to_have_attribute("data-arranged", "")
    expect(box).to_be_checked()


def test_a_reason_that_is_asked_for_late_takes_nobody_away_from_what_they_type(page: Page) -> None:
    name = page.get_by_role("textbox", name="Part name", exact=True)
    with late_rules(page, "/readiness/"):
        page.get_by_role("checkbox", name="Not applicable: Critical dimension list", exact=True).check()
        name.focus()
    expect(page.get_by_role("textbox", name="Reason: Critical dimension list", exact=True)).to_be_visible()
    expect(name).to_be_focused()


def test_the_rules_come_though_the_theme_takes_the_place_of_their_style_sheet_meanwhile(page: Page) -> None:
    page.route(address_of("theme-first-summary.css"), lambda _: None)  # it never comes
    look_at(page, "/pilot-lock/")
    with page.expect_request(address_of("theme-first-summary.css")):
        page.get_by_role("button", name="Answer: Material grade and temper", exact=True).focus()
    page.get_by_role("textbox", name="Search").focus()
    expect(page.locator("link[href*=theme-first]")).to_have_count(0)
    expect(page.locator("rfq-checklist")).to_have_attribute("data-arranged", "")


def test_a_list_of_answers_to_be_checked_asks_for_the_rules_by_itself(page: Page) -> None:
    names = asked_for(page)
    look_at(page, "/readiness/")
    expect(page.get_by_role("heading", name="details are missing")).to_be_visible()
    assert LATER in names


@contextmanager
def late_rules(page: Page, address: str) -> Iterator[None]:
    """A page that could not load the rules of its list; they come with a change, after what is done within."""
    page.route(address_of(LATER), lambda route: route.abort())
    page.goto(address)
    expect(page.get_by_text("A part of this page could not be loaded.")).to_be_visible()
    held = held_back(page, LATER)
    yield
    let_go(page, held)
    page.unroute(address_of(LATER))
    expect(page.locator("rfq-checklist")).to_have_attribute("data-arranged", "")


def test_a_row_typed_into_before_its_table_comes_to_life_is_kept(page: Page) -> None:
    table = page.locator("[data-field=critical-dims]")
    first, second = table.locator("tbody input").nth(0), table.locator("tbody input").nth(1)
    with late_rules(page, "/readiness/"):
        first.press_sequentially("CD-1")
        with page.expect_request(address_of(LATER)):
            item(page, "Prototype history").check()
        second.focus()
    expect(table.get_by_role("button", name="Add row")).to_be_visible()
    expect(first).to_have_value("CD-1")
    expect(second).to_be_focused()
    settled(page)
    visit(page, "/rfq/")
    expect(field_of(page, "critical-dims").locator("tbody input").first).to_have_value("CD-1")


def test_a_detail_that_is_typed_in_stays_a_control_when_the_rules_come(page: Page) -> None:
    name = page.get_by_role("textbox", name="Part name", exact=True)
    with late_rules(page, "/readiness/"):
        name.press_sequentially("Brack")
    expect(name).to_be_focused()
    page.keyboard.type("et")
    expect(name).to_have_value("Bracket")


@pytest.fixture
def early(page: Page) -> Early:
    """Opens a page, and lets its script run only after what is done within."""

    @contextmanager
    def arriving(address: str = "/rfq/") -> Iterator[None]:
        held = held_back(page, "guide.js")
        with page.expect_request(address_of("guide.js")):
            page.goto(address, wait_until="commit")
        yield
        held[0].continue_()
        page.unroute(address_of("guide.js"))
        expect(page.locator("rfq-assess, rfq-checklist, rfq-hand-over").first).to_have_attribute("data-ready", "")

    return arriving


def test_what_is_entered_before_a_page_comes_to_life_is_kept(page: Page, early: Early) -> None:
    with early():
        item(page, "CAD and released drawing").check()
        unfold_note(page)
        note(page).fill("Both are at B.")
    settled(page)
    look_at(page, "/rfq/")
    expect(item(page, "CAD and released drawing")).to_be_checked()
    expect(note(page)).to_have_value("Both are at B.")


def test_a_note_that_is_kept_is_not_lost_to_one_entered_before_it_shows(page: Page, early: Early) -> None:
    look_at(page, "/rfq/")
    note(page).fill("The one that was kept.")
    settled(page)
    with early():
        item(page, "CAD and released drawing").check()
        unfold_note(page)
        note(page).fill("A hasty one.")
    expect(note(page)).to_have_value("The one that was kept.")
    expect(note(page)).to_be_focused()
    expect(item(page, "CAD and released drawing")).to_be_checked()


def test_details_entered_before_a_part_shows_go_where_none_are_kept(page: Page, early: Early) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    field_of(page, "revision").fill("")
    settled(page)
    with early("/pilot-lock/"):
        page.get_by_role("textbox", name="Part number", exact=True).fill("X-9")
        page.get_by_role("textbox", name="Revision", exact=True).fill("Z")
    settled(page)
    expect(page.locator("#field-part-number")).to_have_value("TVR-10427")
    expect(page.locator("#field-revision")).to_have_value("Z")


def unfold_note(page: Page) -> None:
    page.locator("[data-item=cad-and-drawing] .item__note > summary").click()


def note(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Note: CAD and released drawing", exact=True)


SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => { for (const each of list.getEntries()) window.shifted += each.value; })
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [412, 1280])
@pytest.mark.parametrize(
    ("address", "alive"),
    [
        ("/assess/", "rfq-assess[data-ready]"),
        ("/pilot-lock/", "rfq-checklist[data-ready]"),
        ("/rfq/", "rfq-files[data-ready]"),
        ("/readiness/", "rfq-checklist[data-arranged]"),
        ("/upload/", "rfq-hand-over[data-ready]"),
    ],
)
def test_nothing_jumps_when_a_page_comes_to_life(
    page: Page, early: Early, address: str, alive: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 823})
    page.add_init_script(SHIFTS)
    with early(address):
        page.evaluate(FRAME)
    expect(page.locator(alive)).to_have_count(1)
    page.evaluate(FRAME)
    assert page.evaluate("shifted") < 0.1

"""What a page loads when: the top of a page is ready without the rest, and nothing entered early is lost."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

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
    summary,
    unfold,
    visit,
)

LATER = "guide-summary.js"
Early = Callable[[], AbstractContextManager[None]]


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


def test_a_record_dropped_while_the_summary_is_on_its_way_is_opened_then(page: Page) -> None:
    held: list[Route] = []
    page.route(f"**/{LATER}", lambda route: held.append(route))
    look_at(page, "/rfq/")
    with page.expect_request(f"**/{LATER}"):
        item(page, "Prototype history").check()
    settled(page)
    drop(page, "record.json", REV_C.read_bytes())
    expect(page.get_by_role("region", name="Files", exact=True)).to_be_visible()
    page.evaluate(FRAME)
    held[0].continue_()
    expect(preview(page)).to_be_visible()


def test_a_page_that_is_left_for_one_without_a_summary_loads_none(page: Page) -> None:
    names = asked_for(page)
    look_at(page, "/rfq/")
    page.evaluate("window.__same = true")
    page.get_by_role("article").get_by_role("link", name="readiness checklist").evaluate("(link) => link.click()")
    expect(page).to_have_url(re.compile(r"/readiness/$"))
    box = page.locator("rfq-checklist[data-list=readiness][data-ready]").get_by_role("checkbox").first
    box.check()
    settled(page)
    assert page.evaluate("window.__same")
    assert LATER not in names


@pytest.fixture
def early(page: Page) -> Early:
    """Opens the RFQ page, and lets its script run only after what is done within."""

    @contextmanager
    def arriving() -> Iterator[None]:
        held: list[Route] = []
        page.route("**/guide.js", lambda route: held.append(route))
        with page.expect_request("**/guide.js"):
            page.goto("/rfq/", wait_until="commit")
        yield
        held[0].continue_()
        page.unroute("**/guide.js")
        expect(page.locator("rfq-checklist")).to_have_attribute("data-ready", "")

    return arriving


def test_what_is_entered_before_a_page_comes_to_life_is_kept(page: Page, early: Early) -> None:
    with early():
        item(page, "CAD and released drawing").check()
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
        note(page).fill("A hasty one.")
    expect(note(page)).to_have_value("The one that was kept.")
    expect(note(page)).to_be_focused()
    expect(item(page, "CAD and released drawing")).to_be_checked()


def test_details_entered_before_a_part_shows_go_where_none_are_kept(page: Page, early: Early) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    unfold(page)
    field_of(page, "surface-texture").fill("")
    settled(page)
    kept = ticked(page)
    assert kept
    with early():
        unfold(page)
        field_of(page, "surface-texture").fill("Ra 1.6 µm")
        other = page.locator("[data-field=compliance] input:not(:checked)").last
        wanted = other.input_value()
        other.check()
        page.locator("[data-field=quantity-breaks] tbody input").first.fill("7")
    settled(page)
    expect(field_of(page, "surface-texture")).to_have_value("Ra 1.6 µm")
    assert {*ticked(page)} == {*kept, wanted}
    expect(page.locator("[data-field=quantity-breaks] tbody input").first).to_have_value("50")


def ticked(page: Page) -> list[str]:
    boxes = page.locator("[data-field=compliance] input:checked").all()
    return [each.input_value() for each in boxes]


def note(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Note: CAD and released drawing", exact=True)

"""Where am I: the levels that are picked, by hand or by the link of a stage page, and the stage they give."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.person import FRAME, button, field_of, on_each_device, settled, switcher, unfold, visit

PICKED = "The levels of the stage you came from are picked where none was."
LINK = "I think I am here: check it column by column"
MARK = "From the link you opened; check it."
COLUMNS = ["typical-quantity", "material-finish-fidelity", "drawing-maturity", "inspection-depth"]


def picked(page: Page) -> dict[str, str]:
    """The level that is picked in each column."""
    found = page.locator("input[type=radio]:checked").evaluate_all("all => all.map(({ name, value }) => [name, value])")
    return dict(found)


def follow(page: Page, stage: str) -> None:
    """Go on from a stage page without a reload."""
    page.goto(f"/stages/{stage}/")
    page.evaluate("window.__stayed = true")
    page.get_by_role("link", name=LINK, exact=True).click()
    expect(switcher(page)).to_be_visible()
    assert page.evaluate("window.__stayed"), "the page was loaded anew"


@on_each_device
def test_the_link_of_a_stage_page_picks_its_levels_and_fills_nothing_in(page: Page) -> None:
    follow(page, "pilot-run")
    expect(page.get_by_text(PICKED)).to_be_visible()
    assert picked(page) == dict.fromkeys(COLUMNS, "pilot-run")
    expect(page.get_by_role("region", name="Your stage", exact=True).get_by_role("status").first).to_have_text(
        "Pilot run"
    )
    expect(page.get_by_role("region", name="From the link you opened", exact=True)).to_be_hidden()
    settled(page)
    visit(page, "/rfq/")
    unfold(page)
    expect(field_of(page, "stage")).to_have_value("")
    expect(page.get_by_text(MARK)).to_have_count(0)


def test_the_link_leaves_the_address_and_needs_no_second_script(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, "/assess/#from=pilot-run")
    expect(page.get_by_text(PICKED)).to_be_visible()
    page.evaluate(FRAME)
    assert page.evaluate("location.hash") == ""
    assert not [url for url in asked if url.endswith("guide-exports.js")]


def test_levels_that_were_picked_stay_and_nothing_else_is_claimed(page: Page) -> None:
    visit(page, "/assess/")
    page.locator("input[name=drawing-maturity][value=proof-prototype]").check()
    settled(page)
    follow(page, "pilot-run")
    expect(page.get_by_text(PICKED)).to_be_visible()
    assert picked(page) == {**dict.fromkeys(COLUMNS, "pilot-run"), "drawing-maturity": "proof-prototype"}
    settled(page)
    follow(page, "repeat-production")
    page.evaluate(FRAME)
    assert picked(page)["drawing-maturity"] == "proof-prototype"
    assert picked(page)["typical-quantity"] == "pilot-run"
    expect(page.get_by_text(PICKED)).to_have_count(0)


@pytest.mark.parametrize("fragment", ["#from=nowhere", "#from=__proto__", "#stage=pilot-run"])
def test_a_link_from_no_stage_picks_nothing(page: Page, fragment: str) -> None:
    visit(page, f"/assess/{fragment}")
    page.evaluate(FRAME)
    assert picked(page) == {}


def test_what_was_said_of_one_part_is_not_said_of_another(page: Page) -> None:
    visit(page, "/assess/#from=functional-prototype")
    button(page, "Take this stage into the RFQ").click()
    expect(page.get_by_text("The RFQ now says Functional prototype.")).to_be_visible()
    button(page, "New part").click()
    expect(page.get_by_text("The RFQ now says Functional prototype.")).to_have_count(0)


@on_each_device
def test_a_stage_is_taken_into_the_rfq_and_levels_are_cleared(page: Page) -> None:
    visit(page, "/assess/#from=functional-prototype")
    button(page, "Take this stage into the RFQ").click()
    said = page.get_by_text("The RFQ now says Functional prototype. Go on with the RFQ checklist.")
    expect(said.get_by_role("link", name="RFQ checklist", exact=True)).to_have_attribute("href", re.compile("/rfq/$"))
    button(page, "Clear the levels").click()
    expect(button(page, "Clear the levels")).to_be_hidden()
    assert picked(page) == {}
    settled(page)
    visit(page, "/rfq/")
    unfold(page)
    expect(field_of(page, "stage")).to_have_value("functional-prototype")

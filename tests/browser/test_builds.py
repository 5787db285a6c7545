"""Builds: kept when parts are made, renamed, removed, and the base of what changed."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.person import (
    REV_C,
    button,
    downloaded,
    field_of,
    item,
    on_each_device,
    opened,
    settled,
    summary,
    unfold,
    unfold_sheet,
    visit,
)


def builds(page: Page) -> Locator:
    return summary(page).locator("rfq-builds")


def names(page: Page) -> list[str]:
    return [each.input_value() for each in builds(page).get_by_role("textbox").all()]


@on_each_device
def test_what_changed_since_the_build_kept_last_is_told_with_from_and_to(page: Page) -> None:
    visit(page, "/rfq/")
    unfold(page)
    opened(page, REV_C)
    expect(builds(page)).to_contain_text("Since Rev B, kept 2026-05-18: ")
    assert names(page) == ["Rev A", "Rev B"]
    button(page, "Keep this build").click()
    expect(builds(page)).to_contain_text("Rev C is kept.")
    expect(builds(page)).to_contain_text("Since Rev C, kept ")
    expect(builds(page)).to_contain_text("nothing changed.")
    assert names(page) == ["Rev A", "Rev B", "Rev C"]
    field_of(page, "revision").fill("D")
    item(page, "CAD and released drawing").uncheck()
    expect(builds(page)).to_contain_text("1 detail changed, 0 settled, 1 open again.")
    expect(builds(page)).to_contain_text("Reopened since: RFQ checklist: CAD and released drawing")
    builds(page).get_by_text("Details that changed", exact=True).click()
    expect(builds(page).get_by_role("row", name="Revision C D", exact=True)).to_be_visible()
    _, sheet = downloaded(page, "Download check sheet")
    assert "Reopened since" in sheet.decode()


@on_each_device
def test_a_build_is_removed_brought_back_to_its_place_and_renamed_and_stays_with_its_part(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    button(page, "Remove build Rev B").click()
    expect(builds(page)).to_contain_text("Since Rev A, kept 2026-03-09: ")
    expect(builds(page)).to_contain_text("Rev B is removed.")
    undo = builds(page).get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(builds(page)).to_contain_text("Rev B is back.")
    expect(builds(page)).to_contain_text("Since Rev B, kept 2026-05-18: ")
    assert names(page) == ["Rev A", "Rev B"]

    name = builds(page).get_by_role("textbox", name="Name of build Rev B", exact=True)
    name.fill("Rev B, anodized")
    name.press("Enter")
    expect(builds(page)).to_contain_text("Since Rev B, anodized, kept 2026-05-18: ")
    settled(page)
    page.reload()
    expect(builds(page)).to_contain_text("Since Rev B, anodized, kept 2026-05-18: ")
    assert names(page) == ["Rev A", "Rev B, anodized"]

    button(page, "Remove build Rev A").click()
    expect(undo).to_be_visible()
    unfold_sheet(page)
    button(page, "New part").click()
    expect(builds(page)).to_contain_text("No build is kept yet.")
    expect(undo).to_be_hidden()
    assert names(page) == []

"""The built site opened from a disk, without a server."""

import json
import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.person import (
    REV_C,
    button,
    complaints_of,
    counts,
    downloaded,
    item,
    note,
    opened,
    progress,
    settled,
    switcher,
    verdict,
    visit,
)

LOCK = "Pilot lock checklist"
ALLOY = "Material grade and temper"


def on_disk(site: Path, page: str) -> str:
    return (site / page / "index.html").as_uri()


def test_what_is_ticked_is_there_after_a_reload_and_on_pages_reached_by_links(page: Page, site: Path) -> None:
    visit(page, on_disk(site, "pilot-lock"))
    item(page, ALLOY).check()
    note(page, ALLOY).fill("6061")
    settled(page)
    page.reload()
    expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 5 still moving")
    expect(note(page, ALLOY)).to_have_value("6061")
    # Links lead to pages and not to folders.
    page.get_by_role("article").get_by_role("link", name="pilot RFQ", exact=True).click()
    expect(page).to_have_url(re.compile("/rfq/index.html$"))
    expect(switcher(page)).to_be_visible()
    expect(counts(page).first).to_have_text(f"{LOCK}: 1 of 6 locked, 5 still moving")


def test_a_record_is_opened_and_downloaded_and_the_example_loads(page: Page, site: Path) -> None:
    visit(page, on_disk(site, "rfq"))
    opened(page, REV_C)
    expect(verdict(page)).to_have_text("Ready for the pilot RFQ")
    name, content = downloaded(page, "Download record (JSON)")
    assert name.startswith("RFQ_TVR-10427_RevC_pilot-run_")
    assert json.loads(content)["values"]["part-number"] == "TVR-10427"
    name, content = downloaded(page, "Download spreadsheet")
    assert content.startswith(b"PK")
    assert "TVR-10427" in downloaded(page, "Download Markdown")[1].decode("utf-8")
    button(page, "Load the example").click()
    expect(page.locator(".parts__choice option")).to_have_count(2)
    expect(verdict(page)).to_have_text("Ready for the pilot RFQ")


def test_two_tabs_show_each_others_changes(page: Page, context: BrowserContext, site: Path) -> None:
    other = context.new_page()
    visit(page, on_disk(site, "pilot-lock"))
    visit(other, on_disk(site, "rfq"))
    page.bring_to_front()
    item(page, ALLOY).check()
    other.bring_to_front()
    expect(counts(other).first).to_have_text(f"{LOCK}: 1 of 6 locked, 5 still moving")


def test_no_page_reports_an_error(page: Page, site: Path) -> None:
    complaints = complaints_of(page)
    for name in ("", "pilot-lock", "rfq", "readiness"):
        page.goto(on_disk(site, name))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert not complaints

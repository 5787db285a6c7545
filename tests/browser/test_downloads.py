"""What a reader takes along, read back with other programs."""

import csv
import io
import json
import re
import unicodedata
import warnings
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from macros.guide.guide import Guide
from tests.browser.person import (
    CLIPBOARD,
    NO_CLIPBOARD,
    REV_C,
    button,
    downloaded,
    example,
    item,
    opened,
    reached,
    said,
    settled,
    visit,
    without_row_ids,
)

NAME = r"RFQ_TVR-10427_RevC_pilot-run_\d{4}-\d\d-\d\d"
BUTTONS = {
    "md": "Download Markdown",
    "csv": "Download CSV",
    "xlsx": "Download spreadsheet",
    "json": "Download record (JSON)",
}


@pytest.fixture(scope="module")
def ready(browser: Browser, server: str) -> Iterator[Page]:
    """The RFQ page with the bracket open."""
    context = browser.new_context(base_url=server, permissions=CLIPBOARD)
    page = context.new_page()
    page.add_init_script("window.print = () => undefined")
    visit(page, "/rfq/")
    opened(page, REV_C)
    settled(page)
    yield page
    context.close()


@pytest.fixture(scope="module")
def files(ready: Page) -> dict[str, tuple[str, bytes]]:
    """Every download by its ending: its name, and what is in it."""
    return {ending: downloaded(ready, name) for ending, name in BUTTONS.items()}


def workbook(content: bytes) -> openpyxl.Workbook:
    """A spreadsheet as openpyxl reads it, which misses a default style."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Workbook contains no default style")
        return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("ending", BUTTONS)
def test_each_file_is_named_after_part_revision_stage_and_day(files: dict[str, tuple[str, bytes]], ending: str) -> None:
    assert re.fullmatch(rf"{NAME}\.{ending}", files[ending][0])


def test_a_record_without_a_number_is_named_by_what_is_known(page: Page) -> None:
    visit(page, "/rfq/")
    item(page, "Prototype history").check()
    name, _ = downloaded(page, "Download CSV")
    assert re.fullmatch(r"RFQ_\d{4}-\d\d-\d\d\.csv", name)


def test_the_record_follows_its_schema_and_holds_all_that_was_opened(
    files: dict[str, tuple[str, bytes]], site: Path
) -> None:
    record = json.loads(files["json"][1])
    schema = json.loads((site / "schema" / "rfq-record-1.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(record)
    wanted = example(REV_C)
    assert without_row_ids(record["values"]) == without_row_ids(wanted["values"])
    for part in ("answers", "levels", "builds", "files", "stage", "id", "created", "about"):
        assert record[part] == wanted[part], part


def test_the_csv_is_what_python_and_a_spreadsheet_read(files: dict[str, tuple[str, bytes]], guide: Guide) -> None:
    content = files["csv"][1]
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert list(lines[0]) == ["list", "item", "status", "detail", "value", "unit", "note"]
    assert [each["list"] for each in lines[:20]] == ["title-block"] * 20
    assert not {each["list"] for each in lines} & {checklist.id for checklist in guide.checklists}
    details = {each["detail"]: (each["value"], each["unit"]) for each in lines}
    assert details["Quantity"] == ("50", "pcs")
    assert details["Quote due"] == ("2026-09-18", "")
    assert details["Finish"] == ("MIL-PRF-8625 Type II Class 2 black, 8-15 µm, sealed, no hexavalent chromium", "")
    assert details["Need date"] == ("2026-10-30", "")
    assert details["Critical dimension list: Limits (row 1)"] == ("22 H7, '+0.021 / 0", "")


def test_the_spreadsheet_is_what_openpyxl_reads(files: dict[str, tuple[str, bytes]]) -> None:
    book = workbook(files["xlsx"][1])
    assert book.sheetnames[:2] == ["Request", "Details"]
    cells = {row[0].value: row[1] for row in book["Request"].iter_rows()}
    assert cells["Quantity"].value == 50
    assert cells["Need date"].value == datetime(2026, 10, 30)
    assert cells["Need date"].is_date
    assert cells["Temper or condition"].value == "T651"
    assert cells["Part number"].data_type == "s"
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "A2"
        assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value} == {"Arial"}
        assert all(sheet.row_dimensions[number].height for number in range(1, sheet.max_row + 1))
    dims = list(book["Critical dimension list"].iter_rows(values_only=True))
    assert dims[0] == ("ID", "Balloon", "Feature", "Limits", "Unit", "Datums", "Applies", "Check", "Method")
    assert [row[0] for row in dims[1:]] == [f"CD-{number}" for number in range(1, 7)]
    changes = {row[0]: row[1:3] for row in book["Changes"].iter_rows(values_only=True)}
    assert changes["Revision"] == ("B", "C")
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_markdown_is_what_a_parser_reads(files: dict[str, tuple[str, bytes]]) -> None:
    text = files["md"][1].decode("utf-8")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    headings = [tokens[place + 1].content for place, each in enumerate(tokens) if each.type == "heading_open"]
    assert headings[0] == "Request for quotation: TVR-10427, revision C"
    assert headings[1:5] == ["Order and releases", "Product definition", "Critical dimensions", "Finish and masking"]
    shown = MarkdownIt("commonmark").enable("table").render(text)
    assert "Ready for the pilot RFQ" not in shown
    assert "<td>MIL-PRF-8625 Type II Class 2 black, 8-15 µm, sealed, no hexavalent chromium</td>" in shown
    assert "<td>Bearing bore, bare metal</td>" in shown


def printed(page: Page) -> list[str]:
    """The text of each sheet; fonts join letters such as f and i, which NFKC parts again."""
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4"))).pages
    return [" ".join(unicodedata.normalize("NFKC", each.extract_text()).split()) for each in pages]


def test_the_pdf_is_what_a_reader_of_pdf_reads(ready: Page) -> None:
    title = ready.title()
    button(ready, "Print or save as PDF").click()
    expect(ready.locator(".print-sheet")).to_be_attached()
    assert re.fullmatch(NAME, ready.title())
    sheets = printed(ready)
    assert len(sheets) <= 5
    for words in ("RFQ-TVR-2026-041", "2026-09-18", "buyer@tarnvalley.example", "50 pcs", "2026-10-30", "NDA-2026-007"):
        assert words in sheets[0]
    text = " ".join(sheets)
    assert "MIL-PRF-8625 Type II Class 2 black" in text
    for words in ("Ready for the pilot RFQ", "Next step", "http", "☑", "Download Markdown", "Skip to content"):
        assert words not in text
    expect(ready.locator(".print-sheet")).to_have_count(0)
    expect(ready).to_have_title(title)
    expect(button(ready, "Download Markdown")).to_be_visible()


def test_each_step_prints_the_request_by_the_browsers_own_command(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    settled(page)
    for step in ("/assess/", "/pilot-lock/", "/rfq/", "/readiness/", "/upload/"):
        visit(page, step)
        reached(page, "window.rfqGuideSummary !== undefined")
        text = " ".join(printed(page))
        assert "Request for quotation" in text, step
        assert "2026-10-30, Dock date" in text, step
        assert "limit 22.000 minimum (22.006 and 22.008 before)" in text, step
        expect(page.locator(".print-sheet"), step).to_have_count(0)


def test_a_step_with_nothing_entered_prints_itself(page: Page) -> None:
    visit(page, "/pilot-lock/")
    assert "What to lock before a pilot run" in printed(page)[0]
    assert "Request for quotation" not in " ".join(printed(page))


def test_the_check_sheet_is_a_download_of_its_own_and_goes_along_where_it_is_wanted(ready: Page, guide: Guide) -> None:
    name, content = downloaded(ready, "Download check sheet")
    assert re.fullmatch(NAME.replace("RFQ", "Check-sheet") + r"\.md", name)
    text = content.decode("utf-8")
    assert "Ready for the pilot RFQ" in text
    assert text.count("[x]") == sum(len(each.items) for each in guide.checklists)
    assert "[x]" not in downloaded(ready, "Download Markdown")[1].decode("utf-8")
    wanted = ready.get_by_role("checkbox", name="Include the check sheet in the request", exact=True)
    wanted.check()
    whole = downloaded(ready, "Download Markdown")[1].decode("utf-8")
    assert whole.index("## Left open") < whole.index("## Check sheet") < whole.index("Ready for the pilot RFQ")
    assert "Check sheet" in workbook(downloaded(ready, "Download spreadsheet")[1]).sheetnames
    wanted.uncheck()


def test_the_text_on_the_clipboard_is_the_request(ready: Page) -> None:
    button(ready, "Copy as text").click()
    expect(said(ready)).to_have_text("The request is on the clipboard, ready to paste.")
    text = ready.evaluate("navigator.clipboard.readText()")
    assert "Quantity:       50 pcs" in text
    assert "Ready for the pilot RFQ" not in text
    assert max(len(line) for line in text.splitlines()) <= 72


def test_a_browser_without_a_clipboard_is_told_in_a_sentence(page: Page) -> None:
    visit(page, "/rfq/")
    denied = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('Write permission denied.'))"
    for script in (denied, NO_CLIPBOARD):
        said(page).evaluate("each => each.replaceChildren()")
        page.evaluate(f"() => {{ {script}; }}")
        button(page, "Copy as text").click()
        expect(said(page)).to_have_text(
            "Could not copy: clipboard access is blocked. Download the Markdown and copy from it."
        )


def test_without_a_connection_a_download_says_what_to_do_and_works_later(page: Page, context: BrowserContext) -> None:
    visit(page, "/rfq/")
    context.set_offline(True)
    button(page, "Download CSV").click()
    expect(said(page)).to_have_text("A part of this page could not be loaded. Check the connection and try again.")
    context.set_offline(False)
    name, _ = downloaded(page, "Download CSV")
    assert name.endswith(".csv")

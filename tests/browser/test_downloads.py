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

from macros.guide import Guide
from tests.browser.person import (
    REV_C,
    button,
    downloaded,
    example,
    item,
    opened,
    questions,
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
    context = browser.new_context(base_url=server, permissions=["clipboard-read", "clipboard-write"])
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
    status = {(each["list"], each["item"]): each["status"] for each in lines if each["status"]}
    assert status == {(each.id, item.id): "done" for each in guide.checklists for item in each.items}
    details = {each["detail"]: (each["value"], each["unit"]) for each in lines}
    assert details["Pilot quantity"] == ("50", "pcs")
    assert details["Finish"] == ("MIL-PRF-8625 Type II Class 2 black, 8-15 µm, no dichromate seal", "")
    assert details["Need date"] == ("2026-10-30", "")
    assert details["Verdict"][0] == "Ready for the pilot RFQ"
    assert details["Critical dimension list: Limits (row 1)"] == ("22 H7, +0.021 / 0", "")


def test_the_spreadsheet_is_what_openpyxl_reads(files: dict[str, tuple[str, bytes]], guide: Guide) -> None:
    book = workbook(files["xlsx"][1])
    assert book.sheetnames[:4] == ["Summary", *[each.title[:31] for each in guide.checklists]]
    cells = {row[2].value: row[3] for name in book.sheetnames[1:4] for row in book[name].iter_rows() if row[2].value}
    assert cells["Pilot quantity"].value == 50
    assert cells["Need date"].value == datetime(2026, 10, 30)
    assert cells["Need date"].is_date
    assert cells["Temper or condition"].value == "T651"
    for name, checklist in zip(book.sheetnames[1:4], guide.checklists, strict=True):
        statuses = [row[1].value for row in book[name].iter_rows(min_row=2) if row[1].value]
        assert statuses == ["done"] * len(checklist.items)
    dims = list(book["Critical dimension list"].iter_rows(values_only=True))
    assert dims[0] == ("ID", "Balloon", "Feature", "Limits", "Unit", "Datums", "Check")
    assert [row[0] for row in dims[1:]] == [f"CD-{number}" for number in range(1, 7)]
    changes = {row[0]: row[1:3] for row in book["What changed"].iter_rows(values_only=True)}
    assert changes["Revision"] == ("C", "was: B")
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_markdown_is_what_a_parser_reads(files: dict[str, tuple[str, bytes]], guide: Guide) -> None:
    text = files["md"][1].decode("utf-8")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    headings = [tokens[place + 1].content for place, each in enumerate(tokens) if each.type == "heading_open"]
    assert headings[0].startswith("RFQ summary")
    assert "TVR-10427" in headings[0]
    for checklist in guide.checklists:
        assert [each for each in headings if each.startswith(checklist.title)], checklist.title
    shown = MarkdownIt("commonmark").enable("table").render(text)
    assert "Ready for the pilot RFQ" in shown
    assert "MIL-PRF-8625 Type II Class 2 black, 8-15 µm, no dichromate seal" in shown
    assert shown.count("[x]") == sum(len(each.items) for each in guide.checklists)
    assert "<td>Bearing bore, bare metal</td>" in shown


def test_the_pdf_is_what_a_reader_of_pdf_reads(ready: Page, guide: Guide) -> None:
    title = ready.title()
    button(ready, "Print or save as PDF").click()
    expect(ready.locator(".print-sheet")).to_be_attached()
    assert re.fullmatch(NAME, ready.title())
    pages = PdfReader(io.BytesIO(ready.pdf())).pages
    # Fonts join letters such as f and i, which NFKC parts again.
    text = " ".join(unicodedata.normalize("NFKC", " ".join(page.extract_text() for page in pages)).split())
    assert "Ready for the pilot RFQ" in text
    assert "MIL-PRF-8625 Type II Class 2 black" in text
    for checklist in guide.checklists:
        for each in checklist.items:
            assert f"{each.label}: {checklist.words.done}" in text
    assert text.count("☑") == sum(len(checklist.items) for checklist in guide.checklists)
    assert "Download Markdown" not in text
    assert "Skip to content" not in text
    expect(ready.locator(".print-sheet")).to_have_count(0)
    expect(ready).to_have_title(title)
    expect(button(ready, "Download Markdown")).to_be_visible()


def test_the_text_on_the_clipboard_is_the_summary(ready: Page) -> None:
    button(ready, "Copy as text").click()
    expect(said(ready)).to_have_text("The summary is on the clipboard, ready to paste.")
    text = ready.evaluate("navigator.clipboard.readText()")
    assert "Ready for the pilot RFQ" in text
    assert "[x] Alloy and temper: Locked" in text
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 76


@pytest.mark.parametrize(
    "script",
    [
        "() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); }",
        "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('Write permission denied.')); }",
    ],
    ids=["none", "denied"],
)
def test_a_browser_without_a_clipboard_is_told_in_a_sentence(page: Page, script: str) -> None:
    visit(page, "/rfq/")
    page.evaluate(script)
    button(page, "Copy as text").click()
    expect(said(page)).to_have_text(
        "This browser does not let the page use the clipboard: download the Markdown and copy from it."
    )


def test_without_a_connection_a_download_says_what_to_do_and_works_later(page: Page, context: BrowserContext) -> None:
    visit(page, "/rfq/")
    context.set_offline(True)
    button(page, "Download CSV").click()
    expect(said(page)).to_have_text("A part of this page could not be loaded. Check the connection and try again.")
    context.set_offline(False)
    name, _ = downloaded(page, "Download CSV")
    assert name.endswith(".csv")


def test_formulas_and_markup_in_a_note_come_out_as_text(page: Page) -> None:
    nasty = '=HYPERLINK("http://x.example","<b>go</b>") | **a**'
    visit(page, "/rfq/")
    page.get_by_role("textbox", name="Note: Prototype history", exact=True).fill(nasty)
    expect(questions(page).first).to_be_visible()
    lines = csv.DictReader(io.StringIO(downloaded(page, "Download CSV")[1].decode("utf-8-sig"), newline=""))
    assert f"'{nasty}" in [each["note"] for each in lines]
    book = workbook(downloaded(page, "Download spreadsheet")[1])
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == nasty]
    assert [cell.data_type for cell in found] == ["s"]
    shown = MarkdownIt("commonmark").enable("table").render(downloaded(page, "Download Markdown")[1].decode("utf-8"))
    assert "<b>" not in shown
    assert "| **a**" in shown

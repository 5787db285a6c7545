"""What is read of files in a browser: kept in the record, offered to it, the same after a reload."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.person import (
    add_files,
    button,
    clear_stored,
    downloaded,
    file_line,
    files,
    settled,
    sheet,
    unfold,
    visit,
)
from tests.made_files import DXFS
from tests.project import ROOT

CASES = ROOT / "tests" / "golden" / "files" / "cases"
INCH, CHINESE = "step-two-contexts-geometry-in-inch/11752_C.stp", "pdf-title-block-in-cjk-font/TVR-10427_C.pdf"


def differs(page: Page) -> str:
    return files(page).locator(".rfq-files__differs").inner_text()


def test_a_known_defect_is_there_after_a_reload_without_the_file_and_in_the_record(page: Page) -> None:
    visit(page, "/rfq/")
    unfold(page)
    page.locator("#field-units").select_option("mm")
    add_files(page, CASES / INCH)
    expect(files(page).locator(".rfq-files__differs")).to_contain_text("inch, not mm")
    settled(page)
    clear_stored(page, 1)
    page.reload()
    expect(files(page).locator(".rfq-files__differs")).to_contain_text("inch, not mm")
    expect(file_line(page, "11752_C.stp").locator(".file__facts")).to_contain_text(re.compile(r"inch.*\(read on \d{4}"))
    record = json.loads(downloaded(page, "Download record (JSON)")[1])
    (file,) = record["files"]
    assert file["read"]["sha256"] == file["sha256"]
    assert {each["check"]: each["result"] for each in file["findings"]}["units-in-model"] == "differs"
    unfold(page)
    # Changed and changed back, it is what it was: nothing heals by itself.
    page.locator("#field-units").select_option("inch")
    expect(files(page).locator(".rfq-files__differs")).not_to_contain_text("inch, not mm")
    page.locator("#field-units").select_option("mm")
    expect(files(page).locator(".rfq-files__differs")).to_contain_text("inch, not mm")


def test_the_next_question_is_one_that_can_be_answered_here_before_any_that_needs_another_file(page: Page) -> None:
    visit(page, "/rfq/")
    unfold(page)
    page.locator("#field-units").select_option("mm")
    add_files(page, CASES / INCH)
    first = sheet(page).locator(".part-sheet__questions a").first
    expect(first).to_have_attribute("href", re.compile("/rfq/#files$"))
    onward = sheet(page).get_by_role("link", name="Answer the next question", exact=True)
    expect(onward).to_have_attribute("href", re.compile(r"/#(field-)?[a-z-]+(?<!#files)$"))
    onward.click()
    expect(page.locator("rfq-checklist :focus")).to_have_count(1)


def test_what_files_say_is_entered_only_when_it_is_used(page: Page) -> None:
    visit(page, "/rfq/")
    add_files(page, CASES / INCH)
    offers = files(page).get_by_role("list", name="Read in the files")
    expect(offers).to_contain_text("Part number: 11752, read in 11752_C.stp")
    expect(page.locator("#field-part-number")).to_have_value("")
    button(offers, "Use 11752 as Part number").click()
    expect(page.locator("#field-part-number")).to_have_value("11752")
    button(offers, "No: Revision is not C").focus()
    page.keyboard.press("Enter")
    expect(offers).not_to_contain_text("Revision")
    expect(page.locator("#field-revision")).to_have_value("")
    assert page.evaluate("document.activeElement.dataset.press") == "use"
    settled(page)
    page.reload()
    expect(offers).to_contain_text("Units")
    expect(offers).not_to_contain_text("Revision")


def test_a_drawing_shows_its_title_block_and_a_contour_its_sketch(page: Page, tmp_path: Path) -> None:
    contour = tmp_path / "TVR-10427_C.dxf"
    contour.write_bytes(DXFS["contour.dxf"][0])
    visit(page, "/rfq/")
    unfold(page)
    page.locator("#field-part-number").fill("TVR-10427")
    add_files(page, CASES / CHINESE, contour)
    expect(files(page).locator(".rfq-files__agrees")).to_contain_text("TVR-10427 in")
    drawing = file_line(page, "TVR-10427_C.pdf").locator(".file__look")
    drawing.locator("summary").click()
    expect(drawing).to_contain_text("TVR-10427")
    picture = drawing.get_by_role("img", name="Lower right corner of the first sheet of TVR-10427_C.pdf")
    expect(picture).to_be_visible()
    assert picture.evaluate("each => each.decode().then(() => each.naturalWidth)") == 1000
    sketch = file_line(page, "TVR-10427_C.dxf").locator(".file__look")
    sketch.locator("summary").click()
    expect(sketch.get_by_role("img", name="Sketch of TVR-10427_C.dxf")).to_be_visible()


def test_character_maps_are_fetched_when_a_font_names_one_and_only_that_one(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]) if "cmaps" in request.url else None)
    visit(page, "/rfq/")
    add_files(page, CASES / "pdf-scale-after-rev" / "TVR-10427_C.pdf")
    expect(file_line(page, "TVR-10427_C.pdf").locator(".file__facts")).to_contain_text("1 sheet")
    assert not asked
    button(page, "Remove TVR-10427_C.pdf").click()
    add_files(page, CASES / CHINESE)
    expect(file_line(page, "TVR-10427_C.pdf").locator(".file__facts")).to_contain_text("1 sheet")
    assert set(asked) <= {"UniGB-UCS2-H.bcmap", "Adobe-GB1-UCS2.bcmap"}
    assert "UniGB-UCS2-H.bcmap" in asked


def test_from_a_disk_text_that_needs_a_map_is_said_to_be_lost(page: Page, site: Path) -> None:
    page.goto((site / "rfq" / "index.html").as_uri())
    page.wait_for_selector("rfq-files[data-ready]")
    unfold(page)
    page.locator("#field-part-number").fill("TVR-10427")
    add_files(page, CASES / CHINESE)
    expect(file_line(page, "TVR-10427_C.pdf").locator(".file__facts")).to_contain_text("was lost")
    assert "Part number in the drawing" not in differs(page)

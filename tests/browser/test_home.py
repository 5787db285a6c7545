"""Home: where to begin, a returning reader's parts with what comes next in each, and files dropped to begin with."""

import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.person import (
    FRAME,
    REV_B,
    REV_C,
    drag,
    drop,
    field_of,
    file_names,
    opened,
    settled,
    unfold,
    visit,
)
from tests.project import source_name

STEP = b"\n".join(
    (
        b"ISO-10303-21;",
        b"HEADER;",
        b"FILE_NAME('SH-2210_D.step','2026-11-20',(''),(''),'','','');",
        b"ENDSEC;",
        b"DATA;",
        b"ENDSEC;",
        b"END-ISO-10303-21;",
    )
)


def zipped(name: str, content: bytes) -> bytes:
    """A ZIP of one file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


def your_parts(page: Page) -> Locator:
    return page.get_by_role("region", name="Your parts", exact=True)


def test_whoever_has_no_part_is_spared_the_client_and_leaves_no_database(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(source_name(request.url)))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert "home.js" in asked
    assert not {"guide.js", "guide-data.js", "guide-summary.js"} & set(asked)
    expect(your_parts(page)).to_be_hidden()
    assert page.evaluate("indexedDB.databases()") == []


def test_a_returning_reader_goes_on_with_a_question_a_part_files_or_a_new_part(page: Page) -> None:
    visit(page, "/rfq/")
    for record in (REV_C, REV_B):
        opened(page, record)
    settled(page)
    page.goto("/")
    rows = your_parts(page).get_by_role("listitem")
    expect(rows).to_have_count(2)
    row = rows.filter(has=page.get_by_role("link", name="TVR-10427 Rev B", exact=True))
    expect(row).to_contain_text(re.compile(r"[0-6] of 6 locked"))
    question = row.get_by_role("link").last
    assert question.inner_text().endswith("?")
    question.click()
    expect(page).to_have_url(re.compile(r"/(pilot-lock|rfq|readiness)/#[a-z-]+$"))
    anchor = page.url.partition("#")[2]
    expect(page.locator(f"#{anchor}")).to_be_attached()

    page.goto("/")
    your_parts(page).get_by_role("link", name="TVR-10427 Rev C", exact=True).click()
    expect(page).to_have_url(re.compile("/assess/$"))
    visit(page, "/rfq/")
    unfold(page)
    expect(field_of(page, "revision")).to_have_value("C")

    # The part in use has something, so the files go to one of their own.
    page.goto("/")
    expect(your_parts(page)).to_be_visible()
    drop(page, "SH-2210_D.step", STEP)
    page.wait_for_url(re.compile("/rfq/#files$"))
    expect(page.locator('[data-file="SH-2210_D.step"]')).to_be_visible()
    assert file_names(page) == ["SH-2210_D.step"]
    settled(page)

    page.goto("/")
    your_parts(page).get_by_role("button", name="New part", exact=True).click()
    expect(page).to_have_url(re.compile("/assess/$"))
    visit(page, "/rfq/")
    unfold(page)
    expect(field_of(page, "part-number")).to_have_value("")
    assert file_names(page) == []


def test_files_that_are_dropped_are_taken_along_to_the_request(page: Page) -> None:
    page.goto("/")
    drop(page, "SH-2210_D.step", STEP)
    page.wait_for_url(re.compile("/rfq/#files$"))
    page.evaluate(FRAME)
    expect(page.locator('[data-file="SH-2210_D.step"]')).to_be_visible()
    expect(page.get_by_text("Will not be in the package")).to_be_hidden()


def test_files_of_one_name_in_several_folders_are_all_listed(page: Page, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()
        (folder / "part.stp").write_bytes(STEP + folder.name.encode())
    page.goto("/")
    drag(page, *folders)
    page.wait_for_url(re.compile("/rfq/#files$"))
    expect(page.locator("[data-file]")).to_have_count(3)
    assert file_names(page) == ["part.stp", "part (2).stp", "part (3).stp"]


def test_a_file_without_an_ending_has_the_role_that_its_contents_have(page: Page) -> None:
    page.goto("/")
    drop(page, "SH-2210", STEP)
    page.wait_for_url(re.compile("/rfq/#files$"))
    expect(page.get_by_role("combobox", name="Role of SH-2210", exact=True)).to_have_value("model")


def test_a_record_that_is_dropped_is_told_where_it_opens(page: Page) -> None:
    page.goto("/")
    drop(page, "record.json", REV_C.read_bytes())
    expect(page.get_by_role("link", name="Open a record", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("/$"))


def test_a_package_is_told_where_it_opens_and_any_other_zip_is_listed(page: Page) -> None:
    page.goto("/")
    drop(page, "package.zip", zipped("record.json", REV_C.read_bytes()))
    expect(page.get_by_role("link", name="Open a record", exact=True)).to_be_visible()
    drop(page, "models.zip", zipped("SH-2210_D.step", STEP))
    page.wait_for_url(re.compile("/rfq/#files$"))
    expect(page.locator('[data-file="models.zip"]')).to_be_visible()


def test_the_stages_are_a_row_two_rows_or_one_below_the_other(page: Page) -> None:
    page.goto("/")
    for width, columns in ((1440, 4), (768, 2), (400, 1)):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(FRAME)
        boxes = [box for each in page.locator(".home__stages > li").all() if (box := each.bounding_box())]
        assert len({round(box["x"]) for box in boxes}) == columns, width

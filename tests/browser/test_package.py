"""The RFQ package: made in the browser, checked by other programs, opened again, and refused where it is none."""

import hashlib
import io
import json
import re
import subprocess
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Page, expect

from tests.browser.person import (
    REV_B,
    REV_C,
    add_files,
    button,
    choose,
    chosen,
    downloaded,
    drag,
    drop,
    file_line,
    files,
    item,
    opened,
    parts,
    preview,
    reached,
    said,
    settled,
    switch_to,
    verdict,
    visit,
)
from tests.project import address_of
from tests.tally import Tally

MODEL, DRAWING, BALLOONED = "TVR-10427_C.stp", "TVR-10427_C.pdf", "TVR-10427_C_ballooned.pdf"
DRAWN = b"%PDF-1.7\n" * 200
OWN = ["summary.md", "summary.html", "summary.csv", "check-sheet.md", "record.json"]
PACKAGE = "Download RFQ package (ZIP)"
# Of which part and when: the sentence stays true while the record goes on changing.
MADE = re.compile(r"^Package created for “TVR-10427 Rev C” \(as of [0-9]{2}:[0-9]{2}\): 3 files")

OPEN = (
    "TVR-10427 Rev C is open. The record is not stored in this browser."
    " All 7 files of the package agree with its manifest."
)

Change = Callable[[dict[str, bytes]], dict[str, bytes]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The model and the drawing of the example."""
    (tmp_path / MODEL).write_bytes(b"ISO-10303-21;\nEND-ISO-10303-21;\n")
    (tmp_path / DRAWING).write_bytes(DRAWN)
    return tmp_path


def bracket(page: Page, folder: Path) -> None:
    """The example with its model and its drawing at hand."""
    visit(page, "/rfq/")
    opened(page, REV_C)
    add_files(page, folder / MODEL, folder / DRAWING)
    expect(file_line(page, DRAWING).locator("code")).to_have_attribute("title", hashlib.sha256(DRAWN).hexdigest())
    settled(page)


def package(page: Page, folder: Path) -> Path:
    """The package as it comes down."""
    name, content = downloaded(page, PACKAGE)
    path = folder / name
    path.write_bytes(content)
    return path


def zipped(contents: dict[str, bytes], *, packed: bool = True) -> bytes:
    """What another program makes of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return out.getvalue()


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_other_programs_open_the_package_and_its_checksums_agree(page: Page, folder: Path) -> None:
    page.clock.set_fixed_time("2026-09-08T09:00:00Z")
    bracket(page, folder)
    drop(page, "..\\..\\Größe 3.stp", b"3")
    expect(files(page).locator(".file__name")).to_have_count(4)
    path = package(page, folder)
    assert path.name.startswith("RFQ_TVR-10427_RevC_pilot-run_")
    assert path.suffix == ".zip"
    expect(said(page)).to_have_text(MADE)
    assert path.read_bytes() == package(page, folder).read_bytes()
    subprocess.run(["unzip", "-tq", path], check=True, capture_output=True)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            *OWN,
            f"files/{MODEL}",
            f"files/{DRAWING}",
            "files/Größe 3.stp",
            "manifest.sha256",
        ]
        assert len({entry.date_time for entry in archive.infolist()}) == 1
    there = folder / "there"
    subprocess.run(["unzip", "-q", path, "-d", there], check=True)
    done = subprocess.run(
        ["sha256sum", "--strict", "-c", "manifest.sha256"], cwd=there, check=True, capture_output=True
    )
    assert done.stdout.decode().count(": OK\n") == 8
    assert (there / "files" / DRAWING).read_bytes() == DRAWN
    assert (there / "summary.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "TVR-10427" in (there / "summary.md").read_text("utf-8")
    html = html5lib.parse((there / "summary.html").read_text("utf-8"), namespaceHTMLElements=False)
    assert not list(html.iter("script"))
    assert not [each for each in html.iter() if each.get("src") or (each.tag == "link" and each.get("href"))]
    page.goto((there / "summary.html").as_uri())
    for width in (320, 600, 1024):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width, "a window this wide scrolls sideways"


def test_a_file_that_is_not_here_or_changed_since_is_left_out_and_said_to_be(page: Page, folder: Path) -> None:
    bracket(page, folder)
    expect(files(page)).to_contain_text(f"Will not be in the package: “{BALLOONED}”.")
    found = contents(package(page, folder))
    expect(said(page)).to_contain_text(f"Not included, because not available in this tab: “{BALLOONED}”.")
    assert f"files/{BALLOONED}" not in found
    assert BALLOONED not in found["manifest.sha256"].decode()
    assert f'"{BALLOONED}","","In this package","no"' in found["summary.csv"].decode()
    assert f'"{MODEL}","","In this package","files/{MODEL}"' in found["summary.csv"].decode()
    assert [each["name"] for each in json.loads(found["record.json"])["files"]] == [MODEL, DRAWING, BALLOONED]

    (folder / MODEL).write_bytes(b"ISO-10303-21;\nrevised")
    found = contents(package(page, folder))
    expect(said(page)).to_contain_text(f"“{MODEL}” cannot be read any more, so it is not in the package: add it again.")
    assert f"files/{MODEL}" not in found
    assert found[f"files/{DRAWING}"] == DRAWN


def test_a_package_opens_again_with_its_files_or_without_where_they_cannot_be_unpacked(
    page: Page, folder: Path
) -> None:
    bracket(page, folder)
    path = package(page, folder)
    content = path.read_bytes()
    visit(page, "/rfq/")
    button(page, "Delete part").click()
    choose(page, path)
    expect(preview(page)).to_contain_text("All 7 files of the package agree with its manifest.")
    path.unlink()
    button(preview(page), "Open as a new part").click()
    expect(said(page)).to_have_text(
        "The record is open. Not all files of its package could be unpacked: drop them on this page."
    )
    expect(verdict(page)).to_contain_text("All six locks hold, with something to check")

    path.write_bytes(content)
    button(page, "Delete part").click()
    drag(page, path)
    expect(preview(page)).to_contain_text("All 7 files of the package agree with its manifest.")
    button(preview(page), "Open as a new part").click()
    expect(said(page)).to_have_text("The record is open. 2 files of its package are here.")
    expect(verdict(page)).to_contain_text("All six locks hold, with something to check")
    expect(chosen(page)).to_have_text("TVR-10427 Rev C")
    expect(file_line(page, DRAWING).locator(".file__state")).to_be_hidden()
    expect(file_line(page, BALLOONED)).to_contain_text("Not available in this tab")
    assert contents(package(page, folder))[f"files/{DRAWING}"] == DRAWN


def test_the_desk_is_told_which_drawings_were_not_looked_into_and_the_next_opening_does(
    page: Page, folder: Path
) -> None:
    bracket(page, folder)
    path = package(page, folder)
    page.route(address_of("guide-pdf.js"), lambda route: route.abort())
    page.goto("/review/")
    choose(page, path)
    told = page.get_by_role("status").first
    expect(told).to_contain_text(f"The PDF reader did not load, so these files were not checked: “{DRAWING}”.")
    # What the buyer's page found travels with the record.
    expect(page.locator(".review__contradictions")).to_contain_text(f"{DRAWING}: cut short or damaged")
    page.unroute(address_of("guide-pdf.js"))
    choose(page, path)
    expect(page.locator(".review__contradictions")).to_contain_text(f"{DRAWING}: cut short or damaged")
    expect(told).to_have_text(OPEN)


def test_what_was_deleted_comes_back_with_its_files_after_a_package_is_opened(page: Page, folder: Path) -> None:
    bracket(page, folder)
    path = package(page, folder)
    choose(page, path)
    button(preview(page), "Cancel").click()
    # What is said since is in no package.
    item(page, "Prototype history").uncheck()
    settled(page)
    button(page, "Delete part").click()
    choose(page, path)
    button(preview(page), "Open as a new part").click()
    expect(said(page)).to_have_text("The record is open. 2 files of its package are here.")
    button(page, "Undo").first.click()
    expect(file_line(page, DRAWING).locator(".file__state")).to_be_hidden()


SLOW = """
const read = Blob.prototype.arrayBuffer;
window.__let = undefined;
const held = new Promise((go) => { window.__let = go; });
// What is large waits for the test's word.
Blob.prototype.arrayBuffer = async function () {
  if (this.size >= 1_000_000) await held;
  const bytes = await read.call(this);
  // The last slice of the large file: what follows on it is done by the next task.
  if (this.size === 2_000_000 - (1 << 20)) setTimeout(() => { window.__read = true; });
  return bytes;
};
"""


def heavy(path: Path) -> Path:
    """A package that takes long to read: revision B, and a file of two megabytes."""
    path.write_bytes(zipped({"record.json": REV_B.read_bytes(), "files/x": bytes(2_000_000)}, packed=False))
    return path


def test_only_the_opening_asked_for_last_asks(page: Page, tmp_path: Path) -> None:
    page.add_init_script(SLOW)
    for address, arrives in (("/rfq/", visit), ("/review/", Page.goto)):
        arrives(page, address)
        told = said(page) if address == "/rfq/" else page.get_by_role("article").get_by_role("status")
        choose(page, heavy(tmp_path / "heavy.zip"))
        expect(told).to_have_text("Reading “heavy.zip”.")
        choose(page, REV_C)
        name = preview(page).locator(".open__name") if address == "/rfq/" else page.locator("#record a")
        expect(name).to_have_text("TVR-10427 Rev C")
        page.evaluate("__let()")
        reached(page, "window.__read")
        expect(name).to_have_text("TVR-10427 Rev C")
        expect(told).not_to_contain_text("Reading")
        expect(told).not_to_contain_text("Rev B")


def test_a_second_press_does_not_make_a_second_package(page: Page, folder: Path) -> None:
    page.add_init_script("""
      const spill = Blob.prototype.stream;
      window.__streams = 0;
      const held = new Promise((go) => { window.__let = go; });
      Blob.prototype.stream = function () {
        window.__streams++;
        const from = spill.call(this).getReader();
        return { getReader: () => ({ read: () => held.then(() => from.read()) }) };
      };
    """)
    bracket(page, folder)
    copied = page.get_by_text("Changed since you last saved a copy.")
    expect(copied).to_be_visible()
    with page.expect_download() as download:
        button(page, PACKAGE).click()
        expect(said(page)).to_contain_text("Putting the package together.")
        # Nothing has left yet, so nothing is a copy.
        expect(copied).to_be_visible()
        button(page, PACKAGE).click()
        expect(said(page)).to_have_text("The package is still being put together.")
        expect(button(page, PACKAGE)).to_be_focused()
        # Whatever is at hand by then: the package is of the part that was asked for.
        button(page, "New part").click()
        page.evaluate("__let()")
    assert download.value.suggested_filename.startswith("RFQ_TVR-10427_RevC_pilot-run_")
    assert page.evaluate("__streams") == 2
    switch_to(page, "TVR-10427 Rev C")
    expect(copied).to_be_hidden()


TAMPERED: dict[str, tuple[Change, str]] = {
    "changed": (lambda found: {**found, f"files/{MODEL}": b"other"}, f"Changed: “files/{MODEL}”."),
    "missing": (
        lambda found: {name: content for name, content in found.items() if name != f"files/{DRAWING}"},
        f"Missing: “files/{DRAWING}”.",
    ),
    "added": (lambda found: {**found, "files/new.exe": b"MZ"}, "Added: “files/new.exe”."),
    "no manifest": (
        lambda found: {name: content for name, content in found.items() if name != "manifest.sha256"},
        "The package has no manifest, so nothing tells whether its files are as they were sent.",
    ),
    "in a folder": (
        lambda found: {f"RFQ_TVR-10427/{name}": content for name, content in found.items()},
        "All 7 files of the package agree with its manifest.",
    ),
}


def test_what_is_changed_missing_or_added_is_named_on_both_pages(page: Page, folder: Path) -> None:
    bracket(page, folder)
    found = contents(package(page, folder))
    for name, (change, sentence) in TAMPERED.items():
        path = folder / f"{name}.zip"
        for packed in (True, False):
            path.write_bytes(zipped(change(found), packed=packed))
            choose(page, path)
            expect(preview(page)).to_contain_text(sentence)
            button(preview(page), "Cancel").click()
            expect(preview(page)).to_be_hidden()
    page.goto("/review/")
    for name, (_, sentence) in TAMPERED.items():
        choose(page, folder / f"{name}.zip")
        expect(page.get_by_role("status").first).to_contain_text(sentence)


def twice(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in ("record.json", "record.json"):
            archive.writestr(name, REV_C.read_bytes())


def encrypted(path: Path) -> None:
    content = bytearray(zipped({"record.json": REV_C.read_bytes()}))
    # The sign of encryption, in the file's own head and in the list.
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)


def lying(path: Path) -> None:
    """A bomb that says that it is small."""
    content = bytearray(zipped({"record.json": b" " * 80_000_000}))
    place = content.rindex(b"PK\x01\x02") + 24
    content[place : place + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(content)


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(zipped({})), "This ZIP holds no record.json"),
    "docx": (
        lambda path: path.write_bytes(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})),
        "This ZIP holds no record.json, so it is no package that this guide made.",
    ),
    "cut": (
        lambda path: path.write_bytes(zipped({"record.json": REV_C.read_bytes()})[:1500]),
        "This ZIP is cut short or damaged.",
    ),
    "climbing": (
        lambda path: path.write_bytes(zipped({"record.json": REV_C.read_bytes(), "files/../../x.sh": b""})),
        "This ZIP holds a path that leads out of its folder, “files/../../x.sh”, so it was not opened.",
    ),
    "from the root": (
        lambda path: path.write_bytes(zipped({"record.json": REV_C.read_bytes(), "/etc/passwd": b""})),
        "This ZIP holds a path that leads out of its folder",
    ),
    "twice": (twice, "This ZIP holds “record.json” twice, so it was not opened."),
    "encrypted": (encrypted, "This ZIP is encrypted: unpack it with its password and open the record.json in it."),
    "bomb": (
        lambda path: path.write_bytes(zipped({"record.json": REV_C.read_bytes(), "files/x": b"\0" * 80_000_000})),
        "This ZIP unpacks to far more than a package does, at most 50 times its packed size and 8 GB, so it was not",
    ),
    "large record": (
        lambda path: path.write_bytes(zipped({"record.json": b" " * 5_100_000}, packed=False)),
        "“record.json” in this ZIP unpacks to more than the 5,000,000 bytes that it may have.",
    ),
    "lying bomb": (lying, "“record.json” in this ZIP unpacks to more than the 1,000 bytes that it may have."),
    "no record": (
        lambda path: path.write_bytes(zipped({"record.json": b"{}"})),
        'This is JSON of something else, without a "schema"; a record that this guide saved was expected.',
    ),
    "no text": (
        lambda path: path.write_bytes(zipped({"record.json": b"\xff\xfe\x00"})),
        "This is not JSON; a record that this guide saved was expected.",
    ),
    "half a record": (
        lambda path: path.write_bytes(zipped({"record.json": REV_C.read_bytes()[:3000]})),
        "This is JSON that is cut short or damaged; a record that this guide saved was expected.",
    ),
}


def test_a_zip_that_is_no_package_gets_one_sentence_and_changes_nothing(
    page: Page, tmp_path: Path, survived: Tally
) -> None:
    visit(page, "/rfq/")
    for name, (make, sentence) in WRONG.items():
        path = tmp_path / f"{name}.zip"
        make(path)
        choose(page, path)
        expect(said(page)).to_contain_text(sentence)
    expect(preview(page)).to_be_hidden()
    assert parts(page) == ["Unnamed part"]
    page.goto("/review/")
    for name, (_, sentence) in WRONG.items():
        choose(page, tmp_path / f"{name}.zip")
        expect(page.get_by_role("status").first).to_contain_text(sentence)
    expect(page.get_by_role("heading", name="Questions for the buyer")).to_be_hidden()
    survived("wrong packages refused", len(WRONG))


def test_a_package_is_made_and_opened_from_a_disk(page: Page, site: Path, folder: Path) -> None:
    visit(page, (site / "rfq" / "index.html").as_uri())
    opened(page, REV_C)
    add_files(page, folder / DRAWING)
    expect(file_line(page, DRAWING).locator("code")).to_have_attribute("title", hashlib.sha256(DRAWN).hexdigest())
    path = package(page, folder)
    subprocess.run(["unzip", "-tq", path], check=True, capture_output=True)
    choose(page, path)
    expect(preview(page)).to_contain_text("All 6 files of the package agree with its manifest.")

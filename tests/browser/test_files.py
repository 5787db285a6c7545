"""The files of a part: listed by digest, never sent; told apart when they come back."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.person import (
    REV_C,
    add_files,
    button,
    clear_stored,
    downloaded,
    drag,
    drop,
    field_of,
    file_line,
    file_names,
    files,
    files_said,
    item,
    opened,
    preview,
    questions,
    received,
    settled,
    switch_to,
    unfold,
    visit,
)
from tests.project import ROOT, address_of
from tests.soak import SOAK, soak

LARGE = 1_073_741_824 if SOAK else 40_000_000
MODEL, DRAWING = "TVR-10427_C.stp", "TVR-10427_C.pdf"
SOLID = "The model is solid: The model contains solid bodies."

# A worker that is refused where it is made, and one that fails later, as when a policy refuses it.
REFUSED = {
    "at once": "window.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError'); } };",
    "later": "const Real = Worker; window.Worker = function () {"
    " return new Real(URL.createObjectURL(new Blob(['throw new Error()']))); };",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model and a drawing, and what a system leaves in a folder."""
    folder = tmp_path / "TVR-10427"
    (folder / "drawing").mkdir(parents=True)
    (folder / MODEL).write_bytes(b"ISO-10303-21;\nEND-ISO-10303-21;\n")
    (folder / "drawing" / DRAWING).write_bytes(b"%PDF-1.7\n" * 200)
    (folder / ".DS_Store").write_bytes(b"\0")
    (folder / "drawing" / "Thumbs.db").write_bytes(b"\0")
    return folder


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def listed(page: Page, *names: str) -> None:
    """Wait until exactly these files are listed."""
    expect(files(page).locator(".file__name")).to_have_text(list(names))
    expect(files(page).get_by_role("button", name="Cancel")).to_be_hidden()


def record(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(downloaded(page, "Download record (JSON)")[1])
    return found


def state(page: Page, name: str) -> str:
    return (file_line(page, name).locator(".file__state").text_content() or "").strip()


def large(path: Path, size: int) -> Path:
    """A file of any size that takes no room on the disk: a few bytes, and a hole."""
    with path.open("wb") as file:
        file.write(b"ISO-10303-21;")
        file.truncate(size)
    return path


def test_files_chosen_are_listed_with_size_digest_role_and_revision(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL, folder / "drawing" / DRAWING)
    listed(page, MODEL, DRAWING)
    expect(files_said(page)).to_have_text(f"Listed: “{MODEL}”, “{DRAWING}”.")
    line = file_line(page, DRAWING)
    expect(line).to_contain_text("1.8 KB")
    sha256 = digest(folder / "drawing" / DRAWING)
    expect(line.locator("code")).to_have_attribute("title", sha256)
    expect(line.locator("code")).to_have_text(f"{sha256[:8]}…{sha256[-8:]}")
    for name, role in ((MODEL, "model"), (DRAWING, "drawing")):
        expect(page.get_by_role("combobox", name=f"Role of {name}", exact=True)).to_have_value(role)
        expect(page.get_by_role("textbox", name=f"Revision of {name}", exact=True)).to_have_value("C")
    found = record(page)["files"]
    assert [(each["name"], each["size"], each["sha256"]) for each in found] == [
        (MODEL, 32, digest(folder / MODEL)),
        (DRAWING, 1800, sha256),
    ]


def test_a_folder_dragged_onto_the_page_or_chosen_is_walked_and_what_systems_hide_is_left_out(
    page: Page, folder: Path
) -> None:
    visit(page, "/rfq/")
    notes = folder.parent / "notes.txt"
    notes.write_text("deburr all edges", "utf-8")
    drag(page, folder, notes)
    expect(files(page).locator(".file__name")).to_have_count(3)
    assert sorted(file_names(page)) == sorted([MODEL, DRAWING, "notes.txt"])

    button(page, "New part").click()
    listed(page)
    add_files(page, folder, by="Add a folder")
    expect(files(page).locator(".file__name")).to_have_count(2)
    assert sorted(file_names(page)) == sorted([MODEL, DRAWING])


def test_role_and_revision_are_corrected_and_stay(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL)
    listed(page, MODEL)
    page.get_by_role("combobox", name=f"Role of {MODEL}", exact=True).select_option("Certificate")
    page.get_by_role("textbox", name=f"Revision of {MODEL}", exact=True).fill("D")
    settled(page)
    page.reload()
    expect(page.get_by_role("combobox", name=f"Role of {MODEL}", exact=True)).to_have_value("certificate")
    expect(page.get_by_role("textbox", name=f"Revision of {MODEL}", exact=True)).to_have_value("D")
    assert {key: record(page)["files"][0][key] for key in ("role", "revision")} == {
        "role": "certificate",
        "revision": "D",
    }


def test_two_tabs_that_change_different_files_both_keep_theirs(
    page: Page, context: BrowserContext, folder: Path
) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL)
    settled(page)
    other = context.new_page()
    visit(other, "/rfq/")
    listed(other, MODEL)
    # Neither hears of the other before both edits are made.
    for each in (page, other):
        each.evaluate("BroadcastChannel.prototype.postMessage = () => {}")
    add_files(other, folder / "drawing" / DRAWING)
    listed(other, MODEL, DRAWING)
    listed(page, MODEL)
    page.get_by_role("textbox", name=f"Revision of {MODEL}", exact=True).fill("C")
    settled(other)
    settled(page)
    listed(page, MODEL, DRAWING)
    page.reload()
    listed(page, MODEL, DRAWING)
    expect(page.get_by_role("textbox", name=f"Revision of {MODEL}", exact=True)).to_have_value("C")


def test_a_duplicate_is_said_to_be_one(page: Page, folder: Path) -> None:
    copy = folder / "model copy.stp"
    copy.write_bytes((folder / MODEL).read_bytes())
    visit(page, "/rfq/")
    add_files(page, folder / MODEL, copy)
    listed(page, MODEL, copy.name)
    expect(files_said(page)).to_contain_text(f"“{copy.name}” is a duplicate of “{MODEL}”.")
    expect(file_line(page, copy.name)).to_contain_text(f"The same content as “{MODEL}”: a duplicate.")
    assert "duplicate" not in state(page, MODEL)


def test_a_file_is_removed_and_brought_back_with_keys_alone(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL, folder / "drawing" / DRAWING)
    listed(page, MODEL, DRAWING)
    button(page, f"Remove {MODEL}").focus()
    page.keyboard.press("Enter")
    listed(page, DRAWING)
    expect(button(files(page), "Undo")).to_be_focused()
    expect(files(page)).to_contain_text(f"“{MODEL}” is removed from the list.")
    page.keyboard.press("Enter")
    listed(page, MODEL, DRAWING)
    expect(button(page, f"Remove {MODEL}")).to_be_focused()
    expect(files_said(page)).to_have_text(f"“{MODEL}” is back.")
    assert state(page, MODEL) == ""


def test_reading_a_large_file_is_canceled(page: Page, tmp_path: Path, folder: Path) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL, large(tmp_path / "casting.stp", 4_000_000_000))
    expect(files(page)).to_contain_text(re.compile(r"Reading “casting\.stp”: .+ of 4\.0 GB, file 2 of 2\."))
    button(files(page), "Cancel").focus()
    page.keyboard.press("Enter")
    expect(files_said(page)).to_have_text("Canceled; not listed: “casting.stp”.")
    expect(button(files(page), "Add files")).to_be_focused()
    listed(page, MODEL)
    add_files(page, folder / "drawing" / DRAWING)
    listed(page, MODEL, DRAWING)


# Counts what waits for a signal to stop reading.
KEPT = """
window.__kept = 0;
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
AbortSignal.prototype.addEventListener = function (...given) { __kept++; add.apply(this, given); };
AbortSignal.prototype.removeEventListener = function (...given) { __kept--; remove.apply(this, given); };
"""


@soak
def test_a_large_file_is_hashed_beside_the_page_and_leaves_nothing_behind(page: Page, tmp_path: Path) -> None:
    path = large(tmp_path / "casting.stp", LARGE)
    page.add_init_script(KEPT)
    visit(page, "/rfq/")
    expect(button(page, "Add files")).to_be_visible()
    before = page.evaluate("__kept")
    with page.expect_worker():
        add_files(page, path)
    expect(files(page).locator(".file__name")).to_have_text(["casting.stp"], timeout=120_000)
    expect(file_line(page, "casting.stp").locator("code")).to_have_attribute("title", digest(path))
    listed(page, "casting.stp")
    assert page.evaluate("__kept") == before


@pytest.mark.parametrize("how", REFUSED)
def test_where_workers_are_refused_the_page_hashes_itself(page: Page, tmp_path: Path, how: str) -> None:
    path = large(tmp_path / "casting.stp", 9_000_000)
    page.add_init_script(REFUSED[how])
    visit(page, "/rfq/")
    add_files(page, path)
    listed(page, "casting.stp")
    expect(file_line(page, "casting.stp").locator("code")).to_have_attribute("title", digest(path))


def test_a_file_that_went_meanwhile_is_told_and_the_rest_goes_on(page: Page, folder: Path) -> None:
    page.add_init_script("""
      const real = Blob.prototype.slice;
      Blob.prototype.slice = function (...range) {
        if (this.name?.endsWith(".stp")) return { arrayBuffer: async () => { throw new DOMException("", "NotFoundError"); } };
        return real.apply(this, range);
      };
    """)  # noqa: E501
    visit(page, "/rfq/")
    add_files(page, folder / MODEL, folder / "drawing" / DRAWING)
    listed(page, DRAWING)
    expect(files_said(page)).to_have_text(
        f"Listed: “{DRAWING}”. Could not read (moved, deleted or open elsewhere): “{MODEL}”."
    )


def test_without_stored_contents_the_list_remains_and_a_drop_says_whether_it_is_the_same_file(
    page: Page, folder: Path
) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL, folder / "drawing" / DRAWING)
    listed(page, MODEL, DRAWING)
    settled(page)
    clear_stored(page, 2)
    page.reload()
    listed(page, MODEL, DRAWING)
    for name in (MODEL, DRAWING):
        assert state(page, name) == "Not available in this tab. Add it again to include it."
    expect(files(page)).to_contain_text(f"Will not be in the package: “{MODEL}”, “{DRAWING}”.")
    drag(page, folder / MODEL)
    expect(files_said(page)).to_have_text(f"The same file as listed: “{MODEL}”.")
    assert state(page, MODEL) == ""
    (folder / "drawing" / DRAWING).write_bytes(b"%PDF-1.7 revised")
    drag(page, folder / "drawing" / DRAWING)
    expect(files_said(page)).to_contain_text(f"Not the same as listed, the checksum differs: “{DRAWING}”.")
    assert state(page, DRAWING).startswith("Not the same: the checksum of the file you added (16 bytes) differs.")
    assert record(page)["files"][1]["size"] == 1800


def test_the_reader_decides_which_of_two_files_counts(page: Page, folder: Path) -> None:
    path = folder / "drawing" / DRAWING
    names = [DRAWING]
    visit(page, "/rfq/")
    add_files(page, path)
    listed(page, *names)
    page.get_by_role("textbox", name=f"Revision of {DRAWING}", exact=True).fill("C")
    for choice, content, more, size in (
        ("Keep the listed one", b"new", [], 1800),
        ("Keep both", b"newer", ["TVR-10427_C (2).pdf"], 1800),
        ("Replace", b"the newest", [], 10),
    ):
        path.write_bytes(content)
        add_files(page, path)
        expect(button(page, f"{choice}: {DRAWING}")).to_be_visible()
        # Once the progress is gone, nothing moves under the pointer any more.
        listed(page, *names)
        settled(page)
        button(page, f"{choice}: {DRAWING}").click()
        names += more
        listed(page, *names)
        expect(page.get_by_role("combobox", name=f"Role of {DRAWING}", exact=True)).to_be_focused()
        found = record(page)["files"]
        assert (found[0]["size"], found[0]["revision"]) == (size, "C"), choice


def test_a_file_that_waits_for_a_decision_still_waits_after_another_part(page: Page, folder: Path) -> None:
    path = folder / "drawing" / DRAWING
    visit(page, "/rfq/")
    add_files(page, path)
    listed(page, DRAWING)
    path.write_bytes(b"new")
    add_files(page, path)
    choice = button(page, f"Replace: {DRAWING}")
    expect(choice).to_be_visible()
    button(page, "New part").click()
    listed(page)
    path.write_bytes(b"of another part")
    add_files(page, path)
    listed(page, DRAWING)
    expect(choice).to_be_hidden()
    switch_to(page, "Unnamed part")
    expect(choice).to_be_visible()
    choice.click()
    expect(files_said(page)).to_contain_text(f"“{DRAWING}” is now the new file")
    assert record(page)["files"][0]["sha256"] == hashlib.sha256(b"new").hexdigest()


def test_a_listed_file_is_known_under_another_name(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL)
    listed(page, MODEL)
    settled(page)
    clear_stored(page, 1)
    page.reload()
    listed(page, MODEL)
    renamed = (folder / MODEL).rename(folder / "model (1).stp")
    drag(page, renamed)
    expect(files_said(page)).to_have_text(f"“{renamed.name}” is the same file as “{MODEL}”, under another name.")
    listed(page, MODEL)
    assert state(page, MODEL) == ""


def test_each_part_has_its_own_files_and_a_copy_of_it_the_same(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL)
    listed(page, MODEL)
    button(page, "New part").click()
    listed(page)
    switch_to(page, "Unnamed part")
    button(page, "Duplicate part").click()
    listed(page, MODEL)
    assert state(page, MODEL) == ""


def test_one_record_dropped_alone_is_opened_and_all_else_is_listed(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    archive = folder / "models.zip"
    archive.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    drag(page, REV_C, folder / MODEL)
    expect(files(page).locator(".file__name")).to_have_count(2)
    drag(page, archive)
    listed(page, REV_C.name, MODEL, archive.name)
    expect(preview(page)).to_be_hidden()
    drag(page, REV_C)
    expect(preview(page)).to_contain_text("TVR-10427 Rev C")


def test_a_file_of_the_example_without_a_digest_is_taken_as_it_comes(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    listed(page, MODEL, DRAWING, "TVR-10427_C_ballooned.pdf")
    expect(page.get_by_role("combobox", name="Role of TVR-10427_C_ballooned.pdf")).to_have_value("ballooned-drawing")
    add_files(page, folder / MODEL)
    expect(files_said(page)).to_have_text(f"Listed: “{MODEL}”.")
    found = record(page)["files"][0]
    assert (found["role"], found["revision"], found["sha256"]) == ("model", "C", digest(folder / MODEL))


def test_what_the_files_say_against_the_record_is_shown_and_asked(page: Page, tmp_path: Path) -> None:
    released, older = tmp_path / "TVR-10427_C.stp", tmp_path / "TVR-10427_B.stp"
    written = ROOT / "tests" / "golden" / "files"
    released.write_bytes((written / "ap242-mm.stp").read_bytes())
    older.write_bytes((written / "ap214-inch.stp").read_bytes())
    visit(page, "/rfq/")
    opened(page, REV_C)
    checks = files(page).locator(".rfq-files__checks")
    counts = checks.locator(".rfq-files__counts")
    expect(counts).to_have_text(re.compile(r"^\d+ checks: 0 found a difference, \d+ cannot tell, \d+ agree\.$"))
    expect(questions(page).filter(has_text="A file carries")).to_have_count(0)
    add_files(page, released, older)
    expect(checks.locator(".rfq-files__differs > li").first).to_contain_text(
        "Revision in file names: A file carries another revision"
    )
    expect(checks).to_contain_text("TVR-10427_B.stp: Rev B, not Rev C")
    checks.get_by_text(re.compile("^OK")).click()
    expect(checks.locator(".rfq-files__agrees li", has_text=SOLID)).to_be_visible()
    expect(questions(page).first).to_contain_text(
        "A file carries another revision than the record, or than another file."
    )
    button(page, "Remove TVR-10427_B.stp").click()
    expect(checks).not_to_contain_text("TVR-10427_B.stp")
    expect(questions(page).filter(has_text="TVR-10427_B")).to_have_count(0)


def test_what_the_files_ask_follows_the_record_where_they_are_not_listed(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "TVR-10427_B.stp"
    path.write_bytes(b"x")
    visit(page, "/rfq/")
    unfold(page)
    field_of(page, "revision").fill("C")
    add_files(page, path)
    asked = "A file carries another revision than the record, or than another file."
    expect(questions(page).filter(has_text=asked)).to_have_count(1)
    page.get_by_role("navigation", name="Steps", exact=True).get_by_role("link", name="Check").click()
    expect(page).to_have_url(re.compile("/readiness/"))
    expect(item(page, "Commercial scope")).to_be_visible()
    unfold(page)
    field_of(page, "revision").fill("B")
    settled(page)
    page.get_by_role("navigation", name="Steps", exact=True).get_by_role("link", name="Send").click()
    expect(page).to_have_url(re.compile("/upload/"))
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Markdown|package|ZIP")).first.click()
    content = received(download.value)[1]
    assert asked.encode() not in content


def test_a_file_that_was_still_being_read_is_read_where_the_reader_comes_back(page: Page, tmp_path: Path) -> None:
    model = tmp_path / MODEL
    model.write_bytes((ROOT / "tests" / "golden" / "files" / "ap242-mm.stp").read_bytes())
    visit(page, "/rfq/")
    page.evaluate("""() => {
      const real = Blob.prototype.arrayBuffer;
      let times = 0;
      // The first time the file is hashed; then it is read, which never ends on this page.
      Blob.prototype.arrayBuffer = function () { return times++ > 0 ? new Promise(() => {}) : real.call(this); };
    }""")
    add_files(page, model)
    listed(page, MODEL)
    expect(files(page).locator(".rfq-files__stored")).to_contain_text("One file is stored in this browser")
    solid = files(page).locator(".rfq-files__agrees li", has_text=SOLID)
    expect(solid).to_have_count(0)
    page.get_by_role("navigation", name="Steps", exact=True).get_by_role("link", name="Check").click()
    expect(page).to_have_url(re.compile("/readiness/"))
    page.go_back()
    expect(page).to_have_url(re.compile("/rfq/"))
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    listed(page, MODEL)
    expect(solid).to_have_count(1)


def test_a_tick_that_no_check_compares_makes_the_summary_once(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL)
    listed(page, MODEL)
    settled(page)
    page.evaluate("window.__checked = 0; document.addEventListener('rfq-checked', () => { __checked++; })")
    page.get_by_role("checkbox").filter(visible=True).first.check()
    settled(page)
    assert page.evaluate("__checked") == 0


def test_a_file_that_fails_leaves_one_list(page: Page, folder: Path) -> None:
    visit(page, "/rfq/")
    add_files(page, folder / MODEL)
    listed(page, MODEL)
    page.evaluate("""() => {
      const real = Blob.prototype.slice;
      // As a package whose end cannot be read.
      Blob.prototype.slice = function (...range) {
        if (this.name === "broken.zip") throw new Error("It cannot be read.");
        return real.apply(this, range);
      };
    }""")
    drop(page, "broken.zip", b"PK")
    expect(files_said(page)).to_have_text("Could not read (moved, deleted or open elsewhere): “broken.zip”.")
    add_files(page, folder / "drawing" / DRAWING)
    listed(page, MODEL, DRAWING)
    button(page, f"Remove {MODEL}").click()
    listed(page, DRAWING)


@pytest.mark.parametrize("again", ["the file is added again", "the connection is back"])
def test_a_reader_of_pdfs_that_does_not_load_is_named_and_tried_again(page: Page, tmp_path: Path, again: str) -> None:
    path = tmp_path / DRAWING
    path.write_bytes(b"%PDF-1.7\n%%EOF\n")
    visit(page, "/rfq/")
    page.route(address_of("guide-pdf.js"), lambda route: route.abort())
    add_files(page, path)
    why = "Not checked. A part of this page could not be loaded. Check the connection and try again."
    expect(file_line(page, DRAWING)).to_contain_text(f"{why} Add the file again to have it checked.")
    page.unroute(address_of("guide-pdf.js"))
    if again == "the connection is back":
        page.context.set_offline(True)
        page.context.set_offline(False)
    else:
        add_files(page, path)
    expect(files(page).locator(".rfq-files__checks")).to_contain_text("PDF")
    expect(file_line(page, DRAWING)).not_to_contain_text(why)


def test_a_name_that_would_act_is_only_a_name(page: Page) -> None:
    visit(page, "/rfq/")
    name = "<img src=x onerror=alert(1)>\u202efdp.exe"
    drop(page, name, b"x")
    shown = "<img src=x onerror=alert(1)>fdp.exe"
    expect(files(page).locator(".file__name")).to_have_text([shown])
    expect(files(page).locator("li.file")).to_have_attribute("data-file", name)
    for role, words in (("combobox", "Role of"), ("textbox", "Revision of"), ("button", "Remove")):
        expect(page.get_by_role(role, name=f"{words} {shown}", exact=True)).to_be_visible()  # type: ignore[arg-type]
    expect(files_said(page)).to_have_text(f"Listed: “{shown}”.")
    assert not page.locator("article img").count()


def test_files_of_one_name_in_several_folders_all_wait_for_a_decision(page: Page, folder: Path) -> None:
    top = folder / "all"
    for name in "abc":
        (top / name).mkdir(parents=True)
        (top / name / "drawing.pdf").write_bytes(name.encode() * (ord(name) - 96))
    visit(page, "/rfq/")
    add_files(page, top, by="Add a folder")
    listed(page, "drawing.pdf")
    expect(file_line(page, "drawing.pdf")).to_contain_text("1 more file with this name is waiting.")
    button(page, "Remove drawing.pdf").click()
    expect(files(page)).to_contain_text("removed from the list, with 2 more of its name that waited for you.")
    button(files(page), "Undo").click()
    for names in (["drawing (2).pdf"], ["drawing (2).pdf", "drawing (3).pdf"]):
        button(page, "Keep both: drawing.pdf").click()
        listed(page, "drawing.pdf", *names)
    expect(button(page, "Keep both: drawing.pdf")).to_be_hidden()
    assert sorted(each["size"] for each in record(page)["files"]) == [1, 2, 3]


def test_one_drop_and_two_at_once_keep_the_limit_and_a_listed_folder_comes_back(page: Page, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for place in range(501):
        (many / f"{place}.stp").touch()
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        for place in range(300):
            (folder / f"{folder.name}-{place}.txt").write_text(f"{folder.name} {place}", "utf-8")
    refused = "A record lists at most 500 files, so none of these is listed."
    visit(page, "/rfq/")
    drag(page, many)
    expect(files_said(page)).to_have_text(refused)
    assert file_names(page) == []
    page.evaluate("""() => {
      const slow = Blob.prototype.arrayBuffer;
      const go = new Promise((free) => { window.__free = free; });
      Blob.prototype.arrayBuffer = async function () { await go; return slow.call(this); };
    }""")
    drag(page, first)
    expect(files(page)).to_contain_text("file 1 of 300.")
    drag(page, second)
    expect(files_said(page)).to_have_text(refused)
    page.evaluate("__free()")
    expect(files(page).locator(".file__name")).to_have_count(300, timeout=60_000)
    # What came of the first drop does not hide what became of the second.
    expect(files_said(page)).to_have_text(re.compile(f"^Listed: .* {refused}$"))
    settled(page)
    page.reload()
    expect(files(page).locator(".file__name")).to_have_count(300, timeout=60_000)
    drag(page, first)
    expect(files_said(page)).to_contain_text("The same file as listed: ", timeout=60_000)


def test_opened_from_a_disk_a_large_file_is_hashed_in_a_worker_too(page: Page, site: Path, tmp_path: Path) -> None:
    path = large(tmp_path / "casting.stp", 9_000_000)
    visit(page, (site / "rfq" / "index.html").as_uri())
    with page.expect_worker():
        add_files(page, path)
    listed(page, "casting.stp")
    expect(file_line(page, "casting.stp").locator("code")).to_have_attribute("title", digest(path))


def test_on_a_phone_nothing_is_wider_than_the_screen(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    path = tmp_path / f"{'TVR-10427_bracket_' * 9}C.stp"
    path.write_bytes(b"x")
    visit(page, "/rfq/")
    add_files(page, path)
    listed(page, path.name)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for control in file_line(page, path.name).locator("button:visible, select, input").all():
        box = control.bounding_box()
        assert box
        assert box["height"] >= 24


def test_without_javascript_the_page_says_which_files_to_send(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/rfq/")
    expect(files(page)).to_contain_text("Send these with the RFQ: the CAD model, the drawing as a PDF")
    expect(button(page, "Add files")).to_be_hidden()
    context.close()

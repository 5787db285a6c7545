"""A person at the built site: what they see, and what they do there."""

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from tests.project import DATA

# Marks a test that a person does both at a desk and with a phone in hand.
on_each_device = pytest.mark.parametrize("device", ["desktop", "phone"])

EXAMPLES = DATA / "examples"
REV_B = EXAMPLES / "tvr-10427-rev-b.json"
REV_C = EXAMPLES / "tvr-10427-rev-c.json"

# What waits for a first sign that a reader answers the page.
SIGN = """() => document.querySelector("rfq-checklist, rfq-parts")
  ?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }))"""
# Two frames, and what the page does in tasks of their own after each.
FRAME = """new Promise((done) => {
  const after = (run) => requestAnimationFrame(() => setTimeout(run));
  after(() => after(done));
})"""
# How far a page can be scrolled sideways, in pixels.
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Text that does not fit where it stands, and is cut off there.
CUT = """() => [...document.querySelectorAll("article *")]
  .filter((each) => each.checkVisibility() && !each.matches("input, textarea, select, svg *"))
  .filter((each) => {
    const { overflowX, overflowY, clipPath, position } = getComputedStyle(each);
    const unseen = clipPath !== "none" || (position === "absolute" && each.clientWidth <= 1);
    const wide = overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1;
    // The sheet of the part is as high as the window and scrolls by itself.
    const scrolls = each.matches(".part-sheet > details") && overflowY === "auto";
    const tall = overflowY !== "visible" && !scrolls && each.scrollHeight > each.clientHeight + 1;
    return !unseen && each.clientWidth > 0 && (wide || tall);
  })
  .map((each) => each.outerHTML.slice(0, 120))"""
# What lets a page read what it copied, and what takes the clipboard from it.
CLIPBOARD = ["clipboard-read", "clipboard-write"]
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def complaints_of(page: Page) -> list[str]:
    """The errors that a page reports from now on."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def troubles(page: Page) -> list[str]:
    """Text cut off, and how far a page is too wide."""
    wide = page.evaluate(SIDEWAYS)
    return [*page.evaluate(CUT), *[f"{wide} px too wide"] * (wide > 0)]


def item(page: Page, label: str) -> Locator:
    """The box of an item."""
    return page.get_by_role("checkbox", name=re.compile(f"^{re.escape(label)}"))


# Shows an item or the control of a detail that is folded away, as its buttons do; what does not apply stays away.
REVEALED = """(found) => {
  if (!found || found.checkVisibility()) return;
  const row = found.closest("[data-item]");
  for (const press of ["[data-press=fold][aria-expanded=false]", "[data-press=reveal]"]) {
    if (!found.checkVisibility()) row?.querySelector(press)?.click();
  }
  const field = found.closest("[data-field]");
  if (field && !field.hidden && !field.checkVisibility()) {
    document.querySelector(`[data-change="${field.dataset.field}"]`)?.click();
  }
  const note = found.closest("details");
  if (note) note.open = true;
  document.activeElement.blur();
}"""


def revealed(page: Page, selector: str) -> None:
    """Unfold what holds something, at once: that a key unfolds it is tested where keys are."""
    if page.evaluate("(selector) => document.querySelector(selector)?.checkVisibility() ?? true", selector):
        return
    arranged(page)
    page.evaluate(f"(selector) => ({REVEALED})(document.querySelector(selector))", selector)


def not_applicable(page: Page, label: str) -> Locator:
    """The box that says that an item does not apply."""
    revealed(page, f'[aria-label="Not applicable: {label}"]')
    return page.get_by_role("checkbox", name=f"Not applicable: {label}", exact=True)


def note(page: Page, label: str) -> Locator:
    """The note of an item."""
    revealed(page, f'[aria-label="Note: {label}"]')
    return page.get_by_role("textbox", name=f"Note: {label}", exact=True)


def arranged(page: Page) -> None:
    """Wait until a list is arranged by what its part says, as it is with the first touch."""
    page.evaluate(
        "document.querySelector('rfq-checklist:has([data-field])')"
        "?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))"
    )
    expect(page.locator("rfq-checklist:not([data-arranged]):has([data-field])")).to_have_count(0)


def unfold(page: Page) -> None:
    """Show the controls of all details, at once: that a key shows them is tested where keys are."""
    expect(page.locator("rfq-checklist[data-ready]")).to_have_count(1)
    arranged(page)
    page.evaluate("""() => {
      const list = document.querySelector("rfq-checklist");
      for (const press of ["[data-press=fold][aria-expanded=false]", "[data-press=reveal]", "[data-press=change]"]) {
        for (const each of list.querySelectorAll(press)) if (each.checkVisibility()) each.click();
      }
      for (const each of list.querySelectorAll("details")) each.open = true;
      document.activeElement.blur();
      scrollTo({ top: 0, behavior: "instant" });
    }""")


def field_of(page: Page, name: str) -> Locator:
    """The control of a field, by its id."""
    revealed(page, f"#field-{name}")
    return page.locator(f"#field-{name}")


def names(page: Page) -> set[tuple[str, str]]:
    """Role and name of everything that the browser tells assistive technology."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return {(each["role"]["value"], each["name"]["value"]) for each in nodes if "role" in each and "name" in each}


def progress(page: Page, title: str) -> Locator:
    """The sentence that counts a list."""
    return page.get_by_role("region", name=title, exact=True).get_by_role("status").first


def saving(page: Page) -> Locator:
    """The sentence about saving."""
    return page.locator(".parts__state")


def unfold_parts(page: Page) -> None:
    """Unfold the other parts, at once: that a key unfolds them is tested where keys are."""
    page.evaluate("document.querySelectorAll('.parts__others').forEach((each) => { each.open = true; })")


def switcher(page: Page) -> Locator:
    """The list of parts."""
    unfold_parts(page)
    return page.get_by_role("combobox", name="Part", exact=True)


def parts(page: Page) -> list[str]:
    """The parts to choose from."""
    return page.locator(".parts__choice option").all_text_contents()


def switch_to(page: Page, name: str) -> None:
    """Take another part in use, as a hand does: the list gets the focus first."""
    unfold_sheet(page)
    switcher(page).focus()
    switcher(page).select_option(name)
    expect(chosen(page)).to_have_text(name)


def sheet(page: Page) -> Locator:
    """The sheet of the part."""
    return page.get_by_role("complementary", name="This part", exact=True)


def unfold_sheet(page: Page) -> None:
    """See the whole sheet, on a phone too."""
    if not sheet(page).locator(".part-sheet__inner").is_visible():
        sheet(page).locator(".part-sheet__bar").click()


def chosen(page: Page) -> Locator:
    """The part in use."""
    return page.locator(".parts__choice option:checked")


# What stands among the other parts, which are folded away until somebody wants them.
AMONG_PARTS = {"New part", "Duplicate part", "Rename part", "Delete part", "Save name", "Load the example"}


def button(page: Page | Locator, name: str) -> Locator:
    """A button by its whole name."""
    if isinstance(page, Page) and name in AMONG_PARTS:
        unfold_parts(page)
    return page.get_by_role("button", name=name, exact=True)


def summary(page: Page) -> Locator:
    """The RFQ summary."""
    return page.get_by_role("region", name=re.compile("^RFQ summary"))


def verdict(page: Page) -> Locator:
    """The outcome that the summary says."""
    return summary(page).locator(".summary__verdict")


def counts(page: Page) -> Locator:
    """The progress of each list as the summary says it."""
    return summary(page).locator(".summary__counts > li")


def questions(page: Page) -> Locator:
    """What a desk would ask."""
    return summary(page).locator(".summary__questions > li")


def said(page: Page) -> Locator:
    """What the summary's buttons came to."""
    return summary(page).locator(".summary__status")


def preview(page: Page) -> Locator:
    """The question before a record is opened."""
    return page.get_by_role("dialog", name="Open this record?", exact=True)


def answer(page: Page, name: str) -> None:
    """Answer that question."""
    preview(page).get_by_role("button", name=name, exact=True).click()


def settled(page: Page) -> None:
    """Wait until everything entered so far is kept."""
    page.evaluate(FRAME)
    expect(saving(page)).to_contain_text("Saved in this browser")


def clear_stored(page: Page, count: int) -> None:
    """Clear the contents of so many files once they are stored, until the page says so: a reload could keep them."""
    stored = "One file is stored" if count == 1 else f"{count} files are stored"
    expect(files(page).locator(".rfq-files__stored")).to_contain_text(stored)
    button(page, "Clear stored files").click()
    expect(page.get_by_text("The stored files are cleared. The list stays.")).to_be_visible()


def reached(page: Page, condition: str) -> None:
    """Look in every frame until a condition holds: the pages' policy refuses Playwright's own way."""
    page.evaluate(f"""new Promise((done, failed) => {{
      setTimeout(() => failed(new Error({json.dumps(condition)})), 30_000);
      const look = () => ({condition}) ? done() : requestAnimationFrame(look);
      look();
    }})""")


def visit(page: Page, address: str) -> None:
    """Open a page and begin to answer it: all of it comes to life."""
    look_at(page, address)
    page.evaluate(SIGN)
    # What waits comes with the sign; on a page where all of the summary waits, nothing else tells that it is there.
    expect(page.locator("rfq-steps:not([data-ready])")).to_have_count(0)
    # The steps and the sheet of a part that says nothing have nothing to add to their templates.
    waiting = "xpath=//*[starts-with(name(), 'rfq-') and not(@data-ready or @data-waits)]"
    expect(page.locator(waiting)).to_have_count(0)
    open_folds(page)


def look_at(page: Page, address: str) -> None:
    """Open a page whose upper parts work."""
    page.goto(address)
    open_folds(page)
    # Each element comes to life in a task of its own; a summary of nothing waits until somebody comes near it.
    expect(page.locator(":is(rfq-assess, rfq-checklist):not([data-ready])")).to_have_count(0)


def open_folds(page: Page) -> None:
    """Unfold the other parts, notes and the check sheet: that a key opens them is tested where keys are."""
    expect(page.locator("rfq-parts[data-ready]")).to_have_count(1)
    folds = ".parts__others, .item__note, .summary__check"
    page.evaluate(f"document.querySelectorAll('{folds}').forEach((each) => {{ each.open = true; }})")


def choose(page: Page, file: Path | bytes) -> None:
    """Choose a record's file: one on disk, or what is in it."""
    with page.expect_file_chooser() as chooser:
        button(page, "Open a record").click()
    if isinstance(file, bytes):
        chooser.value.set_files({"name": "record.json", "mimeType": "", "buffer": file})
    else:
        chooser.value.set_files(file)


def drop(page: Page, name: str, content: bytes) -> None:
    """Drop a file on the page."""
    page.evaluate(
        """([name, bytes]) => {
          const carried = new DataTransfer();
          carried.items.add(new File([new Uint8Array(bytes)], name));
          for (const kind of ["dragover", "drop"]) {
            document.querySelector("h1").dispatchEvent(
              new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
          }
        }""",
        [name, list(content)],
    )


def drag(page: Page, *paths: Path) -> None:
    """Drag files and folders from the disk onto the page, as the browser itself gets them."""
    page.evaluate("scrollTo(0, 0)")
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 300, "y": 300, "data": data})
    session.detach()


def files(page: Page) -> Locator:
    """The files of the part."""
    return page.get_by_role("region", name="Files", exact=True)


def file_line(page: Page, name: str) -> Locator:
    """One listed file."""
    return files(page).locator(f'[data-file="{name}"]')


def file_names(page: Page) -> list[str]:
    """The files listed, in their order."""
    return files(page).locator(".file__name").all_text_contents()


def files_said(page: Page) -> Locator:
    """What came of the files added last."""
    return files(page).get_by_role("status")


def add_files(page: Page, *paths: Path, by: str = "Add files") -> None:
    """Choose files or a folder from the disk."""
    with page.expect_file_chooser() as chooser:
        button(files(page), by).click()
    chooser.value.set_files(list(paths) if by == "Add files" else paths[0])


def opened(page: Page, file: Path | bytes) -> None:
    """Open a record's file as a new part."""
    choose(page, file)
    answer(page, "Open as a new part")
    expect(said(page)).to_have_text("The record is open.")
    # Each element shows it in a task of its own, and the list is arranged for it.
    page.evaluate(FRAME)


def downloaded(page: Page, name: str) -> tuple[str, bytes]:
    """Press a download button: the file's name, and what is in it."""
    with page.expect_download() as download:
        button(page, name).click()
    return received(download.value)


def received(download: Download) -> tuple[str, bytes]:
    """A download's name and content."""
    return download.suggested_filename, Path(download.path()).read_bytes()


def without_row_ids(values: dict[str, Any]) -> dict[str, Any]:
    """A record's values, rows without the ids that tell them apart."""
    return {
        name: [
            {key: cell for key, cell in each.items() if key != "id"} if isinstance(each, dict) else each
            for each in value
        ]
        if isinstance(value, list)
        else value
        for name, value in values.items()
    }


def example(file: Path) -> dict[str, Any]:
    """A worked record."""
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def fragment_of(content: bytes) -> str:
    """The end of a link that carries this."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return "#record=" + base64.urlsafe_b64encode(packer.compress(content) + packer.flush()).decode().rstrip("=")


def stored_records(page: Page) -> list[dict[str, Any]]:
    """The records as they are stored."""
    found: list[dict[str, Any]] = page.evaluate(
        """() => new Promise((done) => {
          const request = indexedDB.open("rfq-guide");
          request.onsuccess = () => {
            const all = request.result.transaction("records").objectStore("records").getAll();
            all.onsuccess = () => { request.result.close(); done(all.result); };
          };
        })"""
    )
    return found

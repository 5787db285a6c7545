"""A person at the built site: what they see, and how they work it with the keyboard alone."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from macros.guide.guide import Guide
from macros.models import Checklist, Field
from tests.project import DATA

# Marks a test that a person does both at a desk and with a phone in hand.
on_each_device = pytest.mark.parametrize("device", ["desktop", "phone"])

EXAMPLES = DATA / "examples"
REV_B = EXAMPLES / "tvr-10427-rev-b.json"
REV_C = EXAMPLES / "tvr-10427-rev-c.json"

# What waits for a first sign that a reader answers the page.
SIGN = """() => document.querySelector("rfq-checklist, rfq-parts")
  ?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }))"""
FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Resolves once what has the focus has stood in one place for ten frames: a busy browser scrolls late, and in steps.
STILL = """new Promise((done) => {
  const place = () => document.activeElement.getBoundingClientRect().top;
  let [before, frames] = [place(), 0];
  const look = () => {
    frames = place() === before ? frames + 1 : 0;
    before = place();
    if (frames < 10) requestAnimationFrame(look);
    else done();
  };
  look();
})"""

# Looks in every frame whether the focus went nowhere.
FOCUS = """
window.__lost = [];
let before = null;
function look() {
  const now = document.activeElement;
  if (now !== document.body) before = now;
  else if (before) {
    const name = before.getAttribute("aria-label") || before.textContent.trim();
    if (!window.__leaving) __lost.push(`The focus is lost after “${name}”`);
    window.__leaving = false;
    before = null;
  }
  requestAnimationFrame(look);
}
requestAnimationFrame(look);
"""

# What has the focus; within the content, also why it could not be seen.
STOP = """() => {
  const each = document.activeElement;
  const text = (part) => part?.textContent.replace(/\\s+/g, " ").trim();
  const fault = () => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    const { left, right, top, bottom } = each.getClientRects()[0];
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return "is off the screen";
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const at = document.elementFromPoint(x, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    if (at && !at.closest("[role=dialog], .md-search__overlay") && !each.contains(at) && !at.contains(each)) {
      return `is covered by ${at.className || at.tagName}`;
    }
    // The calendar button in a date is marked by the browser, where scripts cannot look.
    if (each.type === "date" || boxShadow !== "none") return "";
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 ? "" : "has no mark";
  };
  return {
    tag: each.tagName.toLowerCase(),
    kind: each.type ?? "",
    name: each.getAttribute("aria-label") || text(each.labels?.[0]) || text(each),
    field: each.closest("[id^=field-]:not([id$=-help])")?.id.slice("field-".length) ?? "",
    item: each.closest("[data-item]")?.dataset.item ?? "",
    region: each.closest("section[aria-label]")?.getAttribute("aria-label") ?? "",
    value: each.value ?? "",
    checked: each.checked ?? false,
    href: each.href ?? "",
    fault: each.closest("article") ? fault() : "",
  };
}"""


@dataclass(frozen=True)
class Stop:
    """What has the focus."""

    tag: str
    kind: str
    name: str
    field: str
    item: str
    region: str
    value: str
    checked: bool
    href: str
    fault: str


def unfolds(name: str, item: str = "") -> bool:
    """Whether a button of this name unfolds an item, or the details of one that nobody asks for."""
    return name.startswith(f"Answer: {item}") or f"not asked for: {item}" in name


@dataclass
class Keyboard:
    """Fills the guide in with keys alone; the focus is watched all the while."""

    page: Page
    guide: Guide
    fields: dict[str, Field] = field(init=False)
    entered: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.fields = {each.id: each for each in self.guide.fields}
        self.page.add_init_script(FOCUS)

    def here(self) -> Stop:
        """What has the focus now."""
        stop = Stop(**self.page.evaluate(STOP))
        if stop.fault:
            self.page.evaluate(STILL)
            stop = Stop(**self.page.evaluate(STOP))
        if stop.fault:
            self.faults.append(f"“{stop.name}” {stop.fault}")
        return stop

    def tab(self) -> Stop:
        """What has the focus after Tab."""
        self.page.keyboard.press("Tab")
        return self.here()

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)

    def tab_to(self, name: str, tag: str = "", address: str = "") -> Stop:
        """Go on with Tab to what has a name; fails where a person would give up."""
        for _ in range(400):
            stop = self.tab()
            if stop.name == name and tag in ("", stop.tag) and stop.href.endswith(address):
                return stop
        raise AssertionError(f"Tab does not reach “{name}”")

    def follow(self, name: str, address: str) -> None:
        """Tab to a link and go where it leads: there the focus begins anew."""
        self.tab_to(name, "a", address)
        self.page.evaluate("window.__leaving = true")
        self.press("Enter")

    def fill(self, checklist: Checklist, record: dict[str, Any]) -> None:
        """One pass with Tab over a list: the details that are not entered yet, notes, and the reader's word last."""
        items = {item.id: item for item in checklist.items}
        for stop in self._stops_in(checklist):
            if not stop.item:
                self._enter(stop, record)
                continue
            item, answer = items[stop.item], record["answers"][f"{checklist.id}/{stop.item}"]
            if stop.kind == "checkbox" and stop.name == f"{item.label}: {checklist.words.done.lower()}":
                self.press("Space")
                self.page.evaluate(FRAME)
            elif stop.name == f"Note: {item.label}":
                self.write(answer.get("note", ""))
            elif (
                (stop.tag == "summary" and stop.name == "Note")
                or unfolds(stop.name, item.label)
                or stop.name in self._to_change(record)
            ):
                self.press("Enter")
            else:
                self._enter(stop, record)

    def _enter(self, stop: Stop, record: dict[str, Any]) -> None:
        if not stop.field or stop.name.startswith(("Not applicable: ", "Reason: ")):
            return
        self._detail(stop, record["stage"] if stop.field == "stage" else record["values"].get(stop.field))
        self.entered.add(stop.field)
        # What was entered can bring the next detail, with the frame after.
        self.page.evaluate(FRAME)

    def _to_change(self, record: dict[str, Any]) -> set[str]:
        """The buttons of the details that stand as values, and are not entered yet."""
        left = record["values"].keys() - self.entered
        return {f"Change: {self.fields[each].label}" for each in left if each in self.fields}

    def _stops_in(self, checklist: Checklist) -> Iterator[Stop]:
        inside, stop = False, self.tab()
        for _ in range(500):
            if stop.region == checklist.title:
                inside = True
                yield stop
                # A new row, and an item that is unfolded, take the focus by themselves.
                moves = stop.name == "Add row" or stop.name.startswith("Change: ") or unfolds(stop.name)
                after = self.here() if moves else stop
                stop = self.tab() if after.name == stop.name else after
            elif inside:
                return
            else:
                stop = self.tab()
        raise AssertionError(f"Tab does not get through {checklist.title}")

    def _detail(self, stop: Stop, value: Any) -> None:
        if value is None:
            return
        field = self.fields[stop.field]
        if field.kind == "rows":
            self._row(stop, field, value)
        elif field.kind == "many":
            label = next(option.label for option in field.options if option.id == stop.value)
            assert stop.name == label
            if stop.checked != (stop.value in value):
                self.press("Space")
        elif stop.value:
            assert stop.value == str(value), f"{field.label} was entered before"
        elif field.kind == "choice":
            for _ in range([option.id for option in field.options].index(value) + 1):
                self.press("ArrowDown")
        else:
            self._type(str(value), stop.kind)

    def _row(self, stop: Stop, field: Field, rows: list[dict[str, Any]]) -> None:
        cell = re.fullmatch(rf"{re.escape(field.label)}: (.+), row (\d+)", stop.name)
        if cell:
            column = next(column.id for column in field.columns if column.label == cell[1])
            text = str(rows[int(cell[2]) - 1].get(column, ""))
            options = [option.id for each in field.columns if each.id == column for option in each.options]
            if stop.value:
                assert stop.value == text, f"{stop.name} was entered before"
            elif options:
                for _ in range(options.index(text) + 1 if text else 0):
                    self.press("ArrowDown")
            else:
                self._type(text, stop.kind)
        elif stop.name == "Add row" and self._rows_of(field) < len(rows):
            self.press("Enter")

    def _rows_of(self, field: Field) -> int:
        return self.page.locator(f"#field-{field.id} tbody tr").count()

    def _type(self, text: str, kind: str) -> None:
        if kind == "date" and text:
            year, month, day = text.split("-")
            self.page.keyboard.type(month + day + year)
        else:
            self.write(text)

    def write(self, text: str) -> None:
        """One letter by key; the rest comes in one stroke, as from a clipboard."""
        self.page.keyboard.type(text[:1])
        if text[1:]:
            self.page.keyboard.insert_text(text[1:])

    def trouble(self) -> list[str]:
        """Where the focus went nowhere, or could not be seen."""
        self.page.evaluate(FRAME)
        lost: list[str] = self.page.evaluate("__lost")
        return lost + self.faults


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


def switcher(page: Page) -> Locator:
    """The list of parts."""
    page.evaluate("document.querySelectorAll('.parts__others').forEach((each) => { each.open = true; })")
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
        page.evaluate("document.querySelectorAll('.parts__others').forEach((each) => { each.open = true; })")
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


def settled(page: Page) -> None:
    """Wait until everything entered so far is kept."""
    page.evaluate(FRAME)
    expect(saving(page)).to_contain_text("Saved in this browser")


def clear_stored(page: Page) -> None:
    """Clear the stored contents of files, until the page says so: a reload meanwhile would keep them."""
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
    preview(page).get_by_role("button", name="Open as a new part", exact=True).click()
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

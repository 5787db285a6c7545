"""A person who works the built site with the keyboard alone; the focus is watched all the while."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from playwright.sync_api import Page, expect

from macros.guide.guide import Guide
from macros.models import Checklist, Field
from tests.browser.person import FRAME

Found = TypeVar("Found")

# How often a page that arranges itself late is looked at again before what is wrong with its focus is wrong for good.
LOOKS = 10
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


def looked_at_until(page: Page, look: Callable[[], Found], is_right: Callable[[Found], bool]) -> Found:
    """What is seen of the focus, once it is right or a page that arranges itself late was given its time."""
    found = look()
    for _ in range(LOOKS):
        if is_right(found):
            break
        page.evaluate(STILL)
        found = look()
    return found


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
        stop = looked_at_until(self.page, lambda: Stop(**self.page.evaluate(STOP)), lambda stop: not stop.fault)
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
                if not inside:
                    # What the rules arrange comes with the first key.
                    expect(self.page.locator("rfq-checklist[data-arranged]")).to_have_count(1)
                    stop = self.here()
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

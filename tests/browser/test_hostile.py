"""Hostile strings through every way into the page: they stay text, on each page, in print and in what is saved."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from tests.browser.person import (
    FRAME,
    REV_C,
    arranged,
    button,
    chosen,
    downloaded,
    example,
    files,
    fragment_of,
    opened,
    preview,
    settled,
    stored_records,
    summary,
    unfold,
    visit,
)
from tests.browser.test_review import copied, said
from tests.project import ROOT
from tests.tally import Tally

STRINGS: list[str] = json.loads((ROOT / "tests" / "client" / "hostile.json").read_text("utf-8"))
# What the guide itself reads, as no answer and as a thread, brings the same questions of its own in either record.
READ = {"...", "#123"}
PLAIN = [each if each in READ else f"plain {place}" for place, each in enumerate(STRINGS)]
# With the record in use; the desk's page gets it as a link.
PAGES = ("/rfq/", "/pilot-lock/", "/readiness/", "/assess/", "/upload/", "/")

# Every element of a page, of the request shown on it too, with the names of its attributes: what a string that got
# through would add to. What the browser or the theme gives an element of ours is left out.
SHAPE = """(root) => {
  const given = /^(class|style|hidden|disabled|tabindex|open|data-md-.*|data-focus-.*)$/;
  const within = (each) => [each, ...[...each.shadowRoot?.querySelectorAll("*") ?? []].flatMap(within)];
  return [...document.querySelectorAll(`${root} *`)].flatMap(within).map((each) =>
    [each.localName, ...each.getAttributeNames().filter((name) => !given.test(name)).sort()].join(" "));
}"""
# Rows are drawn as they come near, or are asked for.
ALL_ROWS = """() => {
  for (const more of document.querySelectorAll(".rows__more")) while (!more.hidden) more.click();
}"""
# Each text box by its name. A person types where there is a box to see; one brings the next that is asked.
NAMED = """
  const boxes = () => [...document.querySelectorAll("article .item input[type=text], article .item textarea")];
  const name = (box) => box.getAttribute("aria-label") || box.id;
"""
TYPE = f"""(given) => {{ {NAMED}
  const strings = JSON.parse(given);
  return boxes().filter((box) => box.checkVisibility()).slice(0, strings.length).map((box, place) => {{
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value").set.call(box, strings[place]);
    for (const kind of ["input", "change"]) box.dispatchEvent(new Event(kind, {{ bubbles: true }}));
    return [name(box), box.value];
  }});
}}"""
KEPT = f"() => {{ {NAMED} return Object.fromEntries(boxes().map((box) => [name(box), box.value])); }}"

DROP = """(given) => {
  const carried = new DataTransfer();
  const files = JSON.parse(given).map((name, place) => new File([String(place)], name));
  for (const file of files) carried.items.add(file);
  document.querySelector("h1").dispatchEvent(
    new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  return files.map((file) => file.name);
}"""


def saying(strings: list[str]) -> dict[str, Any]:
    """The worked example with every string in a row, a file, a question of the desk, and one wherever a text can be."""
    record = example(REV_C)
    # Where there is room for one alone, it is one that brings an element with it.
    words, elements = cycle(strings), cycle(strings[:5])

    def instead_of(value: Any) -> Any:
        if isinstance(value, list) and isinstance(value[0], dict):
            return [{key: cell if key == "id" else next(elements) for key, cell in each.items()} for each in value]
        # A list of options holds nothing but ids; one text in its place is read as a list of one.
        return value if isinstance(value, int) else next(elements)

    for state in (record, *record["builds"]):
        for answer in state["answers"].values():
            answer |= {"note": next(words), "text": next(elements)}
        state["values"] = {field: instead_of(value) for field, value in state["values"].items() if field != "incoterm"}
        state["na"] = {"incoterm": next(elements)}
    record["name"] = next(elements)
    record["builds"][0]["name"] = next(words)
    record["values"]["critical-dims"] += [
        {"id": str(place), "dim": f"CD-{place}", "feature": each, "limits": each} for place, each in enumerate(strings)
    ]
    record["files"] = [{"name": each or "-", "role": each, "revision": each} for each in strings]
    record["review"] = {
        "schema": "rfq-review/1",
        "record": record["id"],
        "part_number": next(words),
        "revision": next(words),
        "updated": record["updated"],
        "at": record["updated"],
        "questions": [{"item": "rfq/prototype-history", "text": each or "-"} for each in strings],
    }
    return record


def shapes(page: Page, root: str = "body") -> Counter[str]:
    page.evaluate(FRAME)
    return Counter(page.evaluate(SHAPE, root))


@pytest.fixture
def ran(page: Page) -> Iterator[list[str]]:
    """What a script of a string said; a broken policy and a foreign request fail a test by themselves."""
    heard: list[str] = []

    def asked(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", asked)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield heard
    assert heard == []


def every_shape(page: Page, strings: list[str]) -> dict[str, Counter[str]]:
    """What each page, and the question before, is made of once a record of these strings is the only part."""
    record = saying(strings)
    visit(page, "/rfq/" + fragment_of(json.dumps(record).encode()))
    expect(preview(page).locator(".open__name")).to_have_text(record["name"])
    found = {"preview": shapes(page, "dialog")}
    button(preview(page), "Open as a new part").click()
    expect(chosen(page)).to_have_text(record["name"])
    settled(page)
    for address in PAGES:
        if address == "/":
            page.goto(address)
            expect(page.locator("rfq-home[data-ready]")).to_have_count(1)
        else:
            visit(page, address)
        if address == "/rfq/":
            # The request is made once somebody can see it.
            request = summary(page).locator(".summary__request")
            request.scroll_into_view_if_needed()
            expect(request.get_by_role("heading", name="Left open")).to_be_attached()
        if address != "/":
            # What comes with the rules, and what is loaded because the part has it.
            arranged(page)
            expect(page.locator(".received-review__box")).to_be_visible()
        if address == "/rfq/":
            expect(files(page).locator(".file__name")).not_to_have_count(0)
        page.evaluate(ALL_ROWS)
        found[address] = shapes(page)
    return found


@pytest.mark.usefixtures("ran")
def test_a_record_of_hostile_strings_adds_nothing_to_any_page(
    page: Page, browser: Browser, server: str, survived: Tally
) -> None:
    with browser.new_context(base_url=server) as other:
        calm = every_shape(other.new_page(), PLAIN)
    for address, shape in every_shape(page, STRINGS).items():
        assert not shape - calm[address], address
    survived("hostile strings in an opened record", len(STRINGS))


@pytest.mark.usefixtures("ran")
def test_the_desk_reads_hostile_strings_as_text(page: Page, context: BrowserContext, survived: Tally) -> None:
    found = []
    for strings in (PLAIN, STRINGS):
        record = saying(strings)
        page.goto("about:blank")
        page.goto("/review/" + fragment_of(json.dumps(record).encode()))
        expect(said(page)).to_contain_text(f"{record['name']} is open.")
        expect(page.get_by_role("heading", name="Questions for the buyer")).to_be_visible()
        found.append(shapes(page))
    calm, hostile = found
    assert not hostile - calm
    assert copied(page, context, "Copy as Markdown")
    survived("hostile strings on the desk's page", len(STRINGS))


@pytest.mark.usefixtures("ran")
def test_hostile_strings_typed_into_notes_and_details_are_kept_to_the_letter(page: Page, survived: Tally) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    calm = shapes(page)
    left, held = STRINGS, 0
    while left:
        entered: dict[str, str] = dict(page.evaluate(TYPE, json.dumps(left)))
        typed = [*entered.values()]
        left = left[len(typed) :]
        settled(page)
        held += len({*typed} & {*texts(stored_records(page))}) + len(typed) - len({*typed})
        # A text that says nothing is none.
        held += len({each for each in typed if not each.strip()} - {*texts(stored_records(page))})
        page.reload()
        unfold(page)
        page.evaluate(FRAME)
        assert entered.items() <= page.evaluate(KEPT).items()
        assert not shapes(page).keys() - calm.keys()
    survived("hostile strings typed into notes and details", held, len(STRINGS))
    assert held == len(STRINGS)


def texts(thing: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(thing, dict | list):
        for each in thing.values() if isinstance(thing, dict) else thing:
            yield from texts(each)
    elif isinstance(thing, str):
        yield thing


@pytest.mark.usefixtures("ran")
def test_files_of_hostile_names_are_listed_by_their_names(page: Page, survived: Tally) -> None:
    visit(page, "/rfq/")
    calm = shapes(page)
    given: set[str] = set()
    # Some at a time: the page takes its time over each.
    for start in range(0, len(STRINGS), 20):
        given.update(page.evaluate(DROP, json.dumps(STRINGS[start : start + 20])))
        expect(files(page).locator(".file__name")).to_have_count(len(given))
    settled(page)
    listed = {each["name"] for each in stored_records(page)[0]["files"]}
    survived("hostile names of files", len(listed & given), len(given))
    assert listed == given
    assert not [each for each in shapes(page) - calm if each.split()[0] in {"script", "img", "iframe", "svg", "b"}]


@pytest.mark.usefixtures("ran")
def test_hostile_strings_are_printed_and_downloaded_as_they_are(page: Page, survived: Tally) -> None:
    visit(page, "/rfq/")
    record = saying(STRINGS)
    opened(page, json.dumps(record).encode())
    _, content = downloaded(page, "Download record (JSON)")
    assert json.loads(content)["values"] == record["values"]
    assert json.loads(content)["review"] == record["review"]
    page.emulate_media(media="print")
    assert page.pdf().startswith(b"%PDF")
    letters = "".join(page.evaluate("document.querySelector('article').innerText").split())
    wanted = [each for each in STRINGS if each.isprintable()]
    missing = [each for each in wanted if "".join(each.split()) not in letters]
    survived("hostile strings in print", len(wanted) - len(missing), len(wanted))
    assert missing == []


@pytest.mark.usefixtures("ran")
def test_a_link_that_fills_blanks_with_hostile_strings_runs_nothing(page: Page, survived: Tally) -> None:
    fields = (
        *("part-number", "revision", "cad-file", "drawing-file", "release-ref", "finish", "packing", "contact"),
        *("company", "part-name", "alloy", "spec", "nda", "part-marking", "frozen", "open"),
    )
    sendable = [each.encode("utf-8", "replace").decode() for each in STRINGS]
    calm: set[str] = set()
    for strings in (PLAIN[: len(fields)], sendable):
        for start in range(0, len(strings), len(fields)):
            some = zip(fields, strings[start:], strict=False)
            page.goto("about:blank")
            visit(page, "/rfq/#" + "&".join(f"{field}={quote(each, safe='')}" for field, each in some))
            expect(page.get_by_role("region", name="From the link you opened")).to_be_visible()
            found = {*shapes(page)}
            calm = calm or found
            assert not found - calm
            button(page, "New part").click()
    survived("hostile strings in links that fill blanks", len(STRINGS))

"""Opening a record: chosen or dropped, looked at before it is taken, and refused in a sentence where it is none."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.person import (
    REV_B,
    REV_C,
    SIGN,
    answer,
    button,
    choose,
    chosen,
    counts,
    downloaded,
    drop,
    example,
    field_of,
    item,
    opened,
    parts,
    preview,
    progress,
    questions,
    said,
    settled,
    switch_to,
    unfold,
    verdict,
    visit,
)
from tests.tally import Tally

LOCK = "Pilot lock checklist"
READY = "Ready for the pilot RFQ"


def test_at_revision_b_only_the_alloy_is_locked_and_the_part_stays_a_prototype(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_B)
    expect(verdict(page)).to_have_text("Not a pilot run yet")
    expect(counts(page).first).to_have_text(f"{LOCK}: 1 of 6 locked, 5 still moving")
    expect(questions(page).first).to_be_visible()
    settled(page)
    visit(page, "/pilot-lock/")
    expect(item(page, "Material grade and temper")).to_be_checked()
    expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 5 still moving")


def test_a_dropped_record_is_looked_at_before_it_is_opened(page: Page) -> None:
    visit(page, "/rfq/")
    drop(page, "record.json", REV_C.read_bytes())
    expect(preview(page)).to_be_visible()
    expect(preview(page)).to_contain_text("TVR-10427 Rev C")
    expect(preview(page)).to_contain_text("It opens as a new part.")
    expect(preview(page).locator("dl")).to_contain_text("Part number TVR-10427")
    expect(verdict(page)).not_to_have_text(READY)
    answer(page, "Open as a new part")
    expect(verdict(page)).to_have_text(READY)
    expect(chosen(page)).to_have_text("TVR-10427 Rev C")


def test_a_record_that_is_new_here_replaces_nothing_and_one_not_wanted_changes_nothing(page: Page) -> None:
    visit(page, "/rfq/")
    item(page, "Prototype history").check()
    # The same file can be chosen again.
    for leave in ("Cancel", "Escape"):
        choose(page, REV_C)
        expect(preview(page).get_by_role("button", name="Open as a new part", exact=True)).to_be_focused()
        expect(preview(page).get_by_role("button", name="Update the existing part")).to_be_hidden()
        if leave == "Escape":
            page.keyboard.press("Escape")
        else:
            answer(page, leave)
        expect(preview(page), leave).to_be_hidden()
        expect(button(page, "Open a record")).to_be_focused()
        expect(counts(page).nth(1)).to_have_text("RFQ checklist: 1 of 5 ready, 4 open")
        assert parts(page) == ["Unnamed part"]


def test_a_record_of_a_part_that_is_here_replaces_it_only_when_asked(page: Page) -> None:
    visit(page, "/rfq/")
    unfold(page)
    opened(page, REV_C)
    field_of(page, "revision").fill("D")
    choose(page, REV_C)
    expect(preview(page)).to_contain_text("It differs from the part you have open in 2 places:")
    expect(preview(page).get_by_role("row", name="Revision D C", exact=True)).to_be_visible()
    answer(page, "Open as a new part")
    expect(chosen(page)).to_have_text("TVR-10427 Rev C")
    assert sorted(parts(page)) == ["TVR-10427 Rev C", "TVR-10427 Rev D"]
    choose(page, REV_C)
    expect(preview(page)).to_contain_text("It differs from your part “TVR-10427 Rev D” in 2 places:")
    answer(page, "Update the existing part")
    expect(field_of(page, "revision")).to_have_value("C")
    expect(page.get_by_role("option", name="TVR-10427 Rev D")).to_have_count(0)
    assert parts(page) == ["TVR-10427 Rev C", "TVR-10427 Rev C (2)"]
    expect(chosen(page)).to_have_text(re.compile("^TVR-10427 Rev C"))


def test_a_downloaded_record_opens_again_and_says_the_same(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    # What was said of one part is not said of another.
    button(page, "New part").click()
    expect(said(page)).to_be_empty()
    switch_to(page, "TVR-10427 Rev C")
    _, content = downloaded(page, "Download record (JSON)")
    settled(page)
    choose(page, content)
    expect(preview(page)).to_contain_text("It says the same as the part you have open.")
    expect(preview(page).get_by_role("table")).to_be_hidden()


NEWER = {**example(REV_C), "schema": "rfq-record/2"}
WRONG_TYPE = {**example(REV_C), "values": {"part-number": {"a": 1}}}


WRONG = {
    "empty": (b"", "This is empty; a record that this guide saved was expected."),
    "pdf": (b"%PDF-1.7 \xff\xfe\x00", "This is not JSON; a record that this guide saved was expected."),
    "cut": (REV_C.read_bytes()[:3000], "This is JSON that is cut short or damaged; a record that this guide saved was"),
    "list": (b"[]", "This is JSON of something else, a list; a record that this guide saved was expected."),
    "null": (b"null", "This is JSON of something else, just null; a record that this guide saved was expected."),
    "other": (b'{"name": "x"}', 'This is JSON of something else, without a "schema"; a record that this guide saved'),
    "newer": (json.dumps(NEWER).encode(), "A newer version of this guide saved this record"),
    "wrong type": (json.dumps(WRONG_TYPE).encode(), 'This record cannot be opened: under "values", "part-number"'),
    "nested": (b"[" * 200, "This is nested more than 100 levels deep; a record that this guide saved was expected."),
    "large": (b" " * 5_100_000, "This is 5.1 MB; at most 5.0 MB"),
}


DRAGGED_TEXT = """() => {
  const carried = new DataTransfer();
  carried.setData("text/plain", "6061");
  const event = new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
  document.querySelector("h1").dispatchEvent(event);
  return event.defaultPrevented;
}"""


def test_what_is_no_record_gets_one_sentence_and_changes_nothing(page: Page, survived: Tally) -> None:
    visit(page, "/rfq/")
    for name, (content, sentence) in WRONG.items():
        choose(page, content)
        expect(said(page)).to_contain_text(sentence)
        assert re.fullmatch(r"[^.]+(\d\.\d[^.]+)*\.", said(page).text_content() or ""), name
    # As a browser does for a file that went meanwhile.
    page.evaluate("() => { File.prototype.text = () => Promise.reject(new DOMException('gone', 'NotFoundError')); }")
    drop(page, "gone.json", b"{}")
    expect(said(page)).to_have_text("“gone.json” cannot be read; choose a record's file.")
    assert not page.evaluate(DRAGGED_TEXT), "the page takes a text that is dragged over it"
    expect(preview(page)).to_be_hidden()
    expect(counts(page).first).to_have_text(f"{LOCK}: 0 of 6 locked, 6 still moving")
    assert parts(page) == ["Unnamed part"]
    survived("wrong files refused", len(WRONG))


def test_a_record_dropped_after_the_page_was_left_and_come_back_to_opens_once(page: Page) -> None:
    visit(page, "/rfq/")
    page.get_by_role("navigation", name="Steps", exact=True).get_by_role("link", name=re.compile("Check")).click()
    expect(progress(page, "Production-readiness checklist")).to_be_visible()
    drop(page, "record.json", REV_C.read_bytes())
    page.go_back()
    page.evaluate(SIGN)
    expect(counts(page).first).to_be_attached()
    expect(preview(page)).to_be_hidden()
    drop(page, "record.json", REV_C.read_bytes())
    answer(page, "Open as a new part")
    expect(verdict(page)).to_have_text(READY)
    assert parts(page) == ["TVR-10427 Rev C"]

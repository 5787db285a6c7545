"""Files made to keep a page busy: one sentence each, nothing changed; and no more is drawn than is seen."""

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.person import REV_C, button, choose, field_of, opened, preview, said, settled, unfold, visit

ROWS = 900
# So many rows are drawn at first, by a list to fill in and by a document.
FIRST = 30
FIRST_READ = 100
ONE_SENTENCE = re.compile(r"^This [^\n]{10,200}[^.\n]\.$")

BLANK: dict[str, Any] = {
    **{"schema": "rfq-record/1", "id": "made", "guide": "1.0.0", "stage": None},
    **{"created": "2026-09-01T09:00:00Z", "updated": "2026-09-01T09:00:00Z"},
    **{"values": {}, "answers": {}, "levels": {}, "builds": [], "files": []},
}
WAYS: dict[str, dict[str, Any]] = {
    "answers that are none": {"answers": {f"rfq/i{index}": 1 for index in range(170_000)}},
    "bad answers within the bounds": {"answers": {f"rfq/i{index}": {"status": "x" * 1900} for index in range(2000)}},
    "rows": {"values": {"critical-dims": [{"id": f"r{index}", "feature": "x"} for index in range(100_000)]}},
    "rows that are none": {"values": {"critical-dims": [None] * 700_000}},
    "one text": {"values": {"packing": "x" * 4_000_000}},
    "names": {"files": [{"name": f"{index}{'.' * 40_000}x"} for index in range(99)]},
}


def rows(count: int) -> bytes:
    dimensions = [{"id": f"r{index}", "feature": f"Bore {index}", "nominal": 12.5} for index in range(count)]
    return json.dumps({**BLANK, "values": {"part-number": "LONG-1", "critical-dims": dimensions}}).encode()


def to_the_desk(page: Page) -> None:
    page.goto("/review/")
    expect(page.locator("rfq-review[data-ready]")).to_have_count(1)


def choose_at_the_desk(page: Page, file: bytes) -> None:
    page.locator("rfq-review input[type=file]").set_input_files(
        {"name": "record.json", "mimeType": "application/json", "buffer": file}
    )


def test_a_file_made_to_keep_a_page_busy_ends_in_one_sentence_and_changes_nothing(page: Page) -> None:
    made = {way: json.dumps({**BLANK, **each}).encode() for way, each in WAYS.items()}
    visit(page, "/rfq/")
    opened(page, REV_C)
    for way, file in made.items():
        # So the sentence is this file's own.
        said(page).evaluate("each => each.replaceChildren()")
        choose(page, file)
        expect(said(page), way).to_have_text(ONE_SENTENCE)
        expect(preview(page), way).to_be_hidden()
        expect(field_of(page, "part-number"), way).to_have_value("TVR-10427")
    to_the_desk(page)
    status = page.locator(".review__status")
    for way, file in made.items():
        status.evaluate("each => each.replaceChildren()")
        choose_at_the_desk(page, file)
        expect(status, way).to_have_text(ONE_SENTENCE)
        expect(page.locator(".review__record"), way).to_be_hidden()


def test_a_long_table_is_drawn_as_far_as_it_is_seen_and_keeps_every_row(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, rows(ROWS))
    unfold(page)
    table = page.locator("#field-critical-dims")
    more = table.get_by_role("button", name=re.compile("^Show more rows"))
    expect(more).to_be_visible()
    drawn = table.locator("tbody tr")
    before = drawn.count()
    assert FIRST <= before < ROWS / 2
    more.click()
    expect(drawn.nth(before)).to_be_attached()
    drawn.first.locator("input").first.fill("D1")
    settled(page)
    with page.expect_download() as download:
        button(page, "Download record (JSON)").click()
    kept = json.loads(download.value.path().read_text("utf-8"))["values"]["critical-dims"]
    assert len(kept) == ROWS
    assert [kept[0]["dim"], kept[-1]["feature"]] == ["D1", f"Bore {ROWS - 1}"]


LISTENERS = """
globalThis.signals = [];
const { addEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, heard, options) {
  if (type === "beforeprint") signals.push(options?.signal);
  return addEventListener.call(this, type, heard, options);
};
"""


def test_an_option_that_this_guide_lacks_shows_in_its_row(page: Page) -> None:
    visit(page, "/rfq/")
    dimension = {"id": "r1", "feature": "Bore", "state": "after-plating"}
    opened(page, json.dumps({**BLANK, "values": {"critical-dims": [dimension]}}).encode())
    unfold(page)
    choice = page.locator("#field-critical-dims tbody select")
    expect(choice).to_have_value("after-plating")
    expect(choice.locator("option:checked")).to_have_text("after-plating")
    choice.select_option("before-finish")
    settled(page)
    page.reload()
    unfold(page)
    expect(choice).to_have_value("before-finish")


def test_a_choice_among_several_that_this_guide_lacks_can_be_taken_back(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, json.dumps({**BLANK, "values": {"traceability": ["heat", "x-ray", "x-ray"]}}).encode())
    unfold(page)
    choices = field_of(page, "traceability")
    foreign = choices.get_by_role("checkbox", name="x-ray", exact=True)
    expect(foreign).to_be_checked()
    foreign.uncheck()
    expect(foreign).to_be_focused()
    choices.get_by_role("checkbox", name="Lot", exact=True).check()
    expect(foreign).to_have_count(0)
    settled(page)
    page.reload()
    unfold(page)
    expect(choices.get_by_role("checkbox", checked=True)).to_have_count(2)
    expect(foreign).to_have_count(0)


def test_the_desk_lets_go_of_a_long_table_that_it_shows_no_more(page: Page) -> None:
    page.add_init_script(LISTENERS)
    waiting = "signals.filter((signal) => !signal?.aborted).length"
    to_the_desk(page)
    choose_at_the_desk(page, rows(ROWS))
    expect(page.locator(".review__record")).to_be_visible()
    before = page.evaluate(waiting)
    choose_at_the_desk(page, rows(ROWS - 1))
    more = page.locator(".review__whole button")
    expect(more).to_have_text(f"Show more rows ({ROWS - 1 - FIRST_READ})")
    assert page.evaluate(waiting) == before


def test_the_desk_sees_a_long_table_as_far_as_it_reads(page: Page) -> None:
    to_the_desk(page)
    choose_at_the_desk(page, rows(ROWS))
    whole = page.locator(".review__whole")
    expect(page.locator(".review__record")).to_be_visible()
    assert whole.locator("tbody tr").count() == FIRST_READ
    whole.locator("summary").click()
    more = whole.get_by_role("button", name=re.compile("^Show more rows"))
    # Where its place is near, rows come without it, and it goes with the last of them.
    for _ in range(ROWS):
        if not more.is_visible():
            break
        more.evaluate_all("(found) => found.forEach((each) => each.click())")
    expect(whole.locator("tbody tr")).to_have_count(ROWS)

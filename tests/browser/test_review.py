"""The quoting desk's page: a record opened read-only, questions kept, reworded or struck, and nothing stored."""

import json
import re
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.person import (
    CLIPBOARD,
    NO_CLIPBOARD,
    REV_B,
    REV_C,
    button,
    choose,
    downloaded,
    drop,
    example,
    fragment_of,
    on_each_device,
    reached,
)

DATABASES = "indexedDB.databases().then((all) => all.map((each) => each.name))"
STORED = """() => new Promise((done) => {
  const opening = indexedDB.open("rfq-guide");
  opening.onsuccess = () => {
    const all = opening.result.transaction("settings").objectStore("settings").getAll();
    all.onsuccess = () => { opening.result.close(); done(JSON.stringify(all.result)); };
  };
})"""


KEPT = "Your words are kept in this browser for thirty days."
GONE = "Your words go when you leave this page: copy them first."


def visit(page: Page, address: str = "/review/") -> None:
    page.goto(address)
    expect(button(page, "Open a record")).to_be_visible()


def desk(page: Page) -> Locator:
    """The record that is open."""
    return page.get_by_role("article").get_by_role("region", name=re.compile("^TVR-10427"))


def said(page: Page) -> Locator:
    return page.get_by_role("article").get_by_role("status")


def to_ask(page: Page) -> Locator:
    return page.get_by_role("region", name="Questions for the buyer", exact=True)


def wordings(page: Page) -> Locator:
    return to_ask(page).get_by_role("textbox", name=re.compile("^Question: "))


def copied(page: Page, context: BrowserContext, name: str) -> str:
    context.grant_permissions(CLIPBOARD)
    button(page, name).click()
    expect(said(page)).to_contain_text("on the clipboard")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_record_is_shown_with_what_holds_it_and_nothing_is_stored(page: Page) -> None:
    visit(page)
    choose(page, REV_B)
    expect(desk(page)).to_contain_text("Not a pilot run yet.")
    # What a verdict tells the buyer to do is no matter of the desk.
    expect(desk(page)).not_to_contain_text("Stay in prototype mode")
    expect(said(page)).to_have_text("TVR-10427 Rev B is open. The record is not stored in this browser.")
    expect(desk(page).get_by_role("heading", name="Questions for the buyer", exact=True)).to_be_visible()
    desk(page).get_by_role("heading", name="Check sheet", exact=True).click()
    for heading in ("Blockers", "Contradictions and questions about files", "Open items"):
        expect(desk(page).get_by_role("heading", name=heading, exact=True).first).to_be_visible()
    expect(desk(page).get_by_role("link", name="Critical dimensions", exact=True).first).to_be_visible()
    assert page.evaluate(DATABASES) == []
    page.reload()
    expect(button(page, "Copy questions")).to_be_hidden()


def test_the_title_block_comes_first_then_the_questions_and_the_rest_is_folded(page: Page) -> None:
    visit(page)
    expect(page.get_by_role("heading", name="In what order to check", exact=True)).to_be_visible()
    first = page.get_by_role("list").filter(has_text="Export control and NDA.")
    expect(first).to_be_visible()
    choose(page, REV_C)
    block = desk(page).locator("dl").filter(has_text="RFQ-TVR-2026-041")
    expect(block.locator("dt")).to_have_text(["RFQ number", "Quote due", "Contact", "Company"])
    expect(block.locator("dd").first).to_be_visible()
    terms = {each.inner_text() for each in desk(page).locator(".review__title dt").all()}
    assert {"Quantity", "Need date", "Export control", "Contact", "Quote due", "Part number"} <= terms
    expect(first).to_be_hidden()
    expect(page.get_by_role("heading", name="In what order to check", exact=True)).to_be_visible()
    for heading in ("Check sheet", "What changed", "The whole request"):
        fold = desk(page).locator("details").filter(has=page.get_by_role("heading", name=heading, exact=True))
        expect(fold).not_to_have_attribute("open", "")
    asked = to_ask(page).bounding_box()
    folded = desk(page).locator("details").first.bounding_box()
    assert asked
    assert folded
    assert asked["y"] < folded["y"]


def test_what_the_desk_reworded_struck_and_added_survives_a_reload(page: Page) -> None:
    visit(page)
    choose(page, REV_B)
    expect(wordings(page).first).to_be_visible()
    texts = [each.input_value() for each in wordings(page).all()]
    wordings(page).nth(0).fill("Is this our wording?")
    to_ask(page).get_by_role("checkbox", name=f"Keep: {texts[1]}", exact=True).uncheck()
    button(page, "Add a question").click()
    page.keyboard.type("May it be cut from bar?")
    counts = f"{len(texts)} of {len(texts) + 1} kept, 1 reworded, 1 added."
    expect(to_ask(page)).to_contain_text(f"{counts} Your words are kept in this browser for thirty days.")
    page.reload()
    expect(desk(page)).to_have_count(0)
    choose(page, REV_B)
    expect(to_ask(page)).to_contain_text(counts)
    expect(wordings(page).first).to_have_value("Is this our wording?")
    expect(wordings(page).last).to_have_value("May it be cut from bar?")
    expect(to_ask(page).get_by_role("checkbox", name=f"Keep: {texts[1]}", exact=True)).not_to_be_checked()
    # Of the record itself nothing is kept, and the words are of this one alone.
    assert "6061" not in page.evaluate(STORED)
    choose(page, REV_C)
    expect(desk(page)).to_contain_text("TVR-10427 Rev C")
    other = example(REV_C) | {"id": "another", "values": {"part-number": "X-1"}}
    choose(page, json.dumps(other).encode())
    expect(page.get_by_role("article").get_by_role("region", name=re.compile("^X-1"))).to_be_visible()
    expect(to_ask(page)).not_to_contain_text("reworded")


def test_of_the_desks_own_what_is_answered_is_not_kept_for_the_next_review(page: Page, context: BrowserContext) -> None:
    visit(page)
    choose(page, REV_B)
    for text in ("May it be cut from bar?", "Is there a fixture?"):
        button(page, "Add a question").click()
        page.keyboard.type(text)
    count = wordings(page).count()
    review = json.loads(downloaded(page, "Download review (JSON)")[1])
    first, own = review["questions"][0]["text"], "May it be cut from bar?"
    review["questions"] = [each | {"answered": each["text"] in {first, own}} for each in review["questions"]]
    record = json.dumps(example(REV_B) | {"review": review}).encode()
    mine = to_ask(page).get_by_role("checkbox", name="Keep: your own, number 1", exact=True)
    # With the page that asked, and with one that only remembers the words.
    for again in (False, True):
        if again:
            page.reload()
        choose(page, record)
        expect(desk(page)).to_contain_text("Answered: May it be cut from bar?")
        expect(to_ask(page)).to_contain_text(f"{count - 1} of {count} kept, 2 added.")
        expect(mine).not_to_be_checked()
        # The guide still asks it: a tick is no answer.
        expect(to_ask(page).get_by_role("checkbox", name=f"Keep: {first}", exact=True)).to_be_checked()
        expect(to_ask(page).get_by_role("checkbox", name="Keep: your own, number 2", exact=True)).to_be_checked()
    assert "May it be cut from bar?" not in copied(page, context, "Copy questions")
    mine.check()
    assert "May it be cut from bar?" in copied(page, context, "Copy questions")


def test_two_pages_of_the_desk_keep_what_each_worded(page: Page, context: BrowserContext) -> None:
    def worded(page: Page, index: int, text: str) -> None:
        wordings(page).nth(index).fill(text)
        expect(to_ask(page)).to_contain_text(KEPT)

    visit(page)
    choose(page, REV_B)
    worded(page, 0, "Is this our first wording?")
    other = context.new_page()
    visit(other)
    choose(other, REV_B)
    expect(wordings(other).first).to_have_value("Is this our first wording?")
    worded(page, 0, "Is this our second wording?")
    worded(other, 1, "And this theirs?")
    page.reload()
    choose(page, REV_B)
    expect(wordings(page).nth(0)).to_have_value("Is this our second wording?")
    expect(wordings(page).nth(1)).to_have_value("And this theirs?")


def received(page: Page, record: dict[str, Any]) -> None:
    """A record that is open, with what the desk is to ask."""
    choose(page, json.dumps(record).encode())
    expect(said(page)).to_contain_text(f"Rev {record['values']['revision']} is open.")


def added(page: Page, question: str) -> None:
    """A question of the desk's own, once it is kept."""
    button(page, "Add a question").click()
    page.keyboard.type(question)
    expect(to_ask(page)).to_contain_text(KEPT)


def asked(page: Page) -> list[str]:
    return [each.input_value() for each in wordings(page).all()]


def test_each_record_of_a_part_keeps_its_own_words_and_one_without_takes_those_on_the_page(page: Page) -> None:
    first, second = example(REV_B), example(REV_C)
    third = second | {"id": "third", "values": second["values"] | {"revision": "D"}}
    visit(page)
    received(page, second)
    added(page, "Is it anodized?")
    page.reload()
    received(page, first)
    added(page, "May it be cut from bar?")
    received(page, third)
    expect(to_ask(page)).to_contain_text(KEPT)
    received(page, second)
    added(page, "And after that?")
    for record, own in (
        (first, ["May it be cut from bar?"]),
        (second, ["Is it anodized?", "And after that?"]),
        (third, ["May it be cut from bar?"]),
    ):
        page.reload()
        received(page, record)
        expect(wordings(page).last).to_have_value(own[-1])
        assert asked(page)[-len(own) :] == own
        expect(to_ask(page)).to_contain_text(f"{len(own)} added")


def test_the_words_on_a_controlled_part_go_with_the_page(page: Page) -> None:
    record = example(REV_B)
    record["values"]["export-control"] = "itar"
    visit(page)
    received(page, record)
    wordings(page).first.fill("Is this our wording?")
    expect(to_ask(page)).to_contain_text(GONE)
    # They go along to a record of the part that does not say so, and are of a controlled part all the same.
    later = example(REV_B)
    received(page, later | {"id": "later", "values": later["values"] | {"revision": "C"}})
    wordings(page).last.fill("And this?")
    expect(to_ask(page)).to_contain_text(GONE)
    assert page.evaluate(DATABASES) == []


def test_a_shared_link_opens_here_too_and_is_gone_from_the_address(page: Page) -> None:
    visit(page, "/review/" + fragment_of(REV_C.read_bytes()))
    expect(desk(page)).to_contain_text("Ready for the pilot RFQ")
    reached(page, "location.hash === ''")
    assert page.evaluate(DATABASES) == []


@on_each_device
def test_questions_are_kept_reworded_or_struck_and_then_copied(page: Page, context: BrowserContext) -> None:
    visit(page)
    drop(page, "record.json", REV_B.read_bytes())
    expect(wordings(page).first).to_be_visible()
    texts = [each.input_value() for each in wordings(page).all()]
    assert len(texts) > 3
    wordings(page).nth(0).fill("Is *this* our wording?")
    to_ask(page).get_by_role("checkbox", name=f"Keep: {texts[1]}", exact=True).uncheck()

    text = copied(page, context, "Copy questions")
    assert text.startswith("Questions on TVR-10427 Rev B\n\n")
    assert "1. Is *this* our wording?" in text
    assert texts[0] not in text
    assert texts[1] not in text
    assert all(each in text for each in texts[2:])
    assert re.search(r"^Pilot lock checklist: .+$", text, re.MULTILINE)

    markdown = copied(page, context, "Copy as Markdown")
    assert markdown.startswith("# Questions on TVR-10427 Rev B\n\n## ")
    assert "1. Is \\*this\\* our wording?" in markdown

    for box in to_ask(page).get_by_role("checkbox").all():
        box.uncheck()
    button(page, "Copy questions").click()
    expect(said(page)).to_have_text("No question is kept, so there is nothing to send.")


@on_each_device
def test_a_second_record_of_the_part_shows_what_changed(page: Page) -> None:
    visit(page)
    choose(page, REV_B)
    expect(desk(page)).to_contain_text("TVR-10427 Rev B")
    choose(page, REV_C)
    desk(page).get_by_role("heading", name="What changed", exact=True).click()
    expect(desk(page)).to_contain_text(re.compile("From TVR-10427 Rev B, saved .* to TVR-10427 Rev C, saved"))
    expect(desk(page).get_by_role("row", name="Revision B C", exact=True)).to_be_visible()
    record = json.loads(REV_C.read_bytes())
    record["answers"]["pilot-lock/alloy-and-temper"]["note"] = "7075 allowed"
    record["updated"] = "2026-11-01T08:00:00.000Z"
    choose(page, json.dumps(record).encode())
    note = desk(page).get_by_role("row", name=re.compile("^Note: Material grade and temper .* 7075 allowed$"))
    expect(note).to_be_visible()
    expect(desk(page)).to_contain_text("The whole request has 6 notes under “Notes”.")


def test_a_link_pasted_into_the_open_page_and_an_anchor_keep_what_was_reworded(page: Page) -> None:
    visit(page)
    choose(page, REV_B)
    wordings(page).first.fill("Our wording?")
    page.evaluate("(hash) => { location.hash = hash }", fragment_of(REV_B.read_bytes().replace(b"{", b'{"x": 1,', 1)))
    expect(desk(page)).to_contain_text("no tracked detail changed")
    expect(wordings(page).first).to_have_value("Our wording?")
    reached(page, "location.hash === ''")
    page.get_by_role("heading", level=1).get_by_role("link").click()
    reached(page, "location.hash !== ''")
    expect(wordings(page).first).to_have_value("Our wording?")


def test_a_record_is_gone_once_the_page_is_left(page: Page) -> None:
    visit(page)
    choose(page, REV_B)
    expect(desk(page)).to_be_visible()
    page.get_by_role("heading", name="Sending the questions back", exact=True).click()
    page.get_by_role("article").get_by_role("link", name="links page", exact=True).click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Review")
    page.go_back()
    expect(button(page, "Open a record")).to_be_visible()
    expect(desk(page)).to_have_count(0)


def test_without_a_clipboard_the_questions_are_shown(page: Page) -> None:
    page.add_init_script(NO_CLIPBOARD)
    visit(page)
    choose(page, REV_B)
    button(page, "Copy questions").click()
    expect(page.get_by_role("textbox", name="Questions to copy")).to_have_value(re.compile("^Questions on TVR-10427"))


def test_wrong_files_and_links_and_openings_that_fail_get_one_sentence_and_leave_what_is_open(page: Page) -> None:
    visit(page)
    choose(page, REV_B)
    expect(desk(page)).to_contain_text("TVR-10427 Rev B")
    choose(page, b"%PDF-1.7")
    expect(said(page)).to_have_text("This is not JSON; a record that this guide saved was expected.")
    page.evaluate("() => { location.hash = 'record=A' }")
    expect(said(page)).to_have_text("This link is cut short or damaged: copy it again from where you got it.")
    reached(page, "location.hash === ''")
    page.evaluate(
        "() => { window.slice = Blob.prototype.slice; Blob.prototype.slice = () => { throw new Error('No way in.') } }"
    )
    choose(page, REV_C)
    expect(said(page)).to_have_text("No way in.")
    page.evaluate("() => { Blob.prototype.slice = window.slice }")
    expect(desk(page)).to_contain_text("TVR-10427 Rev B")
    choose(page, REV_C)
    expect(desk(page)).to_contain_text(re.compile("From TVR-10427 Rev B, saved .* to TVR-10427 Rev C, saved"))


def test_the_desk_does_not_open_the_store_on_the_way_through_the_site(page: Page) -> None:
    page.goto("/privacy/")
    page.get_by_role("article").get_by_role("link", name="review page", exact=True).first.click()
    drop_when_ready(page)
    expect(desk(page)).to_contain_text("Ready for the pilot RFQ")
    assert page.evaluate(DATABASES) == []


def drop_when_ready(page: Page) -> None:
    expect(button(page, "Open a record")).to_be_visible()
    drop(page, "record.json", REV_C.read_bytes())


def test_the_desk_sees_what_the_files_of_a_record_contradict(page: Page, context: BrowserContext) -> None:
    record = example(REV_C)
    record["files"][0] |= {"name": "TVR-10427_A.stp", "revision": "A"}
    visit(page)
    choose(page, json.dumps(record).encode())
    asked = "TVR-10427_A.stp: Rev A, not Rev C"
    expect(desk(page)).to_contain_text("All six locks hold, with something to check")
    desk(page).get_by_role("heading", name="Check sheet", exact=True).click()
    expect(desk(page).get_by_role("listitem").filter(has_text=asked).first).to_be_visible()
    text = copied(page, context, "Copy questions")
    assert text.startswith("Questions on TVR-10427 Rev C\n\nFiles\n1. ")
    assert asked in text


def test_export_control_that_nobody_ruled_out_stops_the_desk_and_items_open_beside_the_review(page: Page) -> None:
    visit(page)
    choose(page, REV_C)
    stop = desk(page).get_by_role("alert")
    expect(desk(page)).to_contain_text("Ready for the pilot RFQ.")
    expect(stop).to_be_hidden()
    choose(page, REV_B)
    expect(desk(page)).to_contain_text("Not a pilot run yet.")
    expect(stop).to_contain_text("Stop here: nobody has said whether this part is under export control.")
    links = desk(page).locator(".review__blockers, .review__open").locator("a").all()
    assert len(links) > 5
    for link in links:
        expect(link).to_have_attribute("target", "_blank")
    record = json.loads(REV_B.read_bytes())
    record["values"]["export-control"] = "itar"
    choose(page, json.dumps(record).encode())
    expect(stop).to_contain_text("Stop here: export control is declared for this part, or not ruled out.")
    assert page.locator("main").count() == 1


def test_the_desk_reads_the_whole_record_and_adds_a_question_of_its_own(page: Page, context: BrowserContext) -> None:
    visit(page)
    choose(page, REV_C)
    desk(page).get_by_text("The whole request", exact=True).click()
    for words in ("22 H7, +0.021 / 0", "Only with written approval", "600 pcs per year"):
        expect(desk(page).locator(".review__whole").get_by_text(words).first).to_be_visible()
    button(page, "Add a question").click()
    expect(to_ask(page).get_by_role("textbox", name="Question: your own, number 1", exact=True)).to_be_focused()
    page.keyboard.type("May it be cut from bar?")
    assert copied(page, context, "Copy questions") == (
        "Questions on TVR-10427 Rev C\n\nFurther questions\n1. May it be cut from bar?\n"
    )

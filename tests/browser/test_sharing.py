"""Links that carry a record, and links that fill blanks: what they change, what they never change, what they leave."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.person import (
    CLIPBOARD,
    NO_CLIPBOARD,
    REV_B,
    REV_C,
    answer,
    button,
    counts,
    example,
    field_of,
    fragment_of,
    item,
    on_each_device,
    opened,
    parts,
    preview,
    reached,
    said,
    settled,
    stored_records,
    summary,
    switcher,
    unfold,
    verdict,
    visit,
)
from tests.project import address_of
from tests.tally import Tally

READY = "Ready for the pilot RFQ"
MARK = "From the link you opened; check it."
PREFILLED = "/rfq/#stage=pilot-run&part-number=TV-9&pilot-qty=1%2C500&drawing-status=bogus&unknown=1"


def fragment(page: Page) -> str:
    found: str = page.evaluate("location.hash")
    return found


def share(page: Page, context: BrowserContext) -> str:
    context.grant_permissions(CLIPBOARD)
    button(page, "Copy share link").click()
    expect(said(page)).to_contain_text("The link is on the clipboard. It has ")
    link: str = page.evaluate("navigator.clipboard.readText()")
    return link


@on_each_device
def test_a_shared_link_opens_elsewhere_as_the_same_record(page: Page, context: BrowserContext, browser: Any) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    link = share(page, context)
    assert re.search(r"/rfq/#record=[A-Za-z0-9_-]+$", link)
    expect(said(page)).to_contain_text(f"{len(link):,} characters, which Outlook for Windows and Discord may cut")
    settled(page)
    sent = next(each for each in stored_records(page) if each["values"])

    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    visit(other, link)
    expect(preview(other)).to_contain_text("TVR-10427 Rev C")
    assert fragment(other).startswith("#record=")
    answer(other, "Open as a new part")
    expect(verdict(other)).to_have_text(READY)
    reached(other, "location.hash === ''")
    settled(other)
    assert [each for each in stored_records(other) if each["values"]] == [sent]
    elsewhere.close()


def test_a_short_link_is_drawn_as_a_code_until_the_record_changes(page: Page, context: BrowserContext) -> None:
    code = page.get_by_role("img", name="QR code of the share link", exact=True)
    visit(page, "/rfq/")
    expect(code).to_be_hidden()
    share(page, context)
    expect(code).to_be_visible()
    expect(said(page)).to_contain_text("Its QR code is below.")
    assert code.locator("path").get_attribute("d")
    opened(page, REV_C)
    expect(code).to_be_hidden()
    share(page, context)
    expect(said(page)).to_contain_text("Too long for a QR code (limit 2,000 characters).")
    expect(code).to_be_hidden()


def test_a_link_that_is_not_wanted_changes_nothing_and_is_gone_from_the_address(page: Page) -> None:
    link = fragment_of(REV_C.read_bytes())
    visit(page, "/rfq/" + link)
    for leave in ("Cancel", "Escape"):
        expect(preview(page)).to_be_visible()
        if leave == "Escape":
            page.keyboard.press("Escape")
        else:
            answer(page, leave)
        expect(preview(page), leave).to_be_hidden()
        reached(page, "location.hash === ''")
        assert parts(page) == ["Unnamed part"]
        if leave == "Cancel":
            page.evaluate("(hash) => { location.hash = hash }", link)
    page.reload()
    expect(switcher(page)).to_be_visible()
    expect(preview(page)).to_be_hidden()


def test_a_link_pasted_into_an_open_page_asks_before_it_replaces(page: Page) -> None:
    visit(page, "/rfq/")
    unfold(page)
    opened(page, REV_C)
    field_of(page, "revision").fill("D")
    settled(page)
    page.evaluate("(hash) => { location.hash = hash }", fragment_of(REV_C.read_bytes()))
    expect(preview(page).get_by_role("row", name="Revision D C", exact=True)).to_be_visible()
    expect(field_of(page, "revision")).to_have_value("D")
    answer(page, "Update the existing part")
    expect(field_of(page, "revision")).to_have_value("C")
    reached(page, "location.hash === ''")


def test_a_link_followed_from_another_page_of_the_site_is_asked_about_once(page: Page) -> None:
    visit(page, "/pilot-lock/")
    page.evaluate(
        """(hash) => {
          const link = document.createElement("a");
          link.href = new URL("../rfq/", location.href).href + hash;
          link.textContent = "The record";
          document.querySelector("article").prepend(link);
        }""",
        fragment_of(REV_C.read_bytes()),
    )
    page.get_by_role("link", name="The record", exact=True).click()
    answer(page, "Open as a new part")
    expect(verdict(page)).to_have_text(READY)
    settled(page)
    expect(preview(page)).to_be_hidden()
    reached(page, "location.hash === ''")
    assert sorted(parts(page)) == ["TVR-10427 Rev C"]


def test_no_link_is_made_of_a_record_too_large_or_once_export_control_is_declared(
    page: Page, context: BrowserContext
) -> None:
    visit(page, "/rfq/")
    unfold(page)
    field_of(page, "part-number").fill("x" * 200_000)
    button(page, "Copy share link").click()
    expect(said(page)).to_have_text(
        "This record is too large for a link: download the record (JSON) and send the file."
    )
    opened(page, REV_B)
    field_of(page, "export-control").select_option("not-controlled")
    expect(button(page, "Copy share link")).to_be_enabled()
    share(page, context)
    field_of(page, "export-control").select_option("ear")
    # What was said of the link goes with it.
    expect(said(page)).to_be_empty()
    expect(button(page, "Copy share link")).to_be_disabled()
    expect(button(page, "Copy share link")).to_have_accessible_description(
        re.compile("export control or CUI is declared")
    )
    expect(summary(page)).to_contain_text("Share links are off because export control or CUI is declared for this part")


@pytest.mark.parametrize(
    ("meanwhile", "told"),
    [
        # The storage is read again, as when another tab was looked at: what it has is the same.
        ("document.dispatchEvent(new Event('visibilitychange'))", "The link is ready to be copied."),
        (
            "document.querySelector('#field-revision').value = 'D', "
            "document.querySelector('#field-revision').dispatchEvent(new Event('input', { bubbles: true }))",
            "The record changed while the link was made: copy it again.",
        ),
    ],
    ids=["read again", "changed"],
)
def test_a_link_is_of_the_record_as_it_was_when_it_was_asked_for(page: Page, meanwhile: str, told: str) -> None:
    page.add_init_script(NO_CLIPBOARD)
    visit(page, "/rfq/")
    unfold(page)
    field_of(page, "revision").fill("C")
    settled(page)
    held: list[Route] = []
    page.route(address_of("guide-exports.js"), lambda route: held.append(route))
    with page.expect_request(address_of("guide-exports.js")):
        button(page, "Copy share link").click()
    page.evaluate(meanwhile)
    settled(page)
    held[0].continue_()
    expect(said(page)).to_contain_text(told)


def test_without_a_clipboard_the_link_is_shown(page: Page) -> None:
    page.add_init_script(NO_CLIPBOARD)
    visit(page, "/rfq/")
    button(page, "Copy share link").click()
    expect(said(page)).to_contain_text("The link is ready to be copied.")
    expect(page.get_by_label("Share link", exact=True)).to_have_value(re.compile("/rfq/#record="))


HOSTILE = {
    "no base64": "#record=%3Cscript%3Ealert(1)%3C/script%3E",
    "empty": "#record=",
    "cut short": fragment_of(REV_C.read_bytes())[:-40],
    "bomb": fragment_of(b" " * 12_000_000),
    "1 MB": "#record=" + "A" * 1_000_000,
    "wrong schema": fragment_of(b'{"schema": "openacr/1"}'),
    "newer schema": fragment_of(json.dumps({**example(REV_C), "schema": "rfq-record/2"}).encode()),
    "prototype": fragment_of(b'{"__proto__": {"schema": "rfq-record/1"}}'),
    "not JSON": fragment_of(b"<script>alert(1)</script>"),
    "nested": fragment_of(b"[" * 150_000),
}

# Gives the page a link, as if pasted into its address, and waits for the sentence that refuses it.
REFUSED = """(hash) => new Promise((done, failed) => {
  setTimeout(() => failed(new Error(`Nothing is said of ${hash.slice(0, 100)}`)), 30_000);
  const said = document.querySelector(".summary__status");
  said.textContent = "";
  new MutationObserver((_, observer) => {
    observer.disconnect();
    done(said.textContent);
  }).observe(said, { childList: true });
  location.hash = hash;
})"""


# Counts the bytes that are given to be inflated: Chromium inflates each piece whole, whoever still wants it.
FED = """
globalThis.fed = 0;
const Inflating = DecompressionStream;
globalThis.DecompressionStream = class extends Inflating {
  constructor(format) {
    super(format);
    const { readable, writable } = new TransformStream({
      transform(piece, controller) { fed += piece.byteLength; controller.enqueue(piece); },
    });
    readable.pipeTo(super.writable).catch(() => undefined);
    Object.defineProperty(this, "writable", { value: writable });
  }
};
"""
MAX_INFLATED = 200_000
# Deflate makes at most so many bytes of one.
MOST_OF_A_BYTE = 1032


def test_a_hostile_link_gets_one_sentence_and_changes_nothing(page: Page, survived: Tally) -> None:
    page.add_init_script(FED)
    visit(page, "/rfq/#record=A")
    expect(said(page)).to_have_text("This link is cut short or damaged: copy it again from where you got it.")
    expect(said(page)).to_be_in_viewport()
    item(page, "Prototype history").check()
    settled(page)
    # The first link also loads the exports bundle.
    page.evaluate(REFUSED, HOSTILE["empty"])
    for name, link in HOSTILE.items():
        sentence = page.evaluate(REFUSED, link)
        assert re.fullmatch(r"[^.]+\.", sentence), (name, sentence)
        reached(page, "location.hash === ''")

    bomb = fragment_of(b" " * 200_000_000)
    assert len(bomb) > 200_000
    page.evaluate("globalThis.fed = 0")
    assert page.evaluate(REFUSED, bomb) == "This link holds more than a record can, so it was not opened."
    # No further than a few pieces past what a link may hold.
    assert MAX_INFLATED <= page.evaluate("fed") * MOST_OF_A_BYTE <= 10 * MAX_INFLATED

    expect(preview(page)).to_be_hidden()
    expect(counts(page).nth(1)).to_have_text("RFQ checklist: 1 of 5 ready, 4 open")
    assert parts(page) == ["Unnamed part"]
    survived("hostile links refused", len(HOSTILE))


@on_each_device
def test_a_prefilled_link_fills_blanks_and_marks_them_until_they_are_confirmed(page: Page) -> None:
    visit(page, PREFILLED)
    expect(field_of(page, "part-number")).to_have_value("TV-9")
    expect(field_of(page, "stage")).to_have_value("pilot-run")
    expect(field_of(page, "pilot-qty")).to_have_value("1500")
    expect(field_of(page, "drawing-status")).to_have_value("")
    expect(page.get_by_text(MARK)).to_have_count(3)
    expect(field_of(page, "part-number")).to_have_accessible_description(re.compile(re.escape(MARK)))
    reached(page, "location.hash === ''")
    settled(page)

    page.reload()
    expect(page.get_by_text(MARK)).to_have_count(3)
    button(page, "Confirm: Part number").click()
    expect(page.get_by_text(MARK)).to_have_count(2)
    expect(field_of(page, "part-number")).to_be_focused()
    field_of(page, "pilot-qty").fill("1600")
    expect(page.get_by_text(MARK)).to_have_count(1)
    button(page, "Confirm all").click()
    expect(page.get_by_text(MARK)).to_have_count(0)
    expect(button(page, "Confirm all")).to_be_hidden()
    settled(page)
    assert "unconfirmed" not in stored_records(page)[0]
    expect(field_of(page, "pilot-qty")).to_have_value("1600")


def begun(page: Page, number: str = "MINE") -> None:
    """A part of which something is said."""
    visit(page, "/rfq/")
    unfold(page)
    field_of(page, "part-number").fill(number)
    settled(page)


def follow(page: Page, values: str) -> Locator:
    """Opens a prefilled link on the page that is open; gives the box that says what comes of it."""
    page.evaluate("values => { location.hash = values }", values)
    return page.get_by_role("region", name="From the link you opened")


def test_a_prefilled_link_asks_before_it_fills_in_a_part_that_says_something(page: Page) -> None:
    begun(page)
    box = follow(page, "revision=B&alloy=6061")
    expect(box).to_contain_text("Nothing is filled in until you say so")
    expect(box).to_contain_text("Revision: B")
    page.reload()
    expect(box).to_contain_text("would fill in blanks of “MINE”")
    assert stored_records(page)[0]["values"] == {"part-number": "MINE"}
    button(page, "Fill in the blanks of “MINE”").click()
    expect(box).to_contain_text("Filled in from the link you opened; check it:")
    settled(page)
    assert stored_records(page)[0]["values"] == {"part-number": "MINE", "revision": "B", "alloy": "6061"}
    assert sorted(stored_records(page)[0]["unconfirmed"]) == ["alloy", "revision"]
    assert fragment(page) == ""


def test_a_link_about_another_part_has_no_way_into_this_one(page: Page) -> None:
    begun(page)
    box = follow(page, "part-number=OTHER&revision=B")
    expect(box).to_contain_text("The link you opened is about “OTHER Rev B”, and the part in use is “MINE”.")
    expect(box.get_by_role("button")).to_have_text(["Begin a new part with it", "Leave the link aside"])
    button(page, "Leave the link aside").click()
    expect(box).to_be_hidden()
    follow(page, "part-number=OTHER&revision=B")
    button(page, "Begin a new part with it").click()
    expect(field_of(page, "part-number")).to_have_value("OTHER")
    settled(page)
    assert sorted(record["values"]["part-number"] for record in stored_records(page)) == ["MINE", "OTHER"]
    assert [sorted(record.get("unconfirmed", [])) for record in stored_records(page)].count(
        ["part-number", "revision"]
    ) == 1

    # The first part is there, so the link goes to it.
    follow(page, "part-number=mine&alloy=6061")
    button(page, "Fill in the blanks of “MINE”").click()
    expect(field_of(page, "part-number")).to_have_value("MINE")
    settled(page)
    assert sorted(len(record["values"]) for record in stored_records(page)) == [2, 2]


def test_export_control_is_never_taken_from_a_link(page: Page) -> None:
    visit(page, "/rfq/#part-number=A-1&export-control=not-controlled&cui=no")
    expect(page.get_by_text("What it says of export control is left out: only you can say that.")).to_be_visible()
    settled(page)
    assert stored_records(page)[0]["values"] == {"part-number": "A-1"}


def test_a_page_stays_when_a_link_is_pasted_into_its_address(page: Page) -> None:
    visit(page, "/readiness/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.evaluate("() => { location.hash = 'stage=bogus' }")
    expect(page.get_by_text("The link you opened changed nothing")).to_be_visible()
    assert "/readiness/" not in fetched


def test_a_link_that_gives_nothing_new_says_so_and_an_anchor_is_left_alone(page: Page) -> None:
    visit(page, "/rfq/#stage=bogus")
    expect(page.get_by_text("The link you opened changed nothing")).to_be_visible()
    reached(page, "location.hash === ''")
    visit(page, "/rfq/#part-number")
    assert fragment(page) == "#part-number"

"""The way back from the quoting desk: a review is made there, and its questions stand next to the buyer's items."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.person import (
    REV_B,
    REV_C,
    button,
    choose,
    chosen,
    downloaded,
    drop,
    on_each_device,
    opened,
    said,
    settled,
    sheet,
    switch_to,
    switcher,
    unfold_sheet,
    visit,
)
from tests.browser.test_review import desk, to_ask, wordings
from tests.browser.test_review import said as said_at_the_desk
from tests.project import ROOT

SCHEMA = json.loads((ROOT / "docs" / "schema" / "rfq-review-1.json").read_text("utf-8"))
TAKE = "Put the questions next to the items"
MINE = "Is <b>CD-3</b> 0.1 or 0.2?"


def box(page: Page) -> Locator:
    return page.get_by_role("region", name="What the quoting desk asked", exact=True)


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Open this review?", exact=True)


def item(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def made_at_the_desk(page: Page) -> bytes:
    """A review of Rev B, its first question reworded."""
    page.goto("/review/")
    expect(button(page, "Open a record")).to_be_visible()
    choose(page, REV_B)
    expect(desk(page)).to_be_visible()
    wordings(page).first.fill(MINE)
    to_ask(page).get_by_role("checkbox").nth(1).uncheck()
    name, content = downloaded(page, "Download review (JSON)")
    assert name.startswith("RFQ_TVR-10427_RevB_pilot-run_")
    assert name.endswith(".review.json")
    Draft202012Validator(SCHEMA).validate(json.loads(content))
    return content


@pytest.fixture(scope="module")
def review(browser: Browser, server: str) -> bytes:
    """The review that all tests here are about."""
    context = browser.new_context(base_url=server)
    content = made_at_the_desk(context.new_page())
    context.close()
    return content


def take(page: Page, content: bytes) -> None:
    drop(page, "review.json", content)
    dialog(page).get_by_role("button", name=TAKE, exact=True).click()
    expect(box(page)).to_be_visible()


def new_part(page: Page) -> None:
    """Begin another part in the sheet, and fold the sheet again where it lies over the page."""
    unfold_sheet(page)
    button(page, "New part").click()
    bar = sheet(page).locator(".part-sheet__bar")
    if bar.is_visible():
        bar.click()


def test_a_question_about_no_item_is_answered_in_the_list_of_all(page: Page, review: bytes) -> None:
    made = json.loads(review)
    made["questions"].append({"text": "May it be cut from bar?"})
    visit(page, "/rfq/")
    opened(page, REV_B)
    take(page, json.dumps(made).encode())
    expect(box(page)).to_be_in_viewport()
    expect(box(page).locator("summary")).to_be_focused()
    expect(box(page)).to_contain_text("those that belong to no item are listed below")
    answered = box(page).get_by_role("checkbox", name="Answered: May it be cut from bar?", exact=True)
    answered.check()
    expect(box(page)).to_contain_text("1 answered")
    settled(page)
    page.reload()
    box(page).get_by_text("All questions in the review", exact=True).click()
    expect(answered).to_be_checked()


@on_each_device
def test_the_sheet_and_the_steps_count_what_the_desk_asked_where_the_rules_ask_no_more(
    page: Page, review: bytes
) -> None:
    questions = [
        {"text": "May it be cut from bar?"},
        {"text": MINE, "item": "pilot-lock/critical-dimensions", "field": "critical-dims"},
    ]
    check = page.get_by_role("navigation", name="Steps").locator("[data-step=check]")
    bar = sheet(page).locator(".part-sheet__line")
    text = sheet(page).locator(".part-sheet__text")
    asked = sheet(page).locator(".part-sheet__questions a")
    visit(page, "/rfq/")
    opened(page, REV_C)
    expect(check).to_contain_text("nothing left to ask")
    take(page, json.dumps(json.loads(review) | {"revision": "C", "questions": questions}).encode())
    expect(check).to_contain_text("2 questions from your supplier")
    expect(check).not_to_have_class(re.compile("is-done"))
    settled(page)
    home = page.context.new_page()
    home.goto("/")
    expect(home.locator(".home__next a")).to_have_text("2 questions from your supplier")
    expect(home.locator(".home__next a")).to_have_attribute("href", re.compile("/readiness/$"))
    home.close()
    expect(bar).to_have_text("TVR-10427 Rev C · 2 questions from your supplier")
    expect(sheet(page).locator(".part-sheet__outcome")).to_have_text("Ready for the pilot RFQ")
    expect(text).to_have_text("The quoting desk asked about this part, and not every question is answered.")
    unfold_sheet(page)
    expect(sheet(page).get_by_role("link", name="Answer the next question")).to_have_attribute(
        "href", re.compile(r"/pilot-lock/#field-critical-dims$")
    )

    asked.click()
    expect(page).to_have_url(re.compile(r"/pilot-lock/#field-critical-dims$"))
    page.locator("rfq-checklist").get_by_role("checkbox", name=f"Answered: {MINE}", exact=True).check()
    expect(asked).to_have_text("1 question from your supplier")
    unfold_sheet(page)
    asked.click()
    fold = box(page).locator("summary")
    expect(fold).to_be_in_viewport()
    expect(fold).to_be_focused()
    box(page).get_by_role("checkbox", name="Answered: May it be cut from bar?", exact=True).check()
    expect(check).to_contain_text("nothing left to ask")
    expect(bar).to_have_text("TVR-10427 Rev C · nothing left to ask")
    expect(text).to_have_text("All six locks hold, and nothing is left to ask. Send the package.")
    expect(asked).to_have_count(0)


@on_each_device
def test_the_desks_questions_stand_next_to_the_items_they_are_about(page: Page, review: bytes) -> None:
    made = json.loads(review)
    assert made["questions"][0]["text"] == MINE
    visit(page, "/rfq/")
    opened(page, REV_B)
    new_part(page)
    choose(page, review)
    expect(dialog(page)).to_contain_text("TVR-10427 Rev B")
    expect(dialog(page)).to_contain_text(f"{len(made['questions'])} questions from the quoting desk")
    dialog(page).get_by_role("button", name=TAKE, exact=True).click()
    expect(said(page)).to_have_text("The supplier's questions are next to the items of TVR-10427 Rev B.")
    expect(chosen(page)).to_have_text("TVR-10427 Rev B")

    visit(page, "/pilot-lock/")
    expect(item(page, "CAD and drawing").get_by_text("The quoting desk asks:").first).to_be_visible()
    expect(item(page, "Inspection documents").get_by_text("The quoting desk asks:").first).to_be_visible()

    # What is given stands as its value, but for what the desk asks about.
    for step in ("/pilot-lock/", "/rfq/", "/readiness/"):
        visit(page, step)
        boxes = page.locator("rfq-checklist [data-asked]")
        expect(boxes).not_to_have_count(0)
        assert boxes.evaluate_all("all => all.filter((each) => !each.checkVisibility()).length") == 0

    visit(page, "/pilot-lock/")
    box(page).get_by_text("All questions in the review", exact=True).click()
    box(page).get_by_role("listitem").filter(has_text=MINE).get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/rfq/#field-changes$"))
    expect(page.locator("[data-field=changes] :focus")).to_have_count(1)
    answered = page.locator("[data-field=changes]").get_by_role("checkbox", name=f"Answered: {MINE}", exact=True)
    answered.check()
    expect(page.locator("[data-item=prototype-history] .item__done")).not_to_be_checked()
    expect(box(page)).to_contain_text(f"1 answered, {len(made['questions']) - 1} to answer.")
    settled(page)
    page.reload()
    expect(answered).to_be_checked()


def test_a_question_about_a_detail_stands_at_its_control_on_every_step(page: Page) -> None:
    question = {"text": "Is 0.02 needed?", "item": "rfq/critical-and-documents", "field": "critical-dims"}
    record = json.loads(REV_B.read_text("utf-8"))
    record["review"] = {"at": "2026-09-01T09:00:00Z", "questions": [question]}
    visit(page, "/rfq/")
    opened(page, json.dumps(record).encode())
    for step in ("/rfq/", "/pilot-lock/"):
        visit(page, step)
        asked = page.locator("rfq-checklist").get_by_role("checkbox", name="Answered: Is 0.02 needed?", exact=True)
        expect(asked).to_be_visible()
        expect(page.locator("[data-field=critical-dims] [data-asked]")).to_have_count(1)
    asked.check()
    settled(page)
    visit(page, "/rfq/")
    expect(box(page)).to_contain_text("1 answered, 0 to answer.")


def test_a_question_about_a_detail_that_is_folded_away_unfolds_its_own_item_alone(page: Page) -> None:
    question = {"text": "Which bores?", "item": "pilot-lock/finish-and-masking", "field": "masked"}
    record = json.loads(REV_C.read_text("utf-8"))
    del record["values"]["masked"], record["values"]["dims-apply"]
    record["values"]["finish"] = "As machined"
    record["review"] = {"at": "2026-09-01T09:00:00Z", "questions": [question]}
    visit(page, "/rfq/")
    opened(page, json.dumps(record).encode())
    visit(page, "/pilot-lock/")
    expect(page.locator("rfq-checklist").get_by_label("Answered: Which bores?", exact=True)).to_be_visible()
    visit(page, "/rfq/")
    fold = item(page, "Material, finish and cosmetic notes").locator("[data-press=fold]")
    expect(page.locator("rfq-checklist[data-arranged]")).to_have_count(1)
    expect(fold).to_have_attribute("aria-expanded", "false")


def test_a_review_is_taken_away_and_put_back(page: Page, review: bytes) -> None:
    visit(page, "/rfq/")
    opened(page, REV_B)
    take(page, review)
    button(page, "Remove review").click()
    expect(box(page)).to_be_hidden()
    expect(page.get_by_text("The quoting desk asks:")).to_have_count(0)
    expect(button(page, "Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box(page)).to_be_visible()
    expect(button(page, "Remove review")).to_be_focused()


def test_a_review_that_is_not_wanted_changes_nothing(page: Page, review: bytes) -> None:
    visit(page, "/rfq/")
    opened(page, REV_B)
    for leave in ("Cancel", "Escape"):
        drop(page, "review.json", review)
        expect(dialog(page)).to_be_visible()
        if leave == "Escape":
            page.keyboard.press("Escape")
        else:
            dialog(page).get_by_role("button", name=leave, exact=True).click()
        expect(dialog(page), leave).to_have_count(0)
        expect(box(page), leave).to_be_hidden()


def test_a_review_of_a_part_that_is_not_here_asks_for_its_record_first(page: Page, review: bytes) -> None:
    visit(page, "/rfq/")
    choose(page, review)
    expect(said(page)).to_have_text(
        "This is a review of TVR-10427 Rev B, and no part in this browser is that one: open its record first."
    )


def test_a_review_of_another_revision_of_the_part_says_that_it_changed(page: Page, review: bytes) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    drop(page, "review.json", review)
    expect(dialog(page)).to_contain_text("TVR-10427 Rev C")
    expect(dialog(page)).to_contain_text("The supplier read another revision, TVR-10427 Rev B.")
    expect(dialog(page)).to_contain_text("The part has changed since the supplier read it.")


def test_a_review_whose_part_is_deleted_meanwhile_goes_to_no_other_part(
    page: Page, review: bytes, context: BrowserContext
) -> None:
    visit(page, "/rfq/")
    opened(page, REV_B)
    button(page, "New part").click()
    settled(page)
    drop(page, "review.json", review)
    expect(dialog(page)).to_be_visible()
    other = context.new_page()
    visit(other, "/rfq/")
    switch_to(other, "TVR-10427 Rev B")
    button(other, "Delete part").click()
    settled(other)
    expect(switcher(page).locator("option", has_text="TVR-10427")).to_have_count(0)
    dialog(page).get_by_role("button", name=TAKE, exact=True).click()
    expect(said(page)).to_have_text("TVR-10427 Rev B cannot be changed here any more, so the review was not taken.")
    expect(box(page)).to_be_hidden()


def test_the_desk_is_told_that_a_review_is_not_a_record(page: Page, review: bytes) -> None:
    page.goto("/review/")
    choose(page, review)
    expect(said_at_the_desk(page)).to_contain_text('This says that it is "rfq-review/1"')


def test_a_review_that_was_tampered_with_gets_one_sentence(page: Page, review: bytes, tmp_path: Path) -> None:
    content = json.loads(review)
    content["questions"] = [{"text": "?", "item": "<img src=x onerror=alert(1)>"}]
    file = tmp_path / "review.json"
    file.write_text(json.dumps(content), "utf-8")
    visit(page, "/rfq/")
    opened(page, REV_B)
    choose(page, file)
    expect(said(page)).to_contain_text("This review cannot be opened: ")
    expect(box(page)).to_be_hidden()

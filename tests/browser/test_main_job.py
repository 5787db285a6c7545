"""The main job, by a person: the lists filled in, and the summary that comes of it."""

import json
import mimetypes
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from macros.guide.guide import Guide
from tests.browser.keyboard import Keyboard
from tests.browser.person import (
    FRAME,
    REV_C,
    arranged,
    button,
    chosen,
    counts,
    example,
    field_of,
    item,
    names,
    not_applicable,
    note,
    open_folds,
    opened,
    parts,
    progress,
    questions,
    received,
    saving,
    settled,
    sheet,
    summary,
    switch_to,
    switcher,
    unfold,
    unfold_sheet,
    verdict,
    visit,
    without_row_ids,
)
from tests.project import address_of, built, copy

LOCK = "Pilot lock checklist"
RFQ = "RFQ checklist"
READINESS = "Production-readiness checklist"
ALLOY = "Material grade and temper"
FINISH = "Finish and masking"
DIMENSIONS = "Critical dimensions"
# Said in the worked record, and asked of nobody: the drawing is released and says it, and nothing is controlled.
FOLDED = {
    "tolerancing",
    "general-tolerance",
    "frozen",
    "open",
    "sampling",
    "transfer",
    "date-basis",
    "part-marking",
    "compliance",
}
# What Chromium calls the controls of each kind of field.
ROLES = {
    "text": "textbox",
    "long-text": "textbox",
    "integer": "textbox",
    "choice": "combobox",
    "date": "Date",
    "many": "group",
    "rows": "group",
}


@pytest.mark.parametrize(
    ("gone_to", "ends_at"),
    [
        # The button that was reached says what it said when it is pressed.
        ("[data-item=alloy-and-temper] [data-press=fold]", "[data-item=alloy-and-temper] [data-press=fold]"),
        # What folds away takes no focus along.
        ("#note-cad-and-drawing", "[data-item=cad-and-drawing] .item__done"),
    ],
)
def test_who_goes_on_before_a_ticked_item_folds_is_not_overtaken(page: Page, gone_to: str, ends_at: str) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    field_of(page, "alloy").fill("")
    settled(page)
    visit(page, "/pilot-lock/")
    arranged(page)
    folded = page.locator("[data-item=alloy-and-temper] [data-press=fold]")
    button(page, "Close: Material grade and temper").click()
    expect(folded).to_have_accessible_name("Answer: Material grade and temper")
    item(page, "CAD and drawing").uncheck()
    button(page, "Change: CAD and drawing").click()
    page.evaluate(FRAME)
    page.evaluate(
        """(gone_to) => {
          document.querySelector("[data-item=cad-and-drawing] .item__done").click();
          document.querySelector(gone_to).focus();
        }""",
        gone_to,
    )
    expect(page.locator("#note-cad-and-drawing")).to_be_hidden()
    expect(page.locator(ends_at)).to_be_focused()
    expect(folded).to_have_attribute("aria-expanded", str("note" in gone_to).lower())


def test_the_keyboard_alone_fills_the_bracket_in_until_it_is_ready(page: Page, guide: Guide) -> None:
    wanted = example(REV_C)
    lists = {each.id: each for each in guide.checklists}
    keys = Keyboard(page, guide)
    # The dates of the bracket have passed since.
    page.clock.install(time="2026-09-08T12:00:00Z")
    page.goto("/pilot-lock/")
    expect(progress(page, LOCK)).to_have_text("0 of 6 locked, 6 still moving")
    keys.fill(lists["pilot-lock"], wanted)
    expect(progress(page, LOCK)).to_have_text("6 of 6 locked")

    keys.follow("Next: step 3 Request", "/rfq/")
    expect(progress(page, RFQ)).to_have_text("0 of 5 ready, 5 open")
    keys.fill(lists["rfq"], wanted)
    expect(progress(page, RFQ)).to_have_text("5 of 5 ready")

    keys.follow("Next: step 4 Check", "/readiness/")
    expect(progress(page, READINESS)).to_have_text("0 of 6 ready, 6 open")
    keys.fill(lists["readiness"], wanted)
    expect(progress(page, READINESS)).to_have_text("6 of 6 ready")

    keys.follow("Previous: step 3 Request", "/rfq/")
    expect(verdict(page)).to_have_text("Ready for the pilot RFQ")
    expect(counts(page)).to_have_text(
        [f"{LOCK}: 6 of 6 locked", f"{RFQ}: 5 of 5 ready", f"{READINESS}: 6 of 6 ready"],
    )
    expect(chosen(page)).to_have_text("TVR-10427 Rev C")

    keys.tab_to("Download record (JSON)", "button")
    with page.expect_download() as download:
        keys.press("Enter")
    name, content = received(download.value)
    assert re.fullmatch(r"RFQ_TVR-10427_RevC_pilot-run_\d{4}-\d\d-\d\d\.json", name)
    record = json.loads(content)
    assert record["stage"] == wanted["stage"]
    # Details that do not apply to the bracket are folded away, and so are not entered.
    values = {key: value for key, value in wanted["values"].items() if key in keys.entered}
    assert set(wanted["values"]) - set(values) <= FOLDED
    assert without_row_ids(record["values"]) == without_row_ids(values)
    assert {ref: (each["status"], each.get("note")) for ref, each in record["answers"].items()} == {
        ref: (each["status"], each.get("note")) for ref, each in wanted["answers"].items()
    }
    assert not keys.trouble()


def test_the_keyboard_goes_back_through_a_list_and_sees_every_stop(page: Page, guide: Guide) -> None:
    keys = Keyboard(page, guide)
    visit(page, "/pilot-lock/")
    unfold(page)
    note(page, "Inspection documents").focus()
    for _ in range(40):
        keys.press("Shift+Tab")
        keys.here()
    assert not keys.trouble()


def test_rows_are_added_moved_and_removed_with_the_keyboard(page: Page, guide: Guide) -> None:
    keys = Keyboard(page, guide)
    visit(page, "/rfq/")
    unfold(page)
    field_of(page, "quantity-breaks").get_by_role("textbox").focus()
    keys.write("50")
    for quantity in ("150", "300"):
        keys.tab_to("Add row", "button")
        keys.press("Enter")
        keys.write(quantity)
    cells = field_of(page, "quantity-breaks").get_by_role("textbox")

    def shown() -> list[str]:
        return [each.input_value() for each in cells.all()]

    assert shown() == ["50", "150", "300"]
    keys.tab_to("Move up: Quantity breaks, row 3", "button")
    keys.press("Enter")
    assert shown() == ["50", "300", "150"]
    assert keys.here().name == "Move up: Quantity breaks, row 2"
    keys.press("Enter")
    assert shown() == ["300", "50", "150"]
    assert keys.here().name == "Move up: Quantity breaks, row 1"
    keys.press("Enter")
    assert shown() == ["300", "50", "150"]
    keys.tab_to("Remove: Quantity breaks, row 1", "button")
    keys.press("Space")
    assert shown() == ["50", "150"]
    assert keys.here().name == "Undo"
    assert not keys.trouble()
    settled(page)
    page.reload()
    unfold(page)
    expect(cells).to_have_count(2)
    assert shown() == ["50", "150"]


def test_the_last_row_that_is_removed_leaves_a_blank_one_and_comes_back_to_no_other_part(
    page: Page, guide: Guide
) -> None:
    keys = Keyboard(page, guide)
    visit(page, "/rfq/")
    unfold(page)
    breaks = field_of(page, "quantity-breaks")
    cells = breaks.get_by_role("textbox")
    cells.fill("50")
    keys.tab_to("Remove: Quantity breaks, row 1", "button")
    keys.press("Enter")
    expect(cells).to_have_count(1)
    expect(cells).to_have_value("")
    assert keys.here().name == "Undo"
    keys.press("Enter")
    expect(cells).to_have_count(1)
    expect(cells).to_have_value("50")
    expect(cells).to_be_focused()
    assert not keys.trouble()
    # A blank one needs no undo.
    button(breaks, "Add row").click()
    button(breaks, "Remove: Quantity breaks, row 2").click()
    expect(cells).to_be_focused()
    expect(button(breaks, "Undo")).to_be_hidden()
    button(breaks, "Remove: Quantity breaks, row 1").click()
    expect(button(breaks, "Undo")).to_be_visible()
    button(page, "New part").click()
    expect(button(breaks, "Undo")).to_be_hidden()


def test_a_removed_row_comes_back_to_its_place(page: Page, guide: Guide) -> None:
    keys = Keyboard(page, guide)
    visit(page, "/rfq/")
    unfold(page)
    breaks = field_of(page, "quantity-breaks")
    cells = breaks.get_by_role("textbox")
    cells.fill("50")
    for quantity in ("150", "300"):
        button(breaks, "Add row").click()
        cells.last.fill(quantity)
    cells.first.focus()
    keys.tab_to("Remove: Quantity breaks, row 2", "button")
    keys.press("Enter")
    expect(button(breaks, "Undo")).to_be_focused()
    expect(button(breaks, "Undo")).to_have_accessible_description("Row 2 is removed.")
    cells.last.fill("400")
    button(breaks, "Undo").focus()
    keys.press("Enter")
    expect(cells.nth(1)).to_be_focused()
    expect(button(breaks, "Undo")).to_be_hidden()
    assert [each.input_value() for each in cells.all()] == ["50", "150", "400"]
    assert not keys.trouble()
    settled(page)
    page.reload()
    unfold(page)
    expect(cells).to_have_count(3)
    assert [each.input_value() for each in cells.all()] == ["50", "150", "400"]


def test_items_notes_and_fields_bear_the_names_that_assistive_technology_relies_on(page: Page, guide: Guide) -> None:
    fields = {each.id: each for each in guide.fields}
    for checklist in guide.checklists:
        visit(page, f"/{checklist.id}/")
        unfold(page)
        wanted = {("region", checklist.title), ("combobox", "Part")}
        for each in checklist.items:
            box = f"{each.label}: {checklist.words.done.lower()}"
            wanted |= {("checkbox", box), ("textbox", f"Note: {each.label}")}
            if each.na == "allowed":
                wanted.add(("checkbox", f"Not applicable: {each.label}"))
            for name in each.fields:
                if fields[name].need == "required" and not fields[name].asked_if:
                    wanted.add((ROLES[fields[name].kind], fields[name].label))
                    if fields[name].na == "allowed":
                        wanted.add(("checkbox", f"Not applicable: {fields[name].label}"))
        assert not wanted - names(page)
        ids = page.evaluate("[...document.querySelectorAll('[id^=field-]')].map((each) => each.id)")
        assert {f"field-{name}" for each in checklist.items for name in each.fields} <= set(ids)


def test_an_item_is_done_or_not_applicable_which_counts_as_open_without_a_reason(page: Page) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    item(page, DIMENSIONS).check()
    not_applicable(page, DIMENSIONS).check()
    expect(item(page, DIMENSIONS)).not_to_be_checked()
    item(page, DIMENSIONS).check()
    expect(not_applicable(page, DIMENSIONS)).not_to_be_checked()
    item(page, DIMENSIONS).uncheck()
    expect(progress(page, LOCK)).to_have_text("0 of 6 locked, 6 still moving")

    item(page, ALLOY).check()
    not_applicable(page, DIMENSIONS).check()
    reason = note(page, DIMENSIONS)
    expect(reason).to_be_focused()
    expect(reason).to_have_attribute("placeholder", "Say why; without a reason it counts as open")
    expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 5 still moving")
    page.keyboard.type("  ")
    expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 5 still moving")
    page.keyboard.type("None, general tolerances do. A. Ferrari")
    expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 1 not applicable, 4 still moving")
    expect(reason).to_have_attribute("placeholder", "Goes into the request")


def test_why_an_item_did_not_apply_is_no_note_on_one_that_does(page: Page) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    note(page, DIMENSIONS).fill("see balloon 4")
    not_applicable(page, DIMENSIONS).check()
    note(page, DIMENSIONS).fill("General tolerances do. M. Huber")
    item(page, DIMENSIONS).check()
    expect(note(page, DIMENSIONS)).to_have_value("see balloon 4")
    # What was ticked by mistake has its words again.
    not_applicable(page, DIMENSIONS).check()
    expect(note(page, DIMENSIONS)).to_have_value("General tolerances do. M. Huber")
    settled(page)
    # They are of this part alone.
    button(page, "New part").click()
    unfold(page)
    not_applicable(page, DIMENSIONS).check()
    expect(note(page, DIMENSIONS)).to_have_value("")
    switch_to(page, "Unnamed part")
    settled(page)
    visit(page, "/pilot-lock/")
    unfold(page)
    not_applicable(page, DIMENSIONS).uncheck()
    expect(note(page, DIMENSIONS)).to_have_value("")
    not_applicable(page, DIMENSIONS).check()
    expect(note(page, DIMENSIONS)).to_have_value("General tolerances do. M. Huber")


def test_a_detail_that_several_lists_ask_for_is_one_value(page: Page) -> None:
    visit(page, "/rfq/")
    unfold(page)
    field_of(page, "order-type").select_option("blanket")
    settled(page)
    visit(page, "/pilot-lock/")
    unfold(page)
    page.get_by_role("textbox", name="Alloy or grade", exact=True).fill("7075")
    field_of(page, "label").get_by_role("checkbox", name="Lot", exact=True).check()
    settled(page)
    for address in ("/rfq/", "/readiness/"):
        visit(page, address)
        unfold(page)
        expect(page.get_by_role("textbox", name="Alloy or grade", exact=True)).to_have_value("7075")
    expect(field_of(page, "label").get_by_role("checkbox", name="Lot", exact=True)).to_be_checked()
    page.get_by_role("textbox", name="Alloy or grade", exact=True).fill("6082")
    settled(page)
    visit(page, "/pilot-lock/")
    expect(page.locator("#field-alloy")).to_have_value("6082")


def test_what_is_typed_stays_as_typed_until_it_is_left(page: Page) -> None:
    visit(page, "/rfq/")
    unfold(page)
    amount = page.get_by_role("textbox", name="Pilot quantity", exact=True)
    amount.focus()
    page.keyboard.type("1,500")
    expect(amount).to_have_value("1,500")
    page.keyboard.press("Tab")
    expect(amount).to_have_value("1500")
    amount.fill("about fifty")
    expect(amount).to_have_attribute("aria-invalid", "true")
    field_of(page, "drawing-status").select_option("in-review")
    frozen = page.get_by_role("textbox", name="Frozen features", exact=True)
    frozen.focus()
    page.keyboard.type("  All")
    expect(frozen).to_have_value("  All")
    settled(page)
    page.reload()
    unfold(page)
    expect(amount).to_have_value("about fifty")
    expect(frozen).to_have_value("  All")


def test_the_summary_says_that_nothing_is_entered_and_is_useful_with_ticks_alone(page: Page, guide: Guide) -> None:
    visit(page, "/rfq/")
    expect(verdict(page)).to_have_text("Nothing is entered yet")
    expect(counts(page)).to_have_text(
        [f"{LOCK}: 0 of 6 locked, 6 still moving", f"{RFQ}: 0 of 5 ready, 5 open", f"{READINESS}: 0 of 6 ready, 6 open"]
    )
    lock = next(each for each in guide.checklists if each.id == "pilot-lock")
    expect(questions(page)).to_contain_text([lock.items[0].ask])
    expect(summary(page).get_by_text("No build is kept yet.")).to_be_visible()
    expect(summary(page).get_by_text("Details that changed")).to_be_hidden()
    expect(summary(page).get_by_text("Next step:").get_by_role("link")).to_have_attribute(
        "href", re.compile("/assess/$")
    )
    item(page, "Prototype history").check()
    expect(verdict(page)).to_have_text("Not a pilot run yet")
    item(page, "Prototype history").uncheck()
    expect(verdict(page)).to_have_text("Nothing is entered yet")
    settled(page)

    visit(page, "/pilot-lock/")
    for each in lock.items[:5]:
        item(page, each.label).check()
    settled(page)
    visit(page, "/rfq/")
    expect(verdict(page)).to_have_text("One call from ready")
    held = summary(page).get_by_role("link", name="Packing and labeling", exact=True)
    expect(held).to_be_visible()
    held.click()
    expect(page).to_have_url(re.compile("/pilot-lock/#packing-and-labeling$"))
    item(page, "Packing and labeling").check()
    settled(page)
    visit(page, "/rfq/")
    expect(verdict(page)).to_have_text(re.compile(r"^Ticked, but \d+ details are missing or vague$"))
    expect(summary(page).get_by_text("Blockers")).to_be_visible()


def test_the_sheet_says_the_verdict_and_leads_to_the_control_that_answers(page: Page) -> None:
    visit(page, "/pilot-lock/")
    expect(sheet(page)).to_contain_text("Nothing is entered yet")
    for label in ("CAD and drawing", ALLOY, "Critical dimensions", FINISH):
        item(page, label).check()
    expect(sheet(page).get_by_role("status").first).to_have_text("One call from ready")
    steps = page.get_by_role("navigation", name="Steps", exact=True)
    expect(steps).to_contain_text("4 of 6 locked, 2 still moving")
    sheet(page).get_by_role("link", name="Answer the next question", exact=True).click()
    expect(page).to_have_url(re.compile("#"))


def test_a_summary_of_many_open_items_says_how_many_more_the_files_have(page: Page) -> None:
    def with_many_locks(route: Route) -> None:
        answer = route.fetch()
        name, data = answer.text().removesuffix(";\n").split(" = ", 1)
        guide = json.loads(data)
        # Both scripts have the lists in one order, and the items of a list.
        locks = guide["checklists"][0]["items"]
        locks += [
            locks[0] | ({"id": f"lock-{number}", "fields": []} if "id" in locks[0] else {}) for number in range(200)
        ]
        for number in range(200 if "locks" in guide else 0):
            guide["locks"][f"pilot-lock/lock-{number}"] = guide["locks"]["pilot-lock/cad-and-drawing"]
        route.fulfill(response=answer, body=f"{name} = {json.dumps(guide)}")

    for script in ("guide-data.js", "guide-summary-data.js"):
        page.route(address_of(script), with_many_locks)
    visit(page, "/rfq/")
    item(page, "Prototype history").check()
    blockers = summary(page).locator(".summary__blockers li")
    expect(blockers).to_have_count(101)
    expect(blockers.last).to_have_text("And 106 more: they are in each file below.")


def test_contradictions_are_among_the_questions(page: Page, guide: Guide) -> None:
    asks = {each.id: each.ask for each in guide.verdicts.contradictions}
    visit(page, "/rfq/")
    unfold(page)
    released = questions(page).get_by_text(asks["released-without-revision"], exact=True)
    above = questions(page).get_by_text(asks["pilot-above-every-break"], exact=True)
    expect(questions(page).first).to_be_visible()
    expect(released).to_have_count(0)
    page.get_by_label("Drawing status", exact=True).select_option("Released")
    expect(released).to_be_visible()
    page.get_by_label("Revision", exact=True).fill("C")
    expect(released).to_have_count(0)
    page.get_by_label("Pilot quantity", exact=True).fill("151")
    page.get_by_label("Quantity breaks: Quantity, row 1", exact=True).fill("50")
    button(page.locator("#field-quantity-breaks"), "Add row").click()
    page.get_by_label("Quantity breaks: Quantity, row 2", exact=True).fill("150")
    expect(above).to_be_visible()
    page.get_by_label("Pilot quantity", exact=True).fill("150")
    expect(above).to_have_count(0)


def test_a_reload_and_a_new_tab_show_what_was_entered(page: Page, context: BrowserContext) -> None:
    visit(page, "/pilot-lock/")
    item(page, ALLOY).check()
    note(page, ALLOY).fill("6061-T651")
    settled(page)
    page.reload()
    for each in (page, context.new_page()):
        visit(each, "/pilot-lock/")
        expect(progress(each, LOCK)).to_have_text("1 of 6 locked, 5 still moving")
        expect(item(each, ALLOY)).to_be_checked()
        expect(note(each, ALLOY)).to_have_value("6061-T651")


def test_moving_about_doubles_and_loses_nothing(page: Page) -> None:
    visit(page, "/pilot-lock/")
    item(page, ALLOY).check()
    for _ in range(2):
        page.get_by_role("article").get_by_role("link", name="pilot RFQ", exact=True).click()
        expect(counts(page).first).to_have_text(f"{LOCK}: 1 of 6 locked, 5 still moving")
        page.go_back()
        expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 5 still moving")
    page.go_forward()
    expect(progress(page, RFQ)).to_have_text("0 of 5 ready, 5 open")
    box = item(page, "Prototype history")
    for count in (1, 0, 1):
        box.click()
        expect(progress(page, RFQ)).to_have_text(re.compile(f"^{count} of 5 ready"))
    unfold(page)
    breaks = field_of(page, "quantity-breaks")
    button(breaks, "Add row").click()
    expect(breaks.get_by_role("textbox")).to_have_count(2)
    expect(button(breaks, "Add row")).to_have_count(1)
    expect(switcher(page)).to_have_count(1)
    expect(summary(page)).to_have_count(1)
    button(page, "New part").click()
    expect(progress(page, RFQ)).to_have_text("0 of 5 ready, 5 open")
    assert parts(page) == ["Unnamed part", "Unnamed part (2)"]
    with page.expect_file_chooser():
        button(page, "Open a record").click()
    page.go_back()
    expect(progress(page, LOCK)).to_have_text("0 of 6 locked, 6 still moving")
    switcher(page).select_option(index=0)
    expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 5 still moving")


def test_going_back_to_a_page_shows_it_and_does_not_say_that_it_needs_scripts(page: Page) -> None:
    # An address that carries nothing known leads back as well.
    visit(page, "/rfq/#nothing=known")
    page.get_by_role("navigation", name="Steps", exact=True).get_by_role("link", name="Check").click()
    expect(progress(page, "Production-readiness checklist")).to_be_visible()
    expect(page.locator("rfq-checklist")).to_have_attribute("data-ready", "")
    page.go_back()
    expect(progress(page, RFQ)).to_be_visible()
    expect(summary(page)).to_be_attached()
    without = page.locator(".summary__without")
    expect(without).to_have_count(1)
    expect(without).to_be_hidden()


def test_a_link_to_an_item_shows_its_name_below_what_sticks(page: Page) -> None:
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        visit(page, "/pilot-lock/#critical-dimensions")
        bar = page.locator(".md-header").bounding_box()
        name = page.get_by_role("heading", name="Critical dimensions", exact=True).bounding_box()
        assert bar is not None
        assert name is not None
        assert bar["y"] + bar["height"] <= name["y"] < 400, width


def test_a_part_of_a_long_name_stays_within_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, "/rfq/")
    unfold_sheet(page)
    button(page, "Rename part").click()
    page.get_by_role("textbox", name="Name of this part", exact=True).fill(
        "RB-2217 motor bracket, left hand, for the second axis"
    )
    button(page, "Save name").click()
    expect(chosen(page)).to_have_text(re.compile("second axis$"))
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_links_of_the_summary_lead_to_the_items(page: Page) -> None:
    visit(page, "/readiness/")
    page.get_by_role("article").get_by_role("link", name="RFQ checklist", exact=True).click()
    summary(page).scroll_into_view_if_needed()
    expect(summary(page).locator(".summary__check")).to_be_attached()
    open_folds(page)
    held = summary(page).get_by_role("link", name=ALLOY, exact=True)
    held.scroll_into_view_if_needed()
    held.click()
    expect(page).to_have_url(re.compile(r"^http://[\w.:]+/pilot-lock/#alloy-and-temper$"))
    expect(item(page, ALLOY)).to_be_in_viewport()


def test_two_tabs_show_each_others_changes(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    visit(other, "/rfq/")
    visit(page, "/pilot-lock/")
    page.bring_to_front()
    item(page, ALLOY).check()
    other.bring_to_front()
    expect(counts(other).first).to_have_text(f"{LOCK}: 1 of 6 locked, 5 still moving")
    unfold(other)
    other.get_by_role("textbox", name="Part number", exact=True).fill("A-1")
    page.bring_to_front()
    expect(chosen(page)).to_have_text("A-1")
    expect(field_of(page, "part-number")).to_have_value("A-1")
    note(page, ALLOY).fill("6082")
    other.bring_to_front()
    visit(other, "/pilot-lock/")
    expect(note(other, ALLOY)).to_have_value("6082")
    assert parts(page) == parts(other) == ["A-1"]


def test_a_tick_and_a_note_of_two_tabs_at_once_are_both_kept(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    visit(page, "/pilot-lock/")
    page.bring_to_front()
    item(page, FINISH).check()
    settled(page)
    other.bring_to_front()
    visit(other, "/pilot-lock/")
    expect(item(other, FINISH)).to_be_checked()
    # What one tab does not hear of the other it must not undo.
    other.evaluate("() => { BroadcastChannel.prototype.postMessage = () => undefined; }")
    item(other, ALLOY).check()
    settled(other)
    page.bring_to_front()
    note(page, ALLOY).fill("6061-T651")
    settled(page)
    page.reload()
    expect(item(page, ALLOY)).to_be_checked()
    expect(note(page, ALLOY)).to_have_value("6061-T651")
    expect(progress(page, LOCK)).to_have_text("2 of 6 locked, 4 still moving")


def test_a_text_that_another_tab_changed_shows_once_the_focus_has_left_it(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    visit(page, "/pilot-lock/")
    visit(other, "/pilot-lock/")
    page.bring_to_front()
    note(page, ALLOY).focus()
    other.bring_to_front()
    note(other, ALLOY).fill("6082")
    item(other, ALLOY).check()
    page.bring_to_front()
    expect(item(page, ALLOY)).to_be_checked()
    page.keyboard.press("Tab")
    expect(note(page, ALLOY)).to_have_value("6082")


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, server: str, guide: Guide) -> Path:
    """The site after an editor changed one item's prompt and renamed another as README says, at the first's address."""
    folder = copy(tmp_path_factory.mktemp("edited") / "copy")
    data = folder / "docs" / "data"
    prompt = next(each.prompt for each in guide.checklist("pilot-lock").items if each.label == ALLOY)
    for file in (data / "verdicts.yml", *(data / "examples").glob("*.json")):
        text = file.read_text("utf-8").replace("pilot-lock/packing-and-labeling", "pilot-lock/packing-and-labels")
        file.write_text(text, "utf-8")
    lock = data / "pilot-lock.yml"
    text = lock.read_text("utf-8").replace("- id: packing-and-labeling", "- id: packing-and-labels")
    assert prompt in text
    text = text.replace(prompt, "Say which alloy and which temper you will buy from now on.")
    lock.write_text(text.rstrip() + "\n  - {id: packing-and-labeling, moved_to: packing-and-labels}\n", "utf-8")
    stages = data / "stages.yml"
    stages.write_text(stages.read_text("utf-8").replace("packing-and-labeling:", "packing-and-labels:"), "utf-8")
    return built(folder, server)


def replace_site(context: BrowserContext, server: str, site: Path) -> None:
    """Serve another site at the address of the first, as after a new release."""

    def serve(route: Route) -> None:
        path = site / route.request.url.removeprefix(server).partition("?")[0]
        file = path / "index.html" if path.is_dir() else path
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file)[0])

    context.route(f"{server}**", serve)


def test_an_item_under_a_new_id_keeps_its_answer(
    page: Page, context: BrowserContext, server: str, edited: Path
) -> None:
    packing = "Packing and labeling"
    visit(page, "/pilot-lock/")
    item(page, packing).check()
    note(page, packing).fill("10 per carton")
    settled(page)

    replace_site(context, server, edited)
    visit(page, "/pilot-lock/")
    expect(item(page, packing)).to_be_checked()
    expect(note(page, packing)).to_have_value("10 per carton")
    expect(progress(page, LOCK)).to_have_text("1 of 6 locked, 5 still moving")
    item(page, packing).uncheck()
    settled(page)
    page.reload()
    expect(item(page, packing)).not_to_be_checked()
    expect(note(page, packing)).to_have_value("10 per carton")


def test_a_reworded_item_keeps_its_answer_and_says_so(
    page: Page, context: BrowserContext, server: str, edited: Path, guide: Guide
) -> None:
    visit(page, "/pilot-lock/")
    for each in (ALLOY, FINISH):
        item(page, each).check()
    note(page, ALLOY).fill("6061-T651")
    settled(page)
    notice = page.get_by_text("The wording changed since you answered. Your answer is kept.")
    expect(notice.filter(visible=True)).to_have_count(0)

    replace_site(context, server, edited)
    keys = Keyboard(page, guide)
    visit(page, "/pilot-lock/")
    expect(page.get_by_text("Say which alloy and which temper you will buy from now on.")).to_be_visible()
    expect(notice.filter(visible=True)).to_have_count(1)
    expect(item(page, ALLOY)).to_be_checked()
    expect(note(page, ALLOY)).to_have_value("6061-T651")
    expect(progress(page, LOCK)).to_have_text("2 of 6 locked, 4 still moving")
    keys.tab_to(f"My answer still applies: {ALLOY}", "button")
    keys.press("Enter")
    expect(notice.filter(visible=True)).to_have_count(0)
    expect(item(page, ALLOY)).to_be_focused()
    assert not keys.trouble()
    settled(page)
    page.reload()
    expect(item(page, ALLOY)).to_be_checked()
    expect(notice.filter(visible=True)).to_have_count(0)


def test_an_empty_browser_says_how_what_is_entered_is_kept(page: Page) -> None:
    visit(page, "/pilot-lock/")
    assert parts(page) == ["Unnamed part"]
    item(page, ALLOY).check()
    settled(page)
    expect(saving(page)).to_contain_text("Changed since you last saved a copy.")

"""One part, one sheet: a part goes from its stage to a package, and what the sheet says meanwhile."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.person import (
    FRAME,
    REV_B,
    REV_C,
    arranged,
    button,
    field_of,
    files,
    item,
    on_each_device,
    opened,
    received,
    settled,
    sheet,
    visit,
)
from tests.project import ROOT

STEPS = ["/assess/", "/pilot-lock/", "/rfq/", "/readiness/", "/upload/"]
# The housing of the review: what its buyer would write, by the id of the detail.
HOUSING = {
    "end-use": "industrial",
    "order-type": "single",
    "part-name": "Sensor housing",
    "part-number": "SH-2210",
    "revision": "D",
    "drawing-status": "released",
    "release-ref": "ECO-1184, 2026-10-01",
    "cad-file": "SH-2210_D.step",
    "units": "mm",
    "drawing-file": "SH-2210_D.pdf",
    "precedence": "drawing",
    "alloy": "17-4PH (UNS S17400)",
    "temper": "H900",
    "spec": "AMS 5643",
    "form": "round bar",
    "substitution": "no",
    "finish": "Passivate per ASTM A967, Nitric 2",
    "dims-apply": "after-finish",
    "masked": "none",
    "cosmetic-zones": "none",
    "fai": "partial",
    "fai-approval": "Buyer's quality, within five working days",
    "coc": "yes",
    "packing": "1 per bag, 10 per carton",
    "destination": "Bristol, GB",
    "export-control": "not-controlled",
    "pilot-qty": "40",
    "need-date": "2027-02-26",
    "date-basis": "dock",
    "incoterm": "DAP Bristol (Incoterms 2020)",
    "company": "Severn Sensors",
    "contact": "buyer@severn.example",
    "rfq-no": "RFQ-2210-1",
    "due-date": "2026-12-18",
}


class Buyer:
    """Somebody who clicks, and whose clicks and screens are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks, self.screens = page, 0, 0.0

    def click(self, what: Locator) -> None:
        """Click on something."""
        what.click()
        self.clicks += 1
        self.page.evaluate(FRAME)

    def leave(self, by: Locator, address: str) -> None:
        """Go on to the next page; what the last one took in height is counted."""
        self.screens += self.page.evaluate("document.documentElement.scrollHeight / innerHeight")
        self.click(by)
        expect(self.page).to_have_url(re.compile(address))
        expect(self.page.locator("rfq-parts[data-ready]")).to_have_count(1)
        # Under a fixed clock a page cannot tell that a click came before it was ready.
        expect(self.page.locator(":is(rfq-assess, rfq-checklist, rfq-files):not([data-ready])")).to_have_count(0)
        self.page.evaluate(FRAME)

    def answer(self, within: Locator) -> None:
        """Fill in each detail that is asked for in some place and blank."""
        for _ in range(3):
            for box in within.locator("[data-field]").filter(visible=True).all():
                self._enter(box)
            self.page.evaluate(FRAME)

    def _enter(self, box: Locator) -> None:
        name = box.get_attribute("data-field") or ""
        control = field_of(self.page, name)
        kind = control.evaluate("each => each.localName")
        if kind == "div":
            boxes = control.get_by_role("checkbox")
            if boxes.count() and control.locator(":checked").count() == 0:
                self.click(boxes.last)
            elif boxes.count() == 0 and not control.get_by_role("textbox").first.input_value():
                for cell in control.locator("input").all():
                    cell.fill("2026-09-01" if cell.get_attribute("type") == "date" else "12")
        elif not control.input_value():
            text = HOUSING.get(name)
            if kind == "select":
                control.select_option(text or control.locator("option").nth(1).get_attribute("value"))
            else:
                control.fill(text or "As on the drawing, note 4")


def test_a_part_goes_from_its_stage_to_a_package_in_fourteen_screens_and_forty_clicks(
    page: Page, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.clock.set_fixed_time("2026-11-28T12:00:00Z")
    buyer = Buyer(page)
    page.goto("/")
    buyer.screens -= page.evaluate("document.documentElement.scrollHeight / innerHeight")
    buyer.leave(page.get_by_role("link", name="Plan production run", exact=True).first, "/assess/")
    for column, stage in {
        "typical-quantity": "pilot-run",
        "material-finish-fidelity": "pilot-run",
        "drawing-maturity": "pilot-run",
        "inspection-depth": "functional-prototype",
    }.items():
        buyer.click(page.locator(f"#{column} [value={stage}]"))
    asked = page.get_by_role("radiogroup", name="This request is for", exact=True)
    expect(asked.locator("[value=pilot-run]")).to_be_checked()
    buyer.answer(page.locator("rfq-assess"))
    buyer.leave(page.get_by_role("link", name=re.compile("^Next: lock")), "/pilot-lock/")
    walk(buyer, 6)
    buyer.leave(page.get_by_role("link", name=re.compile("Next: step 3")), "/rfq/")
    model = tmp_path / "SH-2210_D.step"
    model.write_bytes((ROOT / "tests" / "golden" / "files" / "ap242-mm.stp").read_bytes())
    with page.expect_file_chooser() as chooser:
        buyer.click(button(page, "Add files"))
    chooser.value.set_files(model)
    expect(files(page).locator(".file__name")).to_have_text([model.name])
    walk(buyer, 5)
    buyer.leave(page.get_by_role("link", name=re.compile("Next: step 4")), "/readiness/")
    expect(page.locator("rfq-checklist[data-arranged]")).to_have_count(1)
    buyer.answer(page.locator(".checklist__missing"))
    for box in page.locator(".item__done").all():
        buyer.click(box)
    buyer.leave(page.get_by_role("link", name=re.compile("Next: step 5")), "/upload/")
    buyer.screens += page.evaluate("document.documentElement.scrollHeight / innerHeight")
    with page.expect_download() as download:
        buyer.click(button(page, "Download RFQ package (ZIP)"))
    assert received(download.value)[0].startswith("RFQ_SH-2210_RevD_pilot-run_")
    assert buyer.clicks <= 40, buyer.clicks
    assert buyer.screens <= 14, buyer.screens


def walk(buyer: Buyer, items: int) -> None:
    """Answer what each item of a list asks, and tick it: the next one unfolds."""
    page = buyer.page
    expect(page.locator("rfq-checklist[data-arranged]")).to_have_count(1)
    for _ in range(items):
        unticked = page.locator("[data-item]:not([data-state=settled], [data-state=na])")
        if unticked.count() == 0:
            return
        row = page.locator(f"[data-item={unticked.first.get_attribute('data-item')}]")
        buyer.answer(row)
        buyer.click(row.locator(".item__done"))


def test_the_title_block_says_what_the_record_says(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    for address in STEPS:
        visit(page, address)
        block = sheet(page).locator("dl")
        expect(block.locator("dt")).to_have_text(
            ["Part", "Part number", "Revision", "Request", "Quantity", "Need date", "Material", "Finish"]
        )
        expect(block.locator("dd").nth(1)).to_have_text("TVR-10427")
        expect(block.locator("dd").nth(3)).to_have_text("Pilot run")


def test_a_question_leads_to_the_very_control_which_has_the_focus(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_B)
    settled(page)
    visit(page, "/pilot-lock/")
    link = sheet(page).get_by_role("link", name=re.compile(r"\?$")).first
    field = (link.get_attribute("href") or "").partition("#field-")[2]
    link.click()
    expect(page.locator(f"[data-field={field}] :focus")).to_have_count(1)


def test_a_tick_that_completes_an_item_folds_it_to_a_row_with_its_values_and_unfolds_the_next(page: Page) -> None:
    visit(page, "/rfq/")
    record = json.loads(REV_C.read_bytes())
    for ref in ("pilot-lock/alloy-and-temper", "pilot-lock/packing-and-labeling"):
        record["answers"][ref]["status"] = "open"
    del record["values"]["packing"]
    opened(page, json.dumps(record).encode())
    settled(page)
    visit(page, "/pilot-lock/")
    expect(page.locator("#field-packing")).to_be_visible()
    item(page, "Material grade and temper").check()
    expect(page.locator("[data-item=alloy-and-temper]")).to_have_attribute("data-state", "settled")
    expect(item(page, "Material grade and temper")).to_be_in_viewport()
    expect(page.locator("#field-packing")).to_be_visible()

    row = page.locator("[data-item=alloy-and-temper]")
    expect(row).to_contain_text("6061 (UNS A96061) · T651")
    expect(page.locator("#field-alloy")).to_be_hidden()
    button(page, "Change: Material grade and temper").click()
    expect(page.locator("#field-alloy")).to_be_focused()
    button(page, "Close: Material grade and temper").click()
    expect(page.locator("#field-alloy")).to_be_hidden()

    # What is complete as the page opens is a row from the first.
    settled(page)
    visit(page, "/pilot-lock/")
    expect(button(page, "Change: Material grade and temper")).to_be_visible()
    expect(row).to_contain_text("6061 (UNS A96061) · T651")
    expect(page.locator("#field-alloy")).to_be_hidden()


def test_what_is_missing_stands_first_among_the_answers_to_check(page: Page) -> None:
    visit(page, "/rfq/")
    record = json.loads(REV_C.read_bytes())
    for field in ("need-date", "contact"):
        del record["values"][field]
    opened(page, json.dumps(record).encode())
    settled(page)
    visit(page, "/readiness/")
    missing = page.locator(".checklist__missing")
    expect(missing).to_contain_text("2 details are missing")
    expect(missing.locator("#field-need-date")).to_be_visible()
    expect(page.locator("#field-alloy")).to_be_hidden()
    button(page, "Change: Alloy or grade").click()
    expect(page.locator("#field-alloy")).to_be_focused()


@on_each_device
def test_the_last_check_shows_every_row_of_a_table_on_a_line_of_its_own(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    settled(page)
    visit(page, "/readiness/")
    arranged(page)
    value = page.locator(".answer", has_text="Critical dimension list").locator(".answer__value")
    lines = value.inner_text().splitlines()
    assert [line.partition(",")[0] for line in lines] == [f"ID CD-{number}" for number in range(1, 7)]
    assert lines[-1].endswith("Method thread gage")
    assert value.evaluate("(value) => value.scrollHeight <= value.clientHeight")


def test_on_a_phone_the_steps_are_five_links_and_the_sheet_is_a_bar_that_unfolds_over_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, "/rfq/")
    opened(page, REV_B)
    settled(page)
    expect(page.get_by_role("navigation", name="Steps", exact=True).get_by_role("link")).to_have_count(5)
    bar = sheet(page).locator("summary").first
    expect(bar).to_contain_text("TVR-10427 Rev B")
    expect(sheet(page).get_by_role("link", name="Answer the next question")).to_be_hidden()
    bar.click()
    onward = sheet(page).get_by_role("link", name="Answer the next question")
    expect(onward).to_be_visible()
    page.keyboard.press("Escape")
    expect(onward).to_be_hidden()
    expect(bar).to_be_focused()


def test_without_javascript_the_steps_are_five_links_and_everything_is_open(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/pilot-lock/")
    expect(page.get_by_role("navigation", name="Steps", exact=True).get_by_role("link")).to_have_count(5)
    expect(page.locator("#field-part-number")).to_be_visible()
    expect(page.locator("#field-packing")).to_be_visible()
    context.close()

"""The calculators of the topic pages: worked by the keyboard, told what is wrong, and taken into the part in use."""

import re

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.person import CLIPBOARD, REV_C, button, field_of, opened, settled, unfold, visit
from tests.project import source_name

FINISHES, TOLERANCES, QUALITY = (
    f"/topics/{each}/" for each in ("finishing-call-outs", "tolerance-review", "quality-control")
)
COATING, SAMPLE, FASTENER = (
    "Size before and after coating",
    "What a clean sample can miss",
    "Position of clearance holes",
)

# From the top of a page in so low a window, nobody is near a calculator.
LOW: ViewportSize = {"width": 1000, "height": 320}


def calculator(page: Page, name: str) -> Locator:
    """One that a reader has come near."""
    found = page.get_by_role("region", name=name, exact=True)
    found.scroll_into_view_if_needed()
    expect(found.get_by_role("button", name="Copy result", exact=True)).to_be_visible()
    return found


def result(of: Locator) -> Locator:
    return of.get_by_role("status").first


def said(of: Locator) -> Locator:
    """What a button came to."""
    return of.get_by_role("status").last


def question(of: Locator) -> Locator:
    return of.get_by_role("group", name=re.compile("^Add to "))


def type_over(page: Page, of: Locator, label: str, text: str) -> None:
    """By keys, as somebody who comes with the tab key finds all of an entry marked."""
    of.get_by_label(label, exact=True).focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def with_rev_c(page: Page) -> None:
    """The finished bracket is the part in use."""
    visit(page, "/rfq/")
    opened(page, REV_C)
    settled(page)


def test_whoever_does_not_come_near_is_spared_the_calculators_and_whoever_does_the_client(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(source_name(request.url)))
    page.set_viewport_size(LOW)
    page.goto(QUALITY)
    page.wait_for_load_state("networkidle")
    assert "near.js" in asked
    assert not {"calculate.js", "guide.js"} & set(asked)
    calculator(page, SAMPLE)
    assert "calculate.js" in asked
    assert "guide.js" not in asked
    assert page.evaluate("indexedDB.databases()") == []


def test_a_coating_follows_what_is_typed_and_chosen(page: Page) -> None:
    page.goto(FINISHES)
    coating = calculator(page, COATING)
    type_over(page, coating, "Thickest coating", "12,5")
    expect(result(coating)).to_contain_text("Size after coating: 21.9875 to 22.013 mm")
    type_over(page, coating, "Thickest coating", "15")
    # The question is turned round.
    coating.get_by_label("The limits are", exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(result(coating)).to_contain_text("Size to machine to: 22.015 to 22.029 mm")


def test_the_position_of_a_hole_follows_what_is_typed_and_chosen(page: Page) -> None:
    page.goto(TOLERANCES)
    fastener = calculator(page, FASTENER)
    type_over(page, fastener, "Smallest hole (MMC), H", "7")
    expect(result(fastener)).to_contain_text("Position tolerance: Ø0.5 mm for each part.")
    type_over(page, fastener, "Smallest hole (MMC), H", "6.6")
    fastener.get_by_label("The fastener is", exact=True).focus()
    page.keyboard.press("f")
    page.keyboard.press("ArrowDown")
    expect(result(fastener)).to_contain_text("Position tolerance: Ø0.6 mm for each part.")


def test_what_a_sample_can_miss_follows_what_is_typed(page: Page) -> None:
    page.goto(QUALITY)
    sample = calculator(page, SAMPLE)
    type_over(page, sample, "Sample size", "20")
    type_over(page, sample, "Bad parts in the lot", "2")
    expect(result(sample)).to_contain_text("none of 2 bad parts: 36% of the time.")


def test_what_is_no_number_is_told_at_its_entry_and_cannot_be_taken_along(page: Page) -> None:
    page.goto(FINISHES)
    coating = calculator(page, COATING)
    entry = coating.get_by_label("Nominal size", exact=True)
    type_over(page, coating, "Nominal size", "22 H7")
    expect(result(coating)).to_have_text(re.compile("“22 H7” is not a number for the nominal size"))
    expect(entry).to_have_attribute("aria-invalid", "true")
    expect(entry).to_have_accessible_description(re.compile("“22 H7” is not a number"))
    for name in ("Copy result", "Add to your part"):
        expect(button(coating, name)).to_be_disabled()
    type_over(page, coating, "Nominal size", "30")
    expect(result(coating)).to_contain_text("29.985 to 30.013 mm")
    expect(entry).not_to_have_attribute("aria-invalid", "true")
    expect(button(coating, "Copy result")).to_be_enabled()


def test_limits_go_into_the_list_of_critical_dimensions_by_keys_alone(page: Page) -> None:
    with_rev_c(page)
    page.goto(FINISHES)
    coating = calculator(page, COATING)
    button(coating, "Add to your part").focus()
    page.keyboard.press("Enter")
    expect(question(coating)).to_have_accessible_name(
        "Add to “Critical dimension list” of TVR-10427 Rev C: Feature “Bore 22”, Limits “22 +0.013 / -0.015”,"
        " Unit “mm”, Applies “After finish”?"
    )
    expect(button(coating, "Add")).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(coating)).to_have_text("Added to TVR-10427 Rev C: Critical dimension list.")
    expect(button(coating, "Add to your part")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/rfq/#field-critical-dims$"))
    rows = field_of(page, "critical-dims")
    expect(rows.get_by_role("textbox", name="Critical dimension list: Feature, row 7")).to_have_value("Bore 22")
    expect(rows.get_by_role("textbox", name="Critical dimension list: Limits, row 7")).to_have_value(
        "22 +0.013 / -0.015"
    )
    expect(rows.get_by_role("combobox", name="Critical dimension list: Applies, row 7")).to_have_value("after-finish")


def test_a_plan_goes_after_the_one_that_the_part_has(page: Page) -> None:
    with_rev_c(page)
    there = field_of(page, "sampling").input_value()
    assert there
    page.goto(QUALITY)
    sample = calculator(page, SAMPLE)
    type_over(page, sample, "Sample size", "20")
    button(sample, "Add to your part").click()
    expect(question(sample)).to_contain_text(f"“20 of 50, c=0”? It goes after “{there}”.")
    button(sample, "Add").click()
    expect(said(sample)).to_contain_text("Added to TVR-10427 Rev C")
    visit(page, "/rfq/")
    unfold(page)
    expect(field_of(page, "sampling")).to_have_value(f"{there}; 20 of 50, c=0")


def test_a_reader_without_a_part_begins_one(page: Page) -> None:
    page.goto(TOLERANCES)
    fastener = calculator(page, FASTENER)
    button(fastener, "Add to your part").click()
    expect(question(fastener)).to_contain_text("of a new part: Feature “Clearance hole 6.6, position”")
    button(fastener, "Add").click()
    expect(said(fastener)).to_contain_text("Added to Unnamed part")


def test_who_thinks_better_of_it_changes_nothing(page: Page) -> None:
    page.goto(QUALITY)
    sample = calculator(page, SAMPLE)
    button(sample, "Add to your part").click()
    button(sample, "Cancel").press("Enter")
    expect(question(sample)).to_be_hidden()
    expect(button(sample, "Add to your part")).to_be_focused()
    button(sample, "Add to your part").click()
    expect(question(sample)).to_be_visible()
    # Another result is another question.
    type_over(page, sample, "Sample size", "8")
    expect(question(sample)).to_be_hidden()
    visit(page, "/rfq/")
    expect(page.locator("#field-sampling")).to_have_value("")


def test_the_result_is_copied_as_a_sentence(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, permissions=CLIPBOARD)
    page = context.new_page()
    page.goto(TOLERANCES)
    fastener = calculator(page, FASTENER)
    button(fastener, "Copy result").click()
    expect(said(fastener)).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Position tolerance: Ø0.3 mm for each part. "
        "Or any two that add up to 0.6, with a projected tolerance zone at the threaded hole."
    )
    context.close()


def test_without_scripts_the_case_and_the_table_stand_there_and_no_form(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto(QUALITY)
    sample = page.get_by_role("region", name=SAMPLE, exact=True)
    expect(sample.get_by_text("a sample of 13 from a lot of 50 that has 5 bad parts.")).to_be_visible()
    expect(result(sample)).to_contain_text("21% of the time")
    expect(sample.get_by_role("row", name=re.compile(r"^13 74% 54% 40% 21%$"))).to_be_visible()
    expect(sample.get_by_role("textbox")).to_have_count(0)
    expect(sample.get_by_role("button")).to_have_count(0)
    context.close()


def test_paper_has_the_entered_case_or_the_worked_one(page: Page) -> None:
    page.set_viewport_size(LOW)
    page.goto(QUALITY)
    page.emulate_media(media="print")
    sample = page.get_by_role("region", name=SAMPLE, exact=True)
    expect(sample.get_by_text("Worked case:")).to_be_visible()
    expect(sample.get_by_label("Lot size")).to_be_hidden()
    page.emulate_media(media="screen")
    type_over(page, calculator(page, SAMPLE), "Lot size", "60")
    page.emulate_media(media="print")
    expect(sample.get_by_text("Worked case:")).to_be_hidden()
    expect(sample.get_by_label("Lot size")).to_be_visible()
    expect(sample.get_by_role("button")).to_have_count(0)

"""What the rules say on the pages: details folded away, not applicable, vague, or missing under a tick."""

from playwright.sync_api import Page, expect

from tests.browser.person import field_of, item, on_each_device, opened, questions, settled, unfold, verdict, visit
from tests.project import ROOT


def test_a_detail_that_does_not_apply_is_folded_away_with_the_reason(page: Page) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    finish = page.locator("[data-item=finish-and-masking]")
    expect(field_of(page, "masked")).to_be_hidden()
    expect(finish.locator(".item__folded li")).to_contain_text(["Masked features: needed when the part is coated."])
    field_of(page, "finish").fill("MIL-PRF-8625 Type II Class 2 black, 10 µm")
    expect(field_of(page, "masked")).to_be_visible()
    expect(finish.locator(".item__folded li").filter(has_text="Masked features")).to_have_count(0)
    field_of(page, "finish").fill("as machined")
    expect(field_of(page, "masked")).to_be_hidden()


def test_what_was_entered_stays_in_sight_when_it_no_longer_applies(page: Page) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    field_of(page, "finish").fill("black anodize, MIL-PRF-8625 Type II Class 2")
    field_of(page, "dims-apply").select_option("after-finish")
    field_of(page, "finish").fill("as machined")
    expect(field_of(page, "dims-apply")).to_be_visible()
    expect(field_of(page, "dims-apply")).to_have_value("after-finish")


def test_what_is_emptied_to_be_typed_anew_stays_while_somebody_is_at_it(page: Page) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    finish, apply = field_of(page, "finish"), field_of(page, "dims-apply")
    finish.fill("MIL-PRF-8625 Type II Class 2 black, 10 µm")
    apply.select_option("after-finish")
    finish.fill("as machined")
    apply.focus()
    apply.select_option("")
    settled(page)
    expect(apply).to_be_focused()
    finish.fill("as machined, deburred")
    expect(apply).to_be_hidden()


@on_each_device
def test_a_detail_is_not_applicable_with_a_reason(page: Page) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    field_of(page, "finish").fill("MIL-PRF-8625 Type II Class 2 black, 10 µm")
    box = page.get_by_role("checkbox", name="Not applicable: Masked features", exact=True)
    reason = page.get_by_role("textbox", name="Reason: Masked features", exact=True)
    expect(reason).to_be_hidden()
    box.check()
    expect(reason).to_be_focused()
    page.keyboard.type("nothing fits to a thread")
    settled(page)
    page.reload()
    unfold(page)
    expect(box).to_be_checked()
    expect(reason).to_have_value("nothing fits to a thread")
    box.uncheck()
    expect(reason).to_be_hidden()


def test_a_tick_over_a_missing_or_vague_detail_is_told_and_does_not_hold(page: Page) -> None:
    visit(page, "/pilot-lock/")
    unfold(page)
    root = page.locator("[data-item=alloy-and-temper]")
    expect(root).to_have_attribute("data-state", "not-started")
    field_of(page, "alloy").fill("6061")
    expect(root).to_have_attribute("data-state", "partly")
    item(page, "Material grade and temper").check()
    expect(root).to_contain_text(
        "Ticked, but 2 details are missing or vague: Temper or condition, Material substitution."
    )
    field_of(page, "temper").fill("TBD")
    expect(root).to_contain_text("“TBD”: say exactly what that is.")
    field_of(page, "substitution").select_option("no")
    expect(root).to_contain_text("Ticked, but one detail is missing or vague: Temper or condition.")
    field_of(page, "temper").fill("T651")
    expect(root).to_have_attribute("data-state", "settled")
    expect(root.get_by_text("Ticked, but")).to_be_hidden()


def test_a_record_of_the_first_release_is_asked_what_it_set_aside(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, ROOT / "tests" / "golden" / "records" / "1.0.0" / "full.json")
    expect(questions(page)).to_contain_text(["Finish and masking was set aside as not applicable."])
    settled(page)
    visit(page, "/pilot-lock/")
    expect(page.locator("[data-item=finish-and-masking]")).to_contain_text(
        "This was set aside as a whole: “As machined”. Which of its details did you mean?"
    )


def test_a_proof_prototype_is_asked_for_little_and_not_scolded(page: Page) -> None:
    visit(page, "/assess/")
    page.get_by_role("radiogroup", name="This request is for", exact=True).locator("[value=proof-prototype]").check()
    settled(page)
    visit(page, "/rfq/")
    expect(verdict(page)).to_have_text("8 answers short of a prototype quote")
    expect(questions(page)).to_have_count(8)
    unfold(page)
    field_of(page, "alloy").fill("6061-T6, whatever is on hand")
    expect(questions(page)).to_contain_text(["Alloy or grade says “6061-T6, whatever is on hand”. What exactly?"])
    expect(questions(page)).to_have_count(8)
    field_of(page, "alloy").fill("6061-T6, or 6082-T6 where that is on hand")
    expect(questions(page)).to_have_count(7)
    expect(verdict(page)).to_have_text("7 answers short of a prototype quote")

"""Find your stage: the levels that are picked, by hand or by the link of a stage page, and the stage they give."""

import re

from playwright.sync_api import Locator, Page, expect

from macros.guide.guide import Guide
from tests.browser.person import FRAME, button, field_of, on_each_device, open_folds, settled, unfold, visit
from tests.project import source_name

PICKED = "We preselected the levels for the stage you came from."
LINK = "Check whether your part is at this stage"
MARK = "From the link you opened; check it."
COLUMNS = ["typical-quantity", "material-finish-fidelity", "drawing-maturity", "inspection-depth"]


def picked(page: Page) -> dict[str, str]:
    """The level that is picked in each column."""
    found = page.locator("rfq-assess input[type=radio]:checked").evaluate_all(
        "all => all.map(({ name, value }) => [name, value])"
    )
    return dict(found)


def follow(page: Page, stage: str) -> None:
    """Go on from a stage page by its link."""
    page.goto(f"/stages/{stage}/")
    page.get_by_role("link", name=LINK, exact=True).click()
    open_folds(page)
    expect(page.locator("rfq-assess[data-ready]")).to_have_count(1)


@on_each_device
def test_the_link_of_a_stage_page_picks_its_levels_and_fills_nothing_in(page: Page) -> None:
    follow(page, "pilot-run")
    expect(page.get_by_text(PICKED)).to_be_visible()
    assert picked(page) == dict.fromkeys(COLUMNS, "pilot-run")
    expect(page.get_by_role("region", name="Your stage", exact=True).get_by_role("status").first).to_have_text(
        "Pilot run"
    )
    expect(page.get_by_role("region", name="From the link you opened", exact=True)).to_be_hidden()
    settled(page)
    visit(page, "/rfq/")
    unfold(page)
    expect(field_of(page, "stage")).to_have_value("")
    expect(page.get_by_text(MARK)).to_have_count(0)


def test_the_first_step_is_done_once_a_request_is_picked_too(page: Page) -> None:
    visit(page, "/assess/#from=pilot-run")
    expect(page.get_by_text(PICKED)).to_be_visible()
    step = page.locator("rfq-steps [data-step=stage]")
    expect(step).to_contain_text("Pilot run")
    expect(step).not_to_contain_class("is-done")
    request_for(page, "repeat-production").check()
    expect(step).to_contain_class("is-done")


def test_the_link_leaves_the_address_and_needs_no_second_script(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, "/assess/#from=pilot-run")
    expect(page.get_by_text(PICKED)).to_be_visible()
    page.evaluate(FRAME)
    assert page.evaluate("location.hash") == ""
    assert not [url for url in asked if source_name(url) == "guide-exports.js"]


def test_levels_that_were_picked_stay_and_nothing_else_is_claimed(page: Page) -> None:
    visit(page, "/assess/")
    page.locator("input[name=drawing-maturity][value=proof-prototype]").check()
    settled(page)
    follow(page, "pilot-run")
    expect(page.get_by_text(PICKED)).to_be_visible()
    assert picked(page) == {**dict.fromkeys(COLUMNS, "pilot-run"), "drawing-maturity": "proof-prototype"}
    settled(page)
    follow(page, "repeat-production")
    page.evaluate(FRAME)
    assert picked(page)["drawing-maturity"] == "proof-prototype"
    assert picked(page)["typical-quantity"] == "pilot-run"
    expect(page.get_by_text(PICKED)).to_have_count(0)


def test_a_link_from_no_stage_picks_no_level(page: Page) -> None:
    visit(page, "/assess/#from=nowhere")
    for fragment in ("#from=__proto__", "#stage=pilot-run"):
        page.evaluate(FRAME)
        assert picked(page).keys() <= {"request"}
        page.evaluate("fragment => { location.hash = fragment; }", fragment)
    page.evaluate(FRAME)
    assert picked(page).keys() <= {"request"}
    # Else nothing would be picked because nothing was heard.
    page.evaluate("location.hash = '#from=pilot-run'")
    expect(page.get_by_text(PICKED)).to_be_visible()


def row(page: Page, stage: str) -> Locator:
    """The head of a stage's row, without what is hidden in it."""
    return page.locator(f".assess__stages [data-stage={stage}]")


def request_for(page: Page, stage: str) -> Locator:
    """The radio that says what the request is for."""
    return page.get_by_role("radiogroup", name="This request is for", exact=True).locator(f"[value={stage}]")


def test_what_was_said_of_one_part_is_not_said_of_another(page: Page) -> None:
    visit(page, "/assess/#from=functional-prototype")
    expect(page.get_by_text(PICKED)).to_be_visible()
    button(page, "New part").click()
    expect(page.get_by_text(PICKED)).to_have_count(0)


@on_each_device
def test_the_request_is_a_fact_of_its_own_and_levels_are_cleared(page: Page) -> None:
    visit(page, "/assess/#from=functional-prototype")
    request_for(page, "pilot-run").check()
    button(page, "Start over").click()
    expect(button(page, "Start over")).to_be_hidden()
    assert picked(page) == {"request": "pilot-run"}
    settled(page)
    visit(page, "/rfq/")
    unfold(page)
    expect(field_of(page, "stage")).to_have_value("pilot-run")


def test_the_stage_after_the_parts_is_offered_once_all_that_decides_is_picked(page: Page) -> None:
    visit(page, "/assess/")
    for column in COLUMNS[1:]:
        page.locator(f"input[name={column}][value=functional-prototype]").check()
    expect(request_for(page, "pilot-run")).to_be_checked()
    expect(page.get_by_text("The next stage is picked for the request: Pilot run.")).to_be_visible()
    expect(row(page, "functional-prototype")).to_contain_text("the part is here")
    expect(row(page, "pilot-run")).to_contain_text("what you ask for")
    request_for(page, "functional-prototype").check()
    page.locator("input[name=inspection-depth][value=pilot-run]").check()
    expect(request_for(page, "functional-prototype")).to_be_checked()


def test_quantity_informs_and_does_not_hold_a_part_back(page: Page) -> None:
    visit(page, "/assess/")
    for column in COLUMNS[1:]:
        page.locator(f"input[name={column}][value=repeat-production]").check()
    page.locator("input[name=typical-quantity][value=proof-prototype]").check()
    region = page.get_by_role("region", name="Your stage", exact=True)
    expect(region.get_by_role("status").first).to_have_text("Repeat low-volume production")
    expect(region).to_contain_text("Quantity does not hold the part back.")


def test_the_other_gates_are_asked_here_and_none_of_these_goes_alone(page: Page) -> None:
    visit(page, "/assess/")
    field_of(page, "end-use").select_option("medical")
    involves = field_of(page, "also-involves")
    involves.get_by_role("checkbox", name="Heat treatment", exact=True).check()
    involves.get_by_role("checkbox", name="None of these", exact=True).check()
    expect(involves.get_by_role("checkbox", name="Heat treatment", exact=True)).not_to_be_checked()
    involves.get_by_role("checkbox", name="A cleanliness limit", exact=True).check()
    expect(involves.get_by_role("checkbox", name="None of these", exact=True)).not_to_be_checked()
    settled(page)
    visit(page, "/rfq/")
    unfold(page)
    expect(field_of(page, "end-use")).to_have_value("medical")
    expect(field_of(page, "cleanliness")).to_be_visible()
    expect(field_of(page, "heat-treatment")).to_be_hidden()


def test_the_part_is_held_by_the_columns_that_are_behind(page: Page) -> None:
    visit(page, "/assess/#from=pilot-run")
    region = page.get_by_role("region", name="Your stage", exact=True)
    for column in COLUMNS[2:]:
        page.locator(f"input[name={column}][value=functional-prototype]").check()
    expect(region).to_contain_text("Held there by drawing maturity and inspection depth.")
    expect(row(page, "functional-prototype").get_by_text("the part is here")).to_be_visible()
    expect(row(page, "pilot-run").get_by_text("the part is here")).to_be_hidden()


def test_one_button_leads_on_to_the_locks(page: Page) -> None:
    visit(page, "/assess/")
    onward = page.get_by_role("region", name="Your stage", exact=True).get_by_role("link", name="Next: lock 6 things")
    onward.click()
    expect(page).to_have_url(re.compile("/pilot-lock/$"))


def test_the_matrix_is_one_radio_group_for_each_column_in_order(page: Page, guide: Guide) -> None:
    visit(page, "/assess/")
    columns = [column for column in guide.transition.columns if column.levels]
    groups = page.get_by_role("region", name="Your four levels", exact=True).get_by_role("radiogroup")
    names = [f'- radiogroup "{column.label}"' for column in columns]
    found = [line.split(":")[0] for line in groups.nth(0).page.locator("rfq-assess").aria_snapshot().splitlines()]
    assert [line.strip() for line in found if "radiogroup" in line] == [*names, '- radiogroup "This request is for"']
    radios = groups.nth(0).get_by_role("radio")
    assert [each.get_attribute("value") for each in radios.all()] == [stage.id for stage in guide.stages]


def test_the_matrix_is_rows_that_a_line_joins_on_one_screen_and_cards_on_a_phone(page: Page, guide: Guide) -> None:
    def cells(stage: str) -> list[Locator]:
        return page.locator(f".assess__level:has([value={stage}])").all()

    def stages_are_rows() -> None:
        page.evaluate(FRAME)
        for stage in guide.stages:
            found = [*cells(stage.id), row(page, stage.id)]
            tops = {round(box["y"]) for each in found if (box := each.bounding_box())}
            assert len(found) == len(COLUMNS) + 1
            assert max(tops) - min(tops) <= 1

    page.set_viewport_size({"width": 1440, "height": 900})
    visit(page, "/assess/#from=pilot-run")
    line = page.locator(".assess__profile path")
    expect(line).to_have_attribute("d", re.compile("^M"))
    before = line.get_attribute("d")
    stages_are_rows()
    # As wide as the steps and the sheet of the part beside it leave it.
    page.evaluate("document.querySelector('.assess').style.width = '700px'")
    page.evaluate(FRAME)
    box = page.locator(".assess__matrix").bounding_box()
    assert box
    assert box["y"] + box["height"] < 900
    page.evaluate("document.querySelector('.assess').style.width = ''")
    page.set_viewport_size({"width": 900, "height": 900})
    expect(line).not_to_have_attribute("d", before or "")
    page.set_viewport_size({"width": 700, "height": 900})
    stages_are_rows()
    page.set_viewport_size({"width": 360, "height": 800})
    expect(line).to_be_hidden()
    boxes = [box for each in cells("pilot-run") if (box := each.bounding_box())]
    assert len({box["x"] for box in boxes}) == 1
    assert len({box["y"] for box in boxes}) == len(COLUMNS)

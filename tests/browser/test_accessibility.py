"""What axe cannot see: 400 percent, forced colors, motion, paper, what is announced; targets: test_every_page.py."""

import re

from playwright.sync_api import Locator, Page, expect

from macros.guide.guide import Guide
from tests.browser.keyboard import Keyboard
from tests.browser.person import button, item, note, troubles, visit


def test_at_400_percent_the_keyboard_meets_nothing_that_cannot_be_seen(page: Page, guide: Guide) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    keys = Keyboard(page, guide)
    visit(page, "/pilot-lock/")
    outside = []
    for _ in range(40):
        stop = keys.tab()
        left, right = page.evaluate(
            """() => {
              const each = document.activeElement;
              const label = each.matches(".md-option") ? each.nextElementSibling : each;
              const { left, right } = label.getBoundingClientRect();
              return [left, right];
            }"""
        )
        outside += [f"{stop.tag} {stop.name}"] * (right <= 0 or left >= 320)
    assert not outside
    assert not keys.trouble()


def test_at_400_percent_the_keyboard_opens_the_navigation_leaves_it_by_escape_and_goes_on(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    visit(page, "/pilot-lock/")
    page.keyboard.press("Tab")
    navigation = page.get_by_role("checkbox", name="Navigation")
    expect(navigation).to_be_focused()
    assert page.locator("header label[for=__drawer]").evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    page.keyboard.press("Space")
    expect(navigation).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(navigation).not_to_be_checked()
    expect(navigation).to_be_focused()
    page.keyboard.press("Space")
    expect(navigation).to_be_checked()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Check":
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/readiness/$"))


def test_with_forced_colors_boxes_and_focus_and_the_stage_can_be_told(page: Page) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    visit(page, "/pilot-lock/")
    box = item(page, "Material grade and temper")
    empty = box.screenshot()
    box.check()
    box.evaluate("each => each.blur()")
    ticked = box.screenshot()
    assert ticked != empty, "a ticked box looks like an empty one"
    page.keyboard.press("Tab")
    note(page, "Material grade and temper").focus()
    assert note(page, "Material grade and temper").evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    page.goto("/stages/pilot-run/")
    path = page.get_by_role("article").locator(".stage-path").first
    steps = path.locator("li")
    current, other = steps.nth(2), steps.nth(1)
    expect(current.locator("[aria-current]")).to_have_count(1)
    assert looks(current) != looks(other), "the current stage looks like any other"


def looks(step: Locator) -> list[str]:
    """The colors and lines of a stage's sign."""
    found: list[str] = step.evaluate(
        """(each) => [...each.querySelectorAll("*"), each].flatMap((part) =>
          ["", "::before", "::after"].map((kind) => {
            const { backgroundColor, borderColor, borderWidth, fontWeight } = getComputedStyle(part, kind || null);
            return [backgroundColor, borderColor, borderWidth, fontWeight].join();
          }))"""
    )
    return found


def test_with_reduced_motion_nothing_moves(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    visit(page, "/pilot-lock/")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((each) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(each);
          const lasts = `${transitionDuration}, ${animationDuration}`.split(", ").some((part) => parseFloat(part) > 0);
          return lasts || scrollBehavior === "smooth";
        }).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert not moving


def test_on_a_sheet_of_paper_a_matrix_is_a_table_and_nothing_is_cut_off(page: Page) -> None:
    # A4 without the margins of print.css, at the 96 px to an inch of style sheets.
    page.set_viewport_size({"width": round((210 - 30) / 25.4 * 96), "height": 1000})
    page.emulate_media(media="print")
    for address in ("/stages/", "/quote-review/", "/standards/"):
        page.goto(address)
        cell = page.locator(".matrix td").first
        assert cell.evaluate("each => getComputedStyle(each).display") == "table-cell", address
        assert not troubles(page), address


def test_an_item_is_announced_by_its_label_with_its_states(page: Page) -> None:
    visit(page, "/pilot-lock/")
    region = page.get_by_role("region", name="Material grade and temper", exact=True)
    item(page, "Material grade and temper").check()
    expect(region).to_match_aria_snapshot(
        """
        - region "Material grade and temper":
          - heading "Material grade and temper" [level=3]
          - paragraph:
            - text: 0 of 2 details
            - 'button "Answer: Material grade and temper"'
          - status: "Ticked, but 2 details are missing or vague: Alloy or grade, Material substitution."
          - paragraph:
            - 'checkbox "Material grade and temper: locked" [checked]'
        """
    )
    answer = button(page, "Answer: Material grade and temper")
    expect(answer).to_have_attribute("aria-expanded", "false")
    answer.click()
    expect(region).to_match_aria_snapshot(
        """
        - region "Material grade and temper":
          - heading "Material grade and temper" [level=3]
          - paragraph:
            - text: 0 of 2 details
            - 'button "Close: Material grade and temper" [expanded]'
          - status: "Ticked, but 2 details are missing or vague: Alloy or grade, Material substitution."
          - textbox "Alloy or grade"
          - combobox "Material substitution"
          - group:
            - 'textbox "Note: Material grade and temper"'
          - paragraph:
            - 'checkbox "Material grade and temper: locked" [checked]'
        """
    )
    expect(page.get_by_role("textbox", name="Alloy or grade", exact=True)).to_have_accessible_description(
        re.compile("Example:")
    )


def test_tables_laid_out_as_cards_are_still_announced_as_tables(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/stages/")
    assert page.locator(".matrix td").first.evaluate("each => getComputedStyle(each).display") == "block"
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    roles = {each["role"]["value"] for each in nodes if not each.get("ignored")}
    assert {"table", "row", "rowheader", "columnheader", "cell"} <= roles

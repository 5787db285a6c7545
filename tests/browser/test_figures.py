"""Figures: what leads on from them is reached with any pointer and by keyboard, and they keep within a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.person import on_each_device

WITH_FIGURES = (
    "/example/",
    "/pilot-lock/",
    "/stages/",
    "/topics/design-guide/",
    "/topics/first-article-inspection/",
    "/topics/quality-control/",
    "/topics/tolerance-review/",
)
# The smallest text of the drawings as it is seen, in pixels.
SMALLEST = """() => Math.min(...[...document.querySelectorAll("figure svg text, [role=figure] svg text")]
  .filter((text) => text.checkVisibility() && text.textContent.trim() && !text.closest(".part-sheet"))
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""


@on_each_device
def test_a_balloon_is_a_target_and_leads_to_its_line_by_keyboard(page: Page) -> None:
    page.goto("/topics/first-article-inspection/")
    balloons = page.get_by_role("link", name=re.compile(r"^\d+: ")).all()
    boxes = [box for each in balloons if (box := each.bounding_box())]
    assert len(boxes) >= 4
    assert all(min(box["width"], box["height"]) >= 23.5 for box in boxes)
    page.get_by_role("link", name="5: Bearing bore, bare metal", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/example/#critical-dims-cd-1$"))
    expect(page.locator("#critical-dims-cd-1")).to_be_in_viewport()


@pytest.mark.parametrize("address", WITH_FIGURES)
def test_a_phone_shows_figures_whole_and_large_enough_to_read(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(SMALLEST) >= 11
    assert violations(page) == []

"""Every page on a phone of 360 pixels: nothing beside the screen or too small, what axe finds, and the navigation."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.person import FRAME, SIDEWAYS
from tests.markup import Page as Document

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}

# The smallest text of the drawings as it is seen, in pixels.
SMALLEST = """() => Math.min(...[...document.querySelectorAll("figure svg text, [role=figure] svg text")]
  .filter((text) => text.checkVisibility() && text.textContent.trim() && !text.closest(".part-sheet"))
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(base_url=server, device_scale_factor=3, **PHONE)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def test_no_page_on_a_phone_scrolls_sideways_draws_too_small_or_breaks_a_rule(
    phone: Page, pages: dict[str, Document]
) -> None:
    found = []
    for address in (*pages, "/404.html"):
        phone.goto(address)
        phone.evaluate(FRAME)
        wide = phone.evaluate(SIDEWAYS)
        found += [f"{address} is {wide} px too wide"] * (wide > 0)
        smallest = phone.evaluate(SMALLEST)
        found += [f"{address} has a figure with text of {smallest} px"] * (smallest < 11)
        found += [f"{address}: {each}" for each in violations(phone)]
    assert not found


def test_the_navigation_opens_with_a_tap_and_leads_on(phone: Page) -> None:
    phone.goto("/pilot-lock/")
    navigation = phone.get_by_role("checkbox", name="Navigation")
    expect(navigation).not_to_be_checked()
    check = phone.locator(".md-sidebar").get_by_role("link", name="Check", exact=True)
    expect(check).to_be_hidden()
    phone.locator("header label[for=__drawer]").tap()
    expect(navigation).to_be_checked()
    assert not violations(phone)
    check.tap()
    expect(phone).to_have_url(re.compile("/readiness/$"))

"""axe-core on every page, in light and in dark; for states see test_axe_states.py, for phones test_phone.py."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import COLORS, violations
from tests.browser.person import FRAME
from tests.markup import Page as Document


def test_no_page_breaks_a_rule(page: Page, pages: dict[str, Document]) -> None:
    found = []
    for address in (*pages, "/404.html"):
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(address)
        page.evaluate(FRAME)
        found += [f"{address}: {each}" for each in violations(page)]
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        expect(page.locator("body[data-md-color-scheme=slate]")).to_have_count(1)
        found += [f"{address}, dark: {each}" for each in violations(page, COLORS)]
    assert not found


@pytest.mark.parametrize(
    ("script", "rule"),
    [
        ("document.querySelector('h1 + p').style.color = '#999'", "color-contrast"),
        (
            "document.querySelector('.item__done').closest('label').replaceWith(document.createElement('input'))",
            "label",
        ),
    ],
)
def test_a_fault_is_found(page: Page, script: str, rule: str) -> None:
    page.goto("/pilot-lock/")
    page.evaluate(script)
    assert any(each.startswith(f"{rule}:") for each in violations(page))

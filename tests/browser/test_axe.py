"""axe-core on every page, in light and in dark; for states see test_axe_states.py, for phones test_phone.py."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.person import FRAME
from tests.markup import Page as Document


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule(page: Page, pages: dict[str, Document], scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    found = []
    for address in (*pages, "/404.html"):
        page.goto(address)
        page.evaluate(FRAME)
        found += [f"{address}: {each}" for each in violations(page)]
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

"""Every page, opened once: the errors it reports, axe's rules in light and dark, narrow screens, larger text.

For axe on states see test_axe_states.py, for phones test_phone.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import COLORS, violations
from tests.browser.person import FRAME, SIDEWAYS, complaints_of, troubles
from tests.markup import Page as Document

# WCAG 2.5.8: a target is 24 px each way, or what is pressed with it is; links within a sentence are exempt.
SMALL = """() => [...document.querySelectorAll("article :is(button, input, select, textarea, summary, a)")]
  .filter((each) => each.checkVisibility() && each.type !== "file")
  .filter((each) => !(each.matches("a") && getComputedStyle(each).display === "inline"))
  .map((each) => [each, each.labels?.[0]?.contains(each) ? each.labels[0] : each])
  .map(([each, target]) => [each, target.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 24 || height < 24)
  .map(([each, { width, height }]) => `${width} x ${height}: ${each.outerHTML.slice(0, 90)}`)"""
# WCAG 1.4.12, to the letter.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`p { margin-block-end: 2em !important; }
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
TWICE = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
PLAIN = "document.adoptedStyleSheets = []"
UNFOLDED = "document.querySelectorAll('article details').forEach((each) => { each.open = true; })"


@dataclass
class Crawl:
    """What was found on all pages."""

    complaints: list[str]
    rules: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def crawl(browser: Browser, server: str, pages: dict[str, Document]) -> Iterator[Crawl]:
    """Every page looked at in each way, after one loading."""
    context = browser.new_context(base_url=server, reduced_motion="reduce")
    page = context.new_page()
    found = Crawl(complaints_of(page))
    for address in (*pages, "/404.html"):
        page.set_viewport_size({"width": 1280, "height": 720})
        page.emulate_media(color_scheme="light")
        page.goto(address)
        page.evaluate(FRAME)
        found.rules += [f"{address}: {each}" for each in violations(page)]
        page.emulate_media(color_scheme="dark")
        expect(page.locator("body[data-md-color-scheme=slate]")).to_have_count(1)
        found.rules += [f"{address}, dark: {each}" for each in violations(page, COLORS)]
        for width in (320, 360, 768):
            page.set_viewport_size({"width": width, "height": 256})
            wide = page.evaluate(SIDEWAYS)
            if wide > 0:
                found.sideways.append(f"{address} at {width} px: {wide} px too wide because of {widest(page)}")
        page.evaluate(UNFOLDED)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(FRAME)
            found.small += [f"{address} at {width} px: {each}" for each in page.evaluate(SMALL)]
            page.evaluate(SPACED)
            found.cut += [f"{address} at {width} px, spaced: {each}" for each in troubles(page)]
            page.evaluate(PLAIN)
        page.evaluate(TWICE)
        found.cut += [f"{address}, twice: {each}" for each in troubles(page)]
    yield found
    context.close()


def widest(page: Page) -> str:
    found: str = page.evaluate(
        """() => [...document.querySelectorAll('.md-content *')]
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
          .slice(-1).map((each) => each.outerHTML.slice(0, 80)).join() || 'something outside the content'"""
    )
    return found


def test_no_page_reports_an_error(crawl: Crawl) -> None:
    assert not crawl.complaints


def test_no_page_breaks_a_rule_in_light_or_in_dark(crawl: Crawl) -> None:
    assert not crawl.rules


def test_no_page_scrolls_sideways(crawl: Crawl) -> None:
    assert not crawl.sideways


def test_every_target_is_24_pixels(crawl: Crawl) -> None:
    assert not crawl.small


def test_text_that_takes_more_room_is_not_cut_off(crawl: Crawl) -> None:
    assert not crawl.cut


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

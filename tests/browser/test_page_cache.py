"""The browser's own page cache: pages go into it, and what comes out of it says what is true by then."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.person import field_of, look_at, settled, unfold, visit
from tests.browser.trespass import watch
from tests.chromium import WHOLE, launch_options

CACHED = "addEventListener('pageshow', ({ persisted }) => { window.__cached = persisted; })"


@pytest.fixture(scope="module")
def keeping(playwright: Playwright) -> Iterator[Browser]:
    """A browser that keeps pages: the headless shell does not, and Playwright forbids it by itself."""
    options = {**launch_options(WHOLE), "ignore_default_args": ["--disable-back-forward-cache"]}
    browser = playwright.chromium.launch(**options)  # type: ignore[arg-type]
    yield browser
    browser.close()


@pytest.fixture
def page(keeping: Browser, server: str, trespasses: list[str]) -> Iterator[Page]:
    """A page in that browser, with a storage of its own."""
    context = keeping.new_context(base_url=server)
    watch(context, trespasses)
    context.add_init_script(CACHED)
    yield context.new_page()
    context.close()


def away_and_back(page: Page, address: str) -> None:
    """Follow an address as a link would, and come back by the button."""
    page.evaluate("address => { location.href = address; }", address)
    expect(page).to_have_url(re.compile(f"{address}$"))
    page.go_back(wait_until="commit")


@pytest.mark.parametrize("address", ["/", "/stages/pilot-run/", "/assess/", "/rfq/", "/readiness/", "/review/"])
def test_a_page_is_kept_for_the_back_button(page: Page, address: str) -> None:
    page.goto(address)
    boxes = page.get_by_role("article").get_by_role("checkbox")
    if address in ("/rfq/", "/readiness/"):
        visit(page, address)
        boxes.first.check()
        settled(page)
    away_and_back(page, "/privacy/")
    assert page.evaluate("window.__cached") is True


def test_a_page_that_was_searched_on_is_kept_too(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("balloon")
    expect(page.locator(".md-search-result__list a").first).to_be_visible()
    away_and_back(page, "/privacy/")
    assert page.evaluate("window.__cached") is True


def test_what_is_typed_as_a_page_is_left_is_kept(page: Page) -> None:
    look_at(page, "/rfq/")
    unfold(page)
    field_of(page, "part-number").fill("SH-2210")
    away_and_back(page, "/privacy/")
    expect(field_of(page, "part-number")).to_have_value("SH-2210")
    look_at(page, "/rfq/")
    expect(field_of(page, "part-number")).to_have_value("SH-2210")


def test_a_page_that_is_come_back_to_shows_what_was_changed_since_and_does_not_undo_it(page: Page) -> None:
    look_at(page, "/rfq/")
    unfold(page)
    field_of(page, "part-number").fill("SH-2210")
    settled(page)
    page.evaluate("() => { location.href = '/pilot-lock/'; }")
    expect(page).to_have_url(re.compile("/pilot-lock/$"))
    unfold(page)
    expect(field_of(page, "part-number")).to_have_value("SH-2210")
    field_of(page, "part-number").fill("SH-2211")
    settled(page)
    page.go_back(wait_until="commit")
    expect(field_of(page, "part-number")).to_have_value("SH-2211")
    look_at(page, "/rfq/")
    expect(field_of(page, "part-number")).to_have_value("SH-2211")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('rfq-guide'))") == []


def test_the_drawer_is_closed_on_a_page_out_of_the_cache(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/pilot-lock/")
    page.locator("header label[for=__drawer]").click()
    page.locator(".md-sidebar").get_by_role("link", name="Check", exact=True).click()
    expect(page).to_have_url(re.compile("/readiness/$"))
    page.go_back(wait_until="commit")
    assert page.evaluate("window.__cached") is True
    expect(page.get_by_role("checkbox", name="Navigation")).not_to_be_checked()

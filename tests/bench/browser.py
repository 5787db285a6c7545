"""The browser that measures, its processor slowed on demand."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import WHOLE, launch_options
from tests.project import address_of
from tests.serving import serving

# A large page takes its time, the more so on a busy machine; in milliseconds.
PATIENCE = 300_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser as readers have it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(WHOLE))  # type: ignore[arg-type]
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, site: Path, script: Path | None = None) -> Iterator[Page]:
    """The RFQ checklist of a site, answering; another script may stand in for ours."""
    with serving(site, compressed=True) as origin:
        context = browser.new_context()
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        if script:
            page.route(address_of("guide.js"), lambda route: route.fulfill(path=script))
        page.goto(f"{origin}rfq/")
        if not script:
            page.locator("rfq-summary").evaluate("(summary) => summary.scrollIntoView()")
            page.wait_for_selector("rfq-summary[data-ready]", state="attached")
            page.evaluate("scrollTo(0, 0)")
        yield page
        context.close()


def slow(page: Page, times: int) -> None:
    """Slow the page's processor."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})

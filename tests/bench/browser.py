"""The browser that measures: frames come as soon as they are drawn, and its processor can be slowed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import launch_options
from tests.serving import serving

# A frame that waits for the screen would take the same time whatever a page does in it.
AT_ONCE = ["--disable-gpu-vsync", "--disable-frame-rate-limit"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The project's browser, its frame rate unbound."""
    options = launch_options()
    arguments = [*options.pop("args"), *AT_ONCE]  # type: ignore[misc]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=arguments, **options)  # type: ignore[arg-type]
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Browser, site: Path, address: str = "/") -> Iterator[Page]:
    """A page of a site that is served compressed, opened with an empty cache and an empty storage."""
    with serving(site, compressed=True) as origin:
        context = browser.new_context()
        page = context.new_page()
        page.goto(origin + address.removeprefix("/"))
        yield page
        context.close()


def slow(page: Page, times: int) -> None:
    """Slow the page's processor."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})

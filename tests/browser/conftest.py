"""How the browser starts, which site its pages open, and what no page may do in any test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from tests.browser.trespass import watch
from tests.chromium import launch_options


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The project's own options, in place of the plugin's."""
    return launch_options()


@pytest.fixture(scope="session")
def base_url(server: str) -> str:
    """`page.goto("/rfq/")` opens the built site."""
    return server


@pytest.fixture
def device() -> str:
    """The device a person holds; `on_each_device` gives a test both."""
    return "desktop"


@pytest.fixture
def browser_context_args(base_url: str, device: str, playwright: Playwright) -> dict[str, object]:
    """The page as the device shows it."""
    phone = dict(playwright.devices["Pixel 5"]) if device == "phone" else {}
    phone.pop("default_browser_type", None)
    return {**phone, "base_url": base_url}


@pytest.fixture(scope="session", autouse=True)
def _expecting() -> None:
    """What a whole file waits for, before any test of it, has as long as they have."""
    expect.set_options(timeout=30_000)


@pytest.fixture(autouse=True)
def _impatient(context: BrowserContext) -> None:
    """Nothing here takes long, even on a busy machine: what has not come after half a minute never comes."""
    context.set_default_timeout(30_000)


@pytest.fixture(scope="session")
def trespasses(browser: Browser) -> list[str]:
    """What any page of any test did against its policy, and what it asked of an origin that is not its own."""
    noted: list[str] = []
    browser.on("context", lambda context: watch(context, noted))
    return noted


@pytest.fixture(autouse=True)
def _lawful(trespasses: list[str], context: BrowserContext) -> Iterator[None]:  # noqa: ARG001
    """Fail the test in which a page broke its policy, or asked anything of another origin."""
    yield
    noted = [*trespasses]
    trespasses.clear()
    assert not noted

"""How the browser starts, and which site its pages open."""

import pytest
from playwright.sync_api import BrowserContext, Playwright, expect

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


@pytest.fixture(autouse=True)
def _impatient(context: BrowserContext) -> None:
    """Nothing here takes long, even on a busy machine: what has not come after ten seconds never comes."""
    context.set_default_timeout(10_000)
    expect.set_options(timeout=10_000)

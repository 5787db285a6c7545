"""How the browser starts, and which site its pages open."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.chromium import launch_options


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The project's own options, in place of the plugin's."""
    return launch_options()


@pytest.fixture(scope="session")
def base_url(server: str) -> str:
    """`page.goto("/rfq/")` opens the built site."""
    return server


@pytest.fixture(autouse=True)
def _impatient(context: BrowserContext) -> None:
    """Nothing here takes long, even on a busy machine: what has not come after ten seconds never comes."""
    context.set_default_timeout(10_000)
    expect.set_options(timeout=10_000)

"""How the browser starts, which site its pages open, and what no page may do in any test."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, expect

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


@pytest.fixture(scope="session")
def trespasses(browser: Browser) -> list[str]:
    """What any page of any test did against its policy, and what it asked of an origin that is not its own."""
    noted: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            noted.append(message.text)

    def asked(request: Request) -> None:
        # What a worker asks for has no frame; where a reader goes by a link is the reader's business.
        if request.service_worker or request.is_navigation_request():
            return
        here, there = urlsplit(request.frame.url), urlsplit(request.url)
        if there.scheme not in ("data", "blob") and (here.scheme, here.netloc) != (there.scheme, there.netloc):
            noted.append(f"{request.frame.url} asked for {request.url}")

    def watch(context: BrowserContext) -> None:
        context.on("console", heard)
        context.on("request", asked)

    browser.on("context", watch)
    return noted


@pytest.fixture(autouse=True)
def _lawful(trespasses: list[str], context: BrowserContext) -> Iterator[None]:  # noqa: ARG001
    """Fail the test in which a page broke its policy, or asked anything of another origin."""
    yield
    noted = [*trespasses]
    trespasses.clear()
    assert not noted

"""Firefox and WebKit: Debian's own where they are installed, else Playwright's; both worked by the same few steps."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserType, Error, Page, Playwright
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.trespass import watch

PATIENCE = 30
# Gives the browser time to go on, without sleeping here.
FRAME = "new Promise((done) => requestAnimationFrame(() => done()))"
MINI_BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)
HOW = "Run `make browser`, or once: sudo apt-get install firefox-esr webkit2gtk-driver xvfb"


class Visitor(Protocol):
    """Someone at a browser; what they look for is an XPath."""

    downloads: Path

    def visit(self, address: str) -> None:
        """Open an address, or the same page anew."""

    def wait_for(self, what: str) -> None:
        """Wait until something is seen."""

    def press(self, what: str) -> None:
        """Click on something."""

    def write(self, what: str, text: str) -> None:
        """Type into something."""

    def attach(self, what: str, file: Path) -> None:
        """Choose a file in a box for files, which may be hidden behind a button."""

    def ask(self, script: str) -> Any:
        """What an expression comes to in the page."""


class PlaywrightVisitor:
    """A person at Firefox, or at Playwright's WebKit."""

    def __init__(self, page: Page, downloads: Path) -> None:
        self.page, self.downloads = page, downloads

    def visit(self, address: str) -> None:
        self.page.goto(address)

    def wait_for(self, what: str) -> None:
        self.page.locator(what).first.wait_for()

    def press(self, what: str) -> None:
        self.page.locator(what).click()

    def write(self, what: str, text: str) -> None:
        self.page.locator(what).fill(text)

    def attach(self, what: str, file: Path) -> None:
        self.page.locator(what).set_input_files(file)

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)


# Where the driver scrolls to by itself, what floats over the page's edge can cover it; what moves is missed, so it has
# to stand still for ten frames: a busy page goes on arranging itself.
HOLDS_STILL = """
const [pressed, done] = arguments;
let before, frames = 0;
const look = () => {
  pressed.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top } = pressed.getBoundingClientRect();
  frames = before === `${left} ${top}` ? frames + 1 : 0;
  if (frames === 10) return done();
  before = `${left} ${top}`;
  requestAnimationFrame(look);
};
look();
"""


class SeleniumVisitor:
    """A person at Debian's WebKit."""

    def __init__(self, driver: WebKitGTK, downloads: Path) -> None:
        self.driver, self.downloads = driver, downloads

    def visit(self, address: str) -> None:
        self.driver.get(address)

    def wait_for(self, what: str) -> None:
        self._seen(what)

    def press(self, what: str) -> None:
        try:
            self._press(what)
        except StaleElementReferenceException:
            # The page put another element in its place meanwhile.
            self._press(what)

    def _press(self, what: str) -> None:
        found = self._seen(what)
        self.driver.execute_async_script(HOLDS_STILL, found)
        found.click()

    def write(self, what: str, text: str) -> None:
        self._seen(what).send_keys(text)

    def attach(self, what: str, file: Path) -> None:
        self.driver.find_element(By.XPATH, what).send_keys(str(file))

    def ask(self, script: str) -> Any:
        return self.driver.execute_async_script(f"const done = arguments[0]; Promise.resolve({script}).then(done)")

    def _seen(self, what: str) -> WebElement:
        def look(driver: WebKitGTK) -> WebElement | None:
            return next((each for each in driver.find_elements(By.XPATH, what) if each.is_displayed()), None)

        found = WebDriverWait(self.driver, PATIENCE, 0.02).until(look, f"not seen: {what}")
        assert found
        return found


def downloaded(visitor: Visitor, button: str) -> dict[str, Any]:
    """The record that a button saves, once its file is whole."""
    before = set(visitor.downloads.rglob("*"))
    visitor.press(button)
    for _ in range(60 * PATIENCE):
        for path in set(visitor.downloads.rglob("*")) - before:
            try:
                found: dict[str, Any] = json.loads(path.read_text("utf-8"))
            except (OSError, ValueError):
                continue
            return found
        visitor.ask(FRAME)
    raise AssertionError(f"{button} saved nothing in {visitor.downloads}")


@contextmanager
def firefox(playwright: Playwright, folder: Path, *, outlives: bool = False, **more: Any) -> Iterator[Browser]:
    """Debian's Firefox, else Playwright's; one that outlives its pages goes on where a page's process is killed."""
    program = shutil.which("firefox-esr") or playwright.firefox.executable_path
    if outlives:
        # Playwright has it end as a whole then.
        script = folder / "firefox"
        script.write_text(f'#!/bin/sh\nunset MOZ_CRASHREPORTER_SHUTDOWN\nexec {program} "$@"\n', "utf-8")
        script.chmod(0o755)
    options = {"channel": "moz-firefox"} if shutil.which("firefox-esr") else {}
    path = str(script) if outlives else program
    with _started(playwright.firefox, folder, executable_path=path, **options, **more) as browser:
        yield browser


@contextmanager
def webkit(playwright: Playwright, folder: Path, noted: list[str]) -> Iterator[Visitor]:
    """Debian's WebKit on a screen that nobody sees, else Playwright's."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    if not (driver and screen and MINI_BROWSER):
        with _started(playwright.webkit, folder) as own, visitor_of(own, folder, noted) as visitor:
            yield visitor
        return
    options = Options()
    options.binary_location = str(MINI_BROWSER)
    options.add_argument("--automation")
    command = [screen, "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as display:
        try:
            assert display.stdout
            number = display.stdout.readline().strip()
            # Downloads go to the home folder.
            env = {**os.environ, "HOME": str(folder), "DISPLAY": f":{number}"}
            browser = WebKitGTK(options=options, service=Service(driver, env=env))
            try:
                yield SeleniumVisitor(browser, folder)
            finally:
                browser.quit()
        finally:
            display.terminate()


@contextmanager
def _started(kind: BrowserType, folder: Path, **options: Any) -> Iterator[Browser]:
    try:
        browser = kind.launch(downloads_path=folder, **options)
    except Error as error:
        pytest.fail(f"{kind.name} does not start. {HOW}\n{error}")
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def visitor_of(browser: Browser, folder: Path, noted: list[str]) -> Iterator[Visitor]:
    """Someone at a browser that runs, with a storage of their own."""
    context = browser.new_context()
    watch(context, noted)
    context.set_default_timeout(1000 * PATIENCE)
    try:
        yield PlaywrightVisitor(context.new_page(), folder)
    finally:
        context.close()

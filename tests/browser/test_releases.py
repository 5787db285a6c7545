"""A release is published while a page of the one before is open or in a cache: one sentence at most, nothing lost."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.rendering.release import RELEASE
from tests.browser.person import REV_C, button, item, look_at, note, reached, settled, summary, visit
from tests.browser.trespass import watch
from tests.project import built, copy
from tests.serving import serving

UPDATED = "This guide was updated: reload. What you entered is kept."
UNREACHABLE = "A part of this page could not be loaded."
# What no reader may be told while a guide was updated.
WRONG = re.compile(r"is not a function|undefined|JavaScript|Check the connection|TypeError")


@dataclass
class Releases:
    """Two releases of one site; the folder that is served holds the one that is published now."""

    origin: str
    old: Path
    new: Path
    served: Path

    def publish(self, release: Path) -> None:
        """Take a release in place of the one before, as hosts do: nothing of that is left."""
        self.served.unlink(missing_ok=True)
        self.served.symlink_to(release, target_is_directory=True)


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Iterator[Releases]:
    """The guide as it is, and one with other words, other code, and the number of the release after."""
    folder = tmp_path_factory.mktemp("releases")
    served = folder / "site"
    with serving(served) as origin:
        after = copy(folder / "new")
        for name in ("guide", "guide-summary", "guide-exports", "guide-pdf", "shell", "copy"):
            bundle = after / "overrides" / "assets" / "javascripts" / f"{name}.js"
            bundle.write_text(bundle.read_text("utf-8").replace(f'"{RELEASE}"', '"99.0.0"') + "\n/* later */", "utf-8")
        release = after / "macros" / "rendering" / "release.py"
        release.write_text(release.read_text("utf-8").replace(f'"{RELEASE}"', '"99.0.0"'), "utf-8")
        words = after / "docs" / "data" / "rfq.yml"
        words.write_text(words.read_text("utf-8").replace("Prototype history", "History of prototypes"), "utf-8")
        yield Releases(origin, site, built(after, origin), served)


@pytest.fixture
def reader(browser: Browser, releases: Releases, trespasses: list[str]) -> Iterator[Page]:
    """A reader of the old release."""
    releases.publish(releases.old)
    context = browser.new_context(base_url=releases.origin)
    watch(context, trespasses)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


SENTENCES = """() => [...document.querySelectorAll(
    "article :is([role=alert], [role=status], .is-late), .md-search-result__meta")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .map((each) => each.textContent.trim()).filter(Boolean)"""


def sentences(page: Page) -> list[str]:
    """What the page says by itself."""
    found: list[str] = page.evaluate(SENTENCES)
    return found


def told_once(page: Page) -> None:
    # Said again with the next change, it goes for a moment before it comes.
    reached(page, f"({SENTENCES})().filter((each) => each.includes({json.dumps(UPDATED)})).length === 1")
    assert not [each for each in sentences(page) if WRONG.search(each)]


def kept(page: Page) -> None:
    """What was entered before is there after the reload that the sentence asks for."""
    page.reload()
    expect(page.get_by_text(UPDATED)).to_have_count(0)
    expect(page.get_by_role("textbox", name="Note: CAD and released drawing", exact=True)).to_have_value("Both at C.")
    expect(item(page, "CAD and released drawing")).to_be_checked()


def begun(page: Page) -> None:
    look_at(page, "/rfq/")
    item(page, "CAD and released drawing").check()
    note(page, "CAD and released drawing").fill("Both at C.")
    settled(page)


def open_a_record(page: Page) -> None:
    page.locator("rfq-summary input[type=file]").set_input_files(REV_C)


LATE: dict[str, Callable[[Page], None]] = {
    "download": lambda page: button(page, "Download Markdown").click(),
    "record": open_a_record,
    "files": lambda page: page.locator("rfq-files [name=files]").set_input_files(REV_C),
}


@pytest.mark.parametrize("late", LATE)
def test_an_open_page_whose_late_scripts_are_gone_says_so_where_they_are_asked_for(
    reader: Page, releases: Releases, late: str
) -> None:
    visit(reader, "/rfq/")
    item(reader, "CAD and released drawing").check()
    note(reader, "CAD and released drawing").fill("Both at C.")
    settled(reader)
    releases.publish(releases.new)
    LATE[late](reader)
    told_once(reader)
    # The page goes on to keep what is entered.
    item(reader, "Prototype history").check()
    settled(reader)
    kept(reader)
    expect(item(reader, "History of prototypes")).to_be_checked()


def test_an_open_page_whose_summary_is_gone_says_so_in_its_place(reader: Page, releases: Releases) -> None:
    look_at(reader, "/rfq/")
    releases.publish(releases.new)
    item(reader, "CAD and released drawing").check()
    note(reader, "CAD and released drawing").fill("Both at C.")
    told_once(reader)
    settled(reader)
    kept(reader)


def test_an_open_page_whose_search_is_gone_says_so_in_its_place(reader: Page) -> None:
    begun(reader)
    reader.route(
        re.compile(r"/assets/javascripts/bundle\."),
        lambda route: route.fulfill(status=404, body="There is no such file"),
    )
    reader.locator("h1").click()
    reader.keyboard.press("/")
    told_once(reader)
    reader.unroute_all()
    kept(reader)


GONE = {
    "the first bundle": (r"/assets/javascripts/guide-[0-9a-f]+\.js", True),
    "the guide": (r"/guide-data-[0-9a-f]+\.js", True),
    "the shell": (r"/assets/javascripts/shell-[0-9a-f]+\.js", False),
    "all": (r"\.js$", True),
}


@pytest.mark.parametrize("gone", GONE)
def test_a_page_out_of_a_cache_whose_scripts_are_gone_says_so(reader: Page, releases: Releases, gone: str) -> None:
    begun(reader)
    pattern, dead = GONE[gone]
    old = (releases.old / "rfq" / "index.html").read_text("utf-8")
    others = re.compile(r"\.js$")

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(releases.origin)
        file = releases.old / path
        if re.search(pattern, f"/{path}") or not file.is_file():
            route.continue_()
        else:
            route.fulfill(body=file.read_bytes(), content_type="text/javascript")

    releases.publish(releases.new)
    reader.route(others, answer)
    reader.route("**/rfq/", lambda route: route.fulfill(body=old, content_type="text/html; charset=utf-8"))
    reader.goto("/rfq/")
    told_once(reader)
    if dead:
        expect(item(reader, "CAD and released drawing")).to_be_disabled()
    else:
        expect(item(reader, "CAD and released drawing")).to_be_checked()
        item(reader, "Prototype history").check()
        settled(reader)
    reader.unroute_all()
    kept(reader)


def test_a_connection_that_is_lost_is_not_told_as_an_update(reader: Page) -> None:
    reader.route(re.compile(r"/guide-[0-9a-f]+\.js"), lambda route: route.abort())
    reader.goto("/rfq/")
    expect(reader.get_by_text(UNREACHABLE)).to_be_visible()
    assert not [each for each in sentences(reader) if UPDATED in each]


# On hosts without the publish step, names say nothing of what is in a file: a cache may mix them in each way.
PARTS = ["html", "data", "rest", "first", "late"]
NAMES = {
    "data": r"/guide-data",
    "rest": r"/guide-summary-data",
    "first": r"/javascripts/guide(-[0-9a-f]{10})?\.js",
    "late": r"/javascripts/guide-(summary|exports|pdf)",
}


@pytest.mark.parametrize("mix", range(1, 2 ** len(PARTS) - 1))
def test_any_mix_of_the_two_releases_loses_nothing_and_says_one_sentence(
    reader: Page, releases: Releases, mix: int
) -> None:
    begun(reader)
    later = {part for place, part in enumerate(PARTS) if mix >> place & 1}

    def text(pattern: str, part: str) -> str:
        release = releases.new if part in later else releases.old
        (path,) = (each for each in release.rglob("*.js") if re.search(pattern, f"/{each.relative_to(release)}"))
        return path.read_text("utf-8")

    def answer(route: Route) -> None:
        for part, pattern in NAMES.items():
            if part == "late" and re.search(pattern, route.request.url):
                name = re.search(r"/javascripts/guide-(?:summary|exports|pdf)", route.request.url)
                assert name
                return route.fulfill(body=text(name[0], part), content_type="text/javascript")
            if part != "late" and re.search(pattern, route.request.url):
                return route.fulfill(body=text(pattern, part), content_type="text/javascript")
        return route.continue_()

    page = releases.new if "html" in later else releases.old
    releases.publish(page)
    reader.route(re.compile(r"\.js$"), answer)
    reader.goto("/rfq/")
    box = item(reader, "CAD and released drawing")
    expect(reader.locator(".outdated, rfq-checklist[data-ready]").first).to_be_attached()
    if box.is_enabled():
        expect(box).to_be_checked()
        summary(reader).scroll_into_view_if_needed()
        expect(reader.locator(".is-late, rfq-summary[data-ready]").first).to_be_attached()
        if reader.locator("rfq-summary[data-ready]").count():
            with_late = reader.locator("rfq-summary .summary__status")
            button(reader, "Copy share link").click()
            expect(with_late).not_to_be_empty()
    if {"html", "data", "first"} & later and not {"html", "data", "first"} <= later:
        told_once(reader)
    assert sum(UPDATED in each for each in sentences(reader)) <= 1
    assert not [each for each in sentences(reader) if WRONG.search(each)]
    reader.unroute_all()
    kept(reader)

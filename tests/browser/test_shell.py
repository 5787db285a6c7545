"""The frame around the article before anybody searched, and how the theme's script takes over from it."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.browser.axe import COLORS, violations
from tests.browser.person import FRAME, reached, visit

THEME = re.compile(r"/assets/javascripts/bundle\.")
NO_MORE_CONNECTION = "A part of this page could not be loaded. Check the connection and try again."


def query(page: Page) -> Locator:
    """The field of the search."""
    return page.get_by_role("textbox", name="Search")


def results(page: Page) -> Locator:
    """What the search found."""
    return page.get_by_role("dialog", name="Search").locator(".md-search-result__list a")


def asked_for(page: Page) -> list[str]:
    """The theme's scripts, and what else the search needs, that the page asks for, as it goes on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if THEME.search(request.url) or "search" in request.url:
            asked.append(request.url)

    page.on("request", note)
    return asked


BEGINNINGS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "focus": ("/", lambda page: query(page).focus()),
    "click": ("/pilot-lock/#alloy-and-temper", lambda page: query(page).click()),
    "slash": ("/stages/pilot-run/", lambda page: page.keyboard.press("/")),
    "s": ("/rfq/", lambda page: page.keyboard.press("s")),
    "f": ("/pilot-lock/#alloy-and-temper", lambda page: page.keyboard.press("f")),
}


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_each_way_to_search_brings_the_themes_script_finds_marks_and_follows(page: Page, beginning: str) -> None:
    address, begin = BEGINNINGS[beginning]
    asked = asked_for(page)
    page.goto(address, wait_until="networkidle")
    assert not asked
    expect(page.locator("html")).to_have_class(re.compile(r"\bjs\b"))
    begin(page)
    expect(query(page)).to_be_focused()
    page.keyboard.type("balloon")
    result = results(page).filter(has_text="Balloon").first
    expect(result).to_be_visible()
    expect(query(page)).to_be_focused()
    expect(query(page)).to_have_value("balloon")
    assert len([url for url in asked if THEME.search(url)]) == 1
    assert any("search_index" in url for url in asked)
    # As the theme shows them: a list without numbers, in a box of its own.
    assert result.evaluate("each => getComputedStyle(each.closest('ol')).listStyleType") == "none"
    assert page.locator(".md-search__output").evaluate("each => getComputedStyle(each).position") == "absolute"
    result.click()
    expect(page).to_have_url(re.compile(r"\?h=balloon"))
    expect(page.locator("article mark").first).to_have_text(re.compile("balloon", re.IGNORECASE))
    expect(page.get_by_role("dialog", name="Search").locator(".md-search__output")).to_be_hidden()


def test_the_bar_of_a_part_looks_the_same_once_the_theme_has_come(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, "/rfq/")
    bar = page.locator(".part-sheet__bar")
    before = bar.screenshot(animations="disabled")
    page.keyboard.press("/")
    page.keyboard.type("balloon")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(results(page).first).to_be_hidden()
    assert bar.screenshot(animations="disabled") == before


def test_what_is_typed_while_the_script_is_on_its_way_is_searched_for(page: Page) -> None:
    held: list[Route] = []
    page.route(THEME, lambda route: held.append(route))
    page.goto("/")
    with page.expect_request(THEME):
        page.keyboard.press("/")
    page.keyboard.type("first article")
    held[0].continue_()
    expect(results(page).first).to_be_visible()
    expect(query(page)).to_have_value("first article")
    expect(query(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(results(page).first).to_be_hidden()


def test_the_pointer_above_the_search_brings_the_script_before_the_click(page: Page) -> None:
    page.goto("/")
    with page.expect_request(THEME):
        page.locator(".md-search__form").hover()
    expect(page.locator(".md-search__output")).to_be_hidden()


def test_a_search_in_the_address_is_made_and_marked(page: Page) -> None:
    page.goto("/?q=balloon")
    expect(results(page).first).to_be_visible()
    page.goto("/glossary/?h=balloon")
    expect(page.locator("article mark").first).to_be_visible()


def test_a_script_that_does_not_come_says_so_and_is_asked_for_again(page: Page) -> None:
    page.route(THEME, lambda route: route.abort())
    page.goto("/pilot-lock/")
    page.keyboard.press("/")
    expect(page.get_by_text(NO_MORE_CONNECTION)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text(NO_MORE_CONNECTION)).to_be_hidden()
    page.get_by_role("checkbox", name=re.compile("^Material grade and temper")).check()
    expect(page.get_by_text(re.compile("^1 of 6 locked")).first).to_be_visible()
    page.unroute(THEME)
    page.keyboard.press("Tab")
    page.locator("h1").click()
    page.keyboard.press("/")
    page.keyboard.type("balloon")
    expect(results(page).first).to_be_visible()


def test_the_colors_are_one_choice_before_and_after_the_theme_takes_over_and_on_the_next_page(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    body = page.locator("body")
    for system, scheme in (("dark", "slate"), ("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    page.get_by_title("Switch to light colors").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    taken_over(page)
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to dark colors").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    # What was chosen, whatever the system has.
    page.emulate_media(color_scheme="light")
    page.goto("/rfq/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("Follow the system's colors").click()
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    taken_over(page)
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_the_keyboard_goes_through_the_colors(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/")
    page.locator("#__palette_0").focus()
    for scheme in ("default", "slate", "default"):
        page.keyboard.press("Enter")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.keyboard.press("ArrowRight")
    ring = page.locator("#__palette_1 + label").evaluate("each => getComputedStyle(each).outlineStyle")
    assert ring != "none"


def taken_over(page: Page) -> None:
    """Turn to the search and away again."""
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.press("Escape")
    # On a narrow screen the theme holds the page still under its search, and a moment longer.
    reached(page, "!document.body.hasAttribute('data-md-scrolllock')")
    page.evaluate(FRAME)


LOOKS = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return [
    document.querySelector(".md-header__title").className,
    document.querySelector(".md-header").className,
    document.querySelector(".md-tabs").hidden,
    all(".md-sidebar").map((each) =>
      [each.style.top, Math.round(parseFloat(each.firstElementChild.style.height) || 0)]),
    all("[data-md-component=toc] a").map((each) => each.className),
  ];
}"""


@pytest.mark.parametrize("width", [360, 1000, 1440])
def test_header_sidebars_and_contents_follow_as_the_themes_own_do(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/glossary/")
    ends = [0, 300, 1200, 99_999, 700, 0]

    def scroll_to(end: int) -> None:
        page.evaluate("end => scrollTo({ top: end, behavior: 'instant' })", end)
        page.evaluate(FRAME)

    before = []
    for end in ends:
        scroll_to(end)
        before.append(page.evaluate(f"JSON.stringify(({LOOKS})())"))
    taken_over(page)
    for end, seen in zip(ends, before, strict=True):
        scroll_to(end)
        # The theme's script begins to listen some frames after it has taken over; a hand scrolls in many events.
        reached(page, f"JSON.stringify(({LOOKS})()) === {json.dumps(seen)}")


def test_a_section_of_the_drawer_opens_with_enter_and_says_so(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/privacy/")
    page.get_by_role("checkbox", name="Navigation").check(force=True)
    label = page.locator(".md-nav label[tabindex]").filter(has_text="Topics").first
    label.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Design guide", exact=True).first).to_be_visible()
    section = page.locator(f"nav[aria-labelledby='{label.get_attribute('id')}']")
    expect(section).to_have_attribute("aria-expanded", "true")


def test_a_link_within_the_page_closes_the_drawer(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/glossary/")
    navigation = page.get_by_role("checkbox", name="Navigation")
    navigation.check(force=True)
    page.evaluate("location.hash = '#gage-rr'")
    expect(navigation).not_to_be_checked()


def test_folds_are_open_on_paper_and_closed_again_as_they_were(page: Page) -> None:
    page.goto("/pilot-lock/")
    folds = page.locator("article details")
    folds.nth(1).evaluate("each => { each.open = true; }")
    before = folds.evaluate_all("all => all.map((each) => each.open)")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(folds.evaluate_all("all => all.map((each) => each.open)"))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folds.evaluate_all("all => all.map((each) => each.open)") == before


def test_an_address_that_leads_into_a_fold_opens_it(page: Page) -> None:
    page.goto("/rfq/#field-part-number")
    expect(page.locator("#field-part-number")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_axe_finds_nothing_in_the_search_or_the_drawer(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto("/pilot-lock/")
    if width < 1000:
        page.locator("header label[for=__drawer]").click()
        expect(page.get_by_role("checkbox", name="Navigation")).to_be_checked()
        assert not faults(page)
        page.keyboard.press("Escape")
        page.locator("header label[for=__search]").first.click()
    else:
        page.keyboard.press("/")
    expect(query(page)).to_be_focused()
    page.keyboard.type("first article")
    expect(results(page).first).to_be_visible()
    page.evaluate(FRAME)
    assert not faults(page)


def faults(page: Page) -> list[str]:
    """What axe finds in light, and of colors in dark."""
    found = violations(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    found += [f"dark: {each}" for each in violations(page, COLORS)]
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return found

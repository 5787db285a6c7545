"""Reading the built site in a browser: search, keyboard, print, colors, narrow screens, no scripts, no calls home."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect
from pypdf import PdfReader

from macros.guide.guide import Guide
from tests.project import ADDRESSES

WIDTHS = (320, 360, 768)
VIOLATIONS = (
    "window.__violations = []; addEventListener('securitypolicyviolation', e => __violations.push(e.blockedURI))"
)


@dataclass
class Watch:
    """What pages complained about, and what they asked of other hosts."""

    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)


def watched(context: BrowserContext, server: str) -> tuple[Page, Watch]:
    """A page whose errors, violations and requests are noted."""
    watch = Watch()

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            watch.complaints.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith((server, "data:", "blob:")):
            watch.elsewhere.append(request.url)

    context.add_init_script(VIOLATIONS)
    context.on("request", asked)
    page = context.new_page()
    page.on("console", heard)
    page.on("pageerror", lambda error: watch.complaints.append(str(error)))
    return page, watch


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.__violations")
    return found


@pytest.fixture(scope="module")
def crawl(browser: Browser, server: str) -> Iterator[Watch]:
    """Every page opened once, at each width."""
    context = browser.new_context(base_url=server)
    page, watch = watched(context, server)
    for address in (*ADDRESSES, "/404.html"):
        page.goto(address)
        watch.complaints += violations(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 256})
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                watch.sideways.append(f"{address} at {width} px: {wide} px too wide because of {widest(page)}")
    yield watch
    context.close()


def widest(page: Page) -> str:
    found: str = page.evaluate(
        """() => [...document.querySelectorAll('.md-content *')]
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
          .slice(-1).map((each) => each.outerHTML.slice(0, 80)).join() || 'something outside the content'"""
    )
    return found


def test_no_page_breaks_the_policy_or_reports_an_error(crawl: Watch) -> None:
    assert not crawl.complaints


def test_no_page_asks_anything_of_another_host(crawl: Watch) -> None:
    assert not crawl.elsewhere


def test_no_page_scrolls_sideways(crawl: Watch) -> None:
    assert not crawl.sideways


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("finish and masking", "/pilot-lock/#finish-and-masking"),
        ("drawing status", "/rfq/#drawing-status"),
        ("gage r&r", "/glossary/#gage-rr"),
        ("how many parts are a pilot run", "/faq/#how-many-parts"),
        ("escalate quality control planning", "/routing/#quality-planning"),
    ],
)
def test_search_leads_to_the_place_itself(page: Page, words: str, leads_to: str) -> None:
    path, _, anchor = leads_to.partition("#")
    page.goto("/", wait_until="networkidle")
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type(words)
    result = page.get_by_role("dialog", name="Search").locator(f"a[href*='{path}'][href$='#{anchor}']").first
    expect(result).to_be_visible()
    result.click()
    expect(page).to_have_url(re.compile(rf"{path}(\?h=.*)?#{anchor}$"))
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_search_is_loaded_when_a_reader_searches_and_not_before(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "search" in request.url else None)
    page.goto("/", wait_until="networkidle")
    assert not asked
    page.keyboard.press("/")
    page.keyboard.type("balloon")
    expect(page.get_by_role("dialog", name="Search").locator("a[href*='/glossary/']").first).to_be_visible()
    assert any("search_index" in address for address in asked)


def test_without_scripts_every_text_and_every_box_is_there(browser: Browser, server: str, guide: Guide) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    for checklist in guide.checklists:
        page.goto(f"/{checklist.id}/")
        for item in checklist.items:
            box = page.get_by_role("checkbox", name=re.compile(f"^{re.escape(item.label)}"))
            expect(box).to_be_visible()
            box.check()
            for fold in page.locator(f"[data-item={item.id}] .item__folds summary").all():
                fold.click()
            expect(page.get_by_role("textbox", name=f"Note: {item.label}", exact=True)).to_be_visible()
            if item.na == "allowed":
                expect(page.get_by_role("checkbox", name=f"Not applicable: {item.label}", exact=True)).to_be_visible()
            expect(page.get_by_text(re.sub(r"[`*]", "", item.prompt)).first).to_be_visible()
        for summary in page.locator("article details > summary").filter(visible=True).all():
            summary.click()
        for each in {each for item in checklist.items for each in item.fields}:
            expect(page.locator(f"#field-{each}")).to_be_visible()
    page.goto("/stages/")
    for row in guide.transition.rows:
        for cell in row.cells.values():
            expect(page.get_by_text(cell).first).to_be_visible()
    page.goto("/")
    page.get_by_role("link", name="Plan production run").click()
    expect(page).to_have_url(f"{server}assess/")
    context.close()


def test_the_keyboard_reaches_the_content_first_by_the_skip_link(page: Page) -> None:
    page.goto("/pilot-lock/", wait_until="networkidle")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/pilot-lock/#"))
    page.wait_for_function("new Promise((done) => requestAnimationFrame(() => done(true)))")
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.closest('article') !== null")


def test_the_keyboard_answers_and_ticks_an_item_and_unfolds_another(page: Page) -> None:
    page.goto("/pilot-lock/", wait_until="networkidle")
    tab_to(page, "#field-part-number")
    page.keyboard.type("TVR-10427")
    tab_to(page, ".item__done")
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name=re.compile("^CAD and drawing"))).to_be_checked()
    tab_to(page, "[data-press=fold]")
    page.keyboard.press("Enter")
    expect(page.locator("#field-alloy")).to_be_focused()


def test_an_address_of_a_detail_that_does_not_apply_leads_to_the_reason(page: Page) -> None:
    page.goto("/rfq/#field-release-ref")
    reason = page.get_by_text("Release reference: needed when the drawing is released.", exact=True)
    expect(reason).to_be_in_viewport()


def test_the_focus_can_be_seen_wherever_the_keyboard_takes_it(page: Page) -> None:
    page.goto("/pilot-lock/", wait_until="networkidle")
    unseen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        unseen += page.evaluate(UNSEEN_FOCUS)
    assert not unseen


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something within the content has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(`article ${selector}`)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


# A box that is drawn by its label is seen where the label is.
UNSEEN_FOCUS = """() => {
  const focused = document.activeElement;
  const next = focused.nextElementSibling;
  const shown = focused.matches('.md-option') && next?.matches('label') ? next : focused;
  const { left, right, top, bottom, width, height } = shown.getBoundingClientRect();
  const seen = width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  return seen ? [] : [focused.outerHTML.slice(0, 80)];
}"""


def test_print_shows_the_content_and_its_boxes_alone(page: Page) -> None:
    page.goto("/pilot-lock/")
    page.emulate_media(media="print")
    for furniture in ("banner", "contentinfo", "search"):
        for each in page.get_by_role(furniture).all():
            expect(each).to_be_hidden()
    for navigation in page.locator("nav").all():
        expect(navigation).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    box = page.get_by_role("checkbox", name=re.compile("^Material grade and temper"))
    expect(box).to_be_visible()
    box.evaluate("each => each.checked = true")
    assert box.evaluate("each => getComputedStyle(each).printColorAdjust") == "exact" or box.evaluate(
        "each => getComputedStyle(each).appearance"
    ) in ("auto", "checkbox")
    assert brightness(page, "body") > 0.9


COLORS = """each => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const pen = canvas.getContext('2d');
  const paint = (color) => {
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const lights = (color) => paint(color).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  let ground = each;
  while (ground.parentElement && /^rgba\\(.*, 0\\)$|^transparent$/.test(getComputedStyle(ground).backgroundColor)) {
    ground = ground.parentElement;
  }
  return [lights(getComputedStyle(each).color), lights(getComputedStyle(ground).backgroundColor)];
}"""


def colors(page: Page, selector: str) -> tuple[float, float]:
    """Luminance of the text of an element, and of what is behind it."""
    ink, ground = page.locator(selector).first.evaluate(COLORS)
    return ink, ground


def brightness(page: Page, selector: str) -> float:
    """Luminance of what is behind an element's text, from 0 to 1."""
    return colors(page, selector)[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_readable_in_both_color_schemes(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto("/pilot-lock/")
    assert (brightness(page, "body") > 0.8) == (scheme == "light")
    for selector in ("article p", "article h1", "article h2", "article p a", "article summary", "article dd"):
        light, dark = sorted(colors(page, selector), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, selector


def test_a_chosen_color_scheme_is_kept_on_the_next_page(page: Page) -> None:
    page.goto("/pilot-lock/")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to light colors").click()
    page.get_by_title("Switch to dark colors").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto("/rfq/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_wrong_address_of_any_depth_shows_the_way_back(page: Page) -> None:
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    answer = page.goto("/no/such/page/at/all")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    assert [url.partition("/no/")[2] for url in failed] == ["such/page/at/all"]
    page.locator("article").get_by_role("link", name="Pilot lock").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^What to lock before a pilot run"))


def test_pages_reached_by_links_and_by_the_back_button_work_like_pages_opened(
    context: BrowserContext, server: str
) -> None:
    page, watch = watched(context, server)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/")
    page.locator("article").get_by_role("link", name="Lock", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^What to lock before a pilot run"))
    expect(page).to_have_title(re.compile("Pilot lock"))
    box = page.get_by_role("checkbox", name=re.compile("^Material grade and temper"))
    box.click()
    expect(box).to_be_checked()
    page.locator("article").get_by_role("link", name="Tolerance review").first.click()
    expect(page).to_have_url(f"{server}topics/tolerance-review/")
    page.locator("article a[href*='/pilot-lock/']").first.click()
    expect(page).to_have_url(re.compile("/pilot-lock/"))
    page.go_back()
    expect(page).to_have_url(f"{server}topics/tolerance-review/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="Stages", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Transition matrix"))
    page.get_by_role("row", name=re.compile("^Pilot run")).get_by_role("link", name="Pilot run").click()
    expect(page).to_have_url(f"{server}stages/pilot-run/")
    assert not violations(page)
    assert not watch.complaints
    assert not watch.elsewhere


@pytest.mark.parametrize("address", ["/quote-review/", "/stages/pilot-run/", "/404.html"])
def test_no_sheet_is_printed_empty(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert all(sheet.extract_text().strip() for sheet in sheets)

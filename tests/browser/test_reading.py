"""Reading the built site in a browser: search, keyboard, print, colors, narrow screens, no scripts, no calls home."""

import io
import operator
import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.guide.guide import Guide
from macros.rendering.contrast import PAPERS
from tests.browser.keyboard import looked_at_until
from tests.browser.person import complaints_of


def test_search_leads_to_the_place_itself_again_and_again(page: Page) -> None:
    page.goto("/", wait_until="networkidle")
    for words, leads_to in {
        "finish and masking": "/pilot-lock/#finish-and-masking",
        "drawing status": "/rfq/#drawing-status",
        "gage r&r": "/glossary/#gage-rr",
        "how many parts are a pilot run": "/faq/#how-many-parts",
        "escalate quality control planning": "/routing/#quality-planning",
    }.items():
        path, _, anchor = leads_to.partition("#")
        page.get_by_role("textbox", name="Search").click()
        page.keyboard.type(words)
        result = page.get_by_role("dialog", name="Search").locator(f"a[href*='{path}'][href$='#{anchor}']").first
        expect(result).to_be_visible()
        result.click()
        expect(page).to_have_url(re.compile(rf"{path}(\?h=.*)?#{anchor}$"))
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


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
        unseen += looked_at_until(page, lambda: page.evaluate(UNSEEN_FOCUS), operator.not_)
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
  return seen ? [] : [`${focused.outerHTML.slice(0, 80)} at ${left} to ${right}, ${top} to ${bottom}`];
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
    assert paper(page) == "#ffffff"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_the_paper_of_the_color_scheme_that_is_asked_for(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto("/pilot-lock/")
    assert paper(page) == dict(PAPERS.values())[scheme]


def paper(page: Page) -> str:
    """The color that a page is drawn on, as `#rrggbb`."""
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", found))


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


def test_pages_reached_by_links_and_by_the_back_button_work_like_pages_opened(page: Page, server: str) -> None:
    complaints = complaints_of(page)
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
    assert not complaints


@pytest.mark.parametrize("address", ["/quote-review/", "/stages/pilot-run/", "/404.html"])
def test_no_sheet_is_printed_empty(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert all(sheet.extract_text().strip() for sheet in sheets)

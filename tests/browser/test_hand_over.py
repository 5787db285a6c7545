"""Handing over: the buttons that copy links and paragraphs, the sheet for sales, and the way to the supplier."""

import io
import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from pypdf import PdfReader

from macros.guide.guide import Guide
from tests.browser.person import (
    CLIPBOARD,
    NO_CLIPBOARD,
    REV_B,
    REV_C,
    button,
    downloaded,
    example,
    field_of,
    item,
    on_each_device,
    opened,
    settled,
    switch_to,
    visit,
)
from tests.project import address_of, brand, built, copy, source_name
from tests.serving import serving

STAGE = "/stages/pilot-run/"
WAY = "Open the supplier's upload page"
MAIL = "Write to the supplier"
# A way in that asks which part is coming.
FORM = "https://supplier.example/quote?a=1&part={part-number}&rev={revision}"
MAILBOX = "mailto:quotes@supplier.example"
# What a rich text on the clipboard holds, as a mail program reads it.
RICH = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""
LOADED = "() => performance.getEntriesByType('resource').map((each) => each.name)"


def clipboard(page: Page) -> str:
    found: str = page.evaluate("navigator.clipboard.readText()")
    return found


def copied(page: Page, name: str) -> Locator:
    """Press a button that copies; gives the status beside it."""
    pressed = button(page, name)
    pressed.click()
    status = pressed.locator("xpath=..").get_by_role("status")
    expect(status).not_to_be_empty()
    return status


def hand_over(page: Page) -> Locator:
    return page.get_by_role("region", name="Current part", exact=True)


@on_each_device
def test_a_stage_page_copies_its_link_and_its_paragraph_by_one_small_script(
    page: Page, context: BrowserContext, server: str, guide: Guide
) -> None:
    context.grant_permissions(CLIPBOARD)
    page.goto(STAGE)
    link = f"{server}stages/pilot-run/"
    expect(copied(page, "Copy link")).to_have_text("Copied")
    assert clipboard(page) == link
    expect(copied(page, "Copy paragraph")).to_have_text("Copied")
    shown = page.locator(".blurb").inner_text()
    assert shown.split()[:3] == guide.stage("pilot-run").blurb.split()[:3]
    assert clipboard(page) == f"{shown}\n{link}"
    rich = page.evaluate(RICH)
    assert shown in rich
    assert f'<a href="{link}">{link}</a>' in re.sub(r' style="[^"]*"', "", rich)
    ours = [each for each in page.evaluate(LOADED) if re.search(r"/(copy|guide)[^/]*\.js", each)]
    assert [source_name(each) for each in ours] == ["copy.js"]


def test_a_browser_without_rich_text_copies_the_paragraph_as_plain_text(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(CLIPBOARD)
    page.add_init_script("delete globalThis.ClipboardItem")
    page.goto(STAGE)
    expect(copied(page, "Copy paragraph")).to_have_text("Copied")
    assert clipboard(page).startswith(page.locator(".blurb").inner_text())


def test_without_a_clipboard_the_text_is_selected_and_the_page_says_what_to_do(page: Page) -> None:
    page.add_init_script(NO_CLIPBOARD)
    page.goto(STAGE)
    for name, text in (("Copy link", ".copy__link"), ("Copy paragraph", ".blurb")):
        expect(copied(page, name)).to_contain_text("press Ctrl+C")
        assert page.evaluate("getSelection().toString().trim()") == page.locator(text).inner_text()


def test_pages_reached_by_a_link_copy_their_own_link(page: Page, context: BrowserContext, server: str) -> None:
    context.grant_permissions(CLIPBOARD)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("/stages/")
    page.get_by_role("row", name=re.compile("^Pilot run")).get_by_role("link", name="Pilot run").click()
    expect(page).to_have_url(f"{server}stages/pilot-run/")
    expect(copied(page, "Copy link")).to_have_text("Copied")
    page.locator(".stage__after").click()
    expect(page).to_have_url(f"{server}stages/repeat-production/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Repeat")
    expect(copied(page, "Copy link")).to_have_text("Copied")
    assert clipboard(page) == f"{server}stages/repeat-production/"
    assert not faults


def test_each_entry_for_sales_has_buttons_named_after_it_that_copy_what_is_its_own(
    page: Page, context: BrowserContext, server: str, guide: Guide
) -> None:
    context.grant_permissions(CLIPBOARD)
    page.goto("/links/")
    expect(button(page, "Copy link: Pilot run")).to_have_text("Copy link")
    entries = [stage.label for stage in guide.stages]
    entries += [guide.transition.caption, guide.quote_review.caption, *(each.title for each in guide.checklists)]
    entries += [each.label for each in guide.links.links if each.page == f"/topics/{each.id}/"]
    for name in entries:
        expect(button(page, f"Copy link: {name}")).to_be_visible()
    for name in (*entries, "Find your stage", "Upload CAD for Quote", "Worked example", "Glossary"):
        expect(button(page, f"Copy paragraph: {name}")).to_be_visible()
    for checklist in guide.checklists:
        for each in checklist.items:
            expect(button(page, f"Copy link: {each.label}, {checklist.title}")).to_be_visible()
    addresses = page.locator(".sales-link .copy__link").evaluate_all(
        "all => all.map((each) => each.pathname + each.hash)"
    )
    wanted = {f"/faq/#{each.id}" for each in guide.faq.questions}
    wanted |= {f"/routing/#{each.id}" for each in guide.routing.decisions}
    wanted |= {f"/glossary/#{each.id}" for each in guide.glossary.terms}
    assert wanted <= set(addresses)
    expect(copied(page, "Copy link: Finish and masking, Pilot lock checklist")).to_have_text("Copied")
    assert clipboard(page) == f"{server}pilot-lock/#finish-and-masking"
    expect(copied(page, "Copy paragraph: Design guide")).to_have_text("Copied")
    assert clipboard(page).endswith(f"\n{server}topics/design-guide/")


def test_without_scripts_there_are_texts_and_links_but_no_buttons(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    for address in (STAGE, "/links/", "/upload/"):
        page.goto(address)
        expect(page.locator("article").get_by_role("button"), address).to_have_count(0)
        expect(page.get_by_role("region", name="Parts"), address).to_have_count(0)
        if address == "/upload/":
            expect(hand_over(page)).to_have_count(0)
        else:
            expect(page.get_by_role("link", name=f"{server}stages/pilot-run/"), address).to_be_visible()
    context.close()


def test_the_sheet_for_sales_prints_every_address_and_nothing_to_press(page: Page, server: str, guide: Guide) -> None:
    page.goto("/links/")
    expect(button(page, "Copy link: Pilot run")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_have_count(0)
    for role in ("banner", "contentinfo", "navigation", "search"):
        expect(page.get_by_role(role)).to_have_count(0)
    expect(page.locator("#how-to-use")).to_be_hidden()
    for address in (*(f"stages/{each.id}/" for each in guide.stages), *(f"{each.id}/" for each in guide.checklists)):
        expect(page.get_by_text(f"{server}{address}", exact=True)).to_be_visible()
    printed = page.locator(".sales-link li a").evaluate_all(
        """all => all.filter((each) => getComputedStyle(each, "::after").content.includes(each.dataset.address))
          .map((each) => each.dataset.address)"""
    )
    items = [f"{server}{list_.id}/#{each.id}" for list_ in guide.checklists for each in list_.items]
    assert set(items) <= set(printed)
    assert len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) <= 2


@on_each_device
def test_the_hand_over_says_what_is_ready_of_the_part_in_use_and_how_to_send_it(page: Page) -> None:
    visit(page, "/upload/")
    region = hand_over(page)
    expect(region.get_by_text("No upload address is set on this site.")).to_be_visible()
    for name in (WAY, MAIL):
        expect(region.get_by_text(name)).to_be_hidden()
    region.get_by_role("link", name="what to send").click()
    expect(page).to_have_url(re.compile(r"/upload/#what-to-send$"))

    visit(page, "/rfq/")
    wanted, blockers = [], []
    for file in (REV_C, REV_B):
        opened(page, file)
        settled(page)
        wanted.append(page.locator(".summary__counts > li").all_inner_texts())
        held = page.locator(".summary__blockers > li").all_inner_texts()
        blockers.append([each.partition(":")[0] for each in held])
    visit(page, "/upload/")
    says_what_is_ready(page, "Not a pilot run yet", "Go to the Design guide first", wanted[1], blockers[1])
    switch_to(page, "TVR-10427 Rev C")
    says_what_is_ready(page, "Ready for the pilot RFQ", "you can send the package", wanted[0], blockers[0])
    # This page is the last one: the sheet leads nowhere from here.
    expect(page.locator(".part-sheet__next a")).to_be_hidden()

    visit(page, "/pilot-lock/")
    item(page, "Finish and masking").uncheck()
    settled(page)
    visit(page, "/upload/")
    expect(region.get_by_role("link", name="Finish and masking").first).to_have_attribute(
        "href", re.compile(r"/pilot-lock/#finish-and-masking$")
    )


def test_what_does_not_fit_together_is_a_link_to_where_it_is_settled(page: Page) -> None:
    record = example(REV_C)
    record["values"]["incoterm"] = "FOB Dayton"
    visit(page, "/rfq/")
    opened(page, json.dumps(record).encode())
    settled(page)
    visit(page, "/upload/")
    expect(hand_over(page)).to_contain_text("do not fit together")
    hand_over(page).get_by_role("link", name="the first question").click()
    expect(page).to_have_url(re.compile(r"/readiness/#field-incoterm$"))
    expect(field_of(page, "incoterm")).to_be_focused()


def says_what_is_ready(page: Page, verdict: str, said: str, counts: list[str], blockers: list[str]) -> None:
    region = hand_over(page)
    expect(region.get_by_role("status").first).to_have_text(verdict)
    expect(region).to_contain_text(said)
    assert region.locator(".hand-over__counts > li").all_inner_texts() == counts
    assert region.locator(".hand-over__blockers > li").all_inner_texts() == blockers
    expect(region.get_by_text("Not ready:")).to_be_visible(visible=bool(blockers))


def test_the_hand_over_downloads_what_the_summary_downloads(page: Page) -> None:
    visit(page, "/rfq/")
    opened(page, REV_C)
    settled(page)
    markdown = downloaded(page, "Download Markdown")
    visit(page, "/upload/")
    expect(hand_over(page)).to_be_visible()
    assert downloaded(page, "Download Markdown") == markdown
    name, content = downloaded(page, "Download record (JSON)")
    assert name == markdown[0].replace(".md", ".json")
    assert json.loads(content)["values"]["part-number"] == "TVR-10427"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose supplier has set a form as the way in."""
    folder = copy(tmp_path_factory.mktemp("supplier") / "copy")
    brand(folder, {"extra": {"links": {"upload": FORM}}})
    with serving(folder / "site") as address:
        built(folder, address)
        yield address


@pytest.mark.parametrize("upload", [FORM, MAILBOX])
def test_the_way_to_the_supplier_is_theirs(page: Page, origin: str, upload: str) -> None:
    def with_their_way(route: Route) -> None:
        answer = route.fetch()
        name, data = answer.text().removesuffix(";\n").split(" = ", 1)
        guide = json.loads(data)
        assert guide["upload"] == FORM
        route.fulfill(response=answer, body=f"{name} = {json.dumps({**guide, 'upload': upload})}")

    # The hand-over has its way from this script alone; links in the text are those of the build.
    page.route(address_of("guide-data.js"), with_their_way)
    visit(page, f"{origin}rfq/")
    opened(page, REV_C)
    settled(page)
    visit(page, f"{origin}upload/")
    region = hand_over(page)
    expect(region.get_by_text("No upload address")).to_be_hidden()
    if not upload.startswith("mailto:"):
        link = region.get_by_role("link", name=WAY)
        expect(link).to_have_attribute("href", "https://supplier.example/quote?a=1&part=TVR-10427&rev=C")
        expect(region.get_by_text("The address tells it the part number and revision.")).to_be_visible()
        expect(region.get_by_text(MAIL)).to_be_hidden()
        visit(page, f"{origin}readiness/")
        bare = "https://supplier.example/quote?a=1"
        expect(page.locator(f'article a[href="{bare}"]').first).to_be_attached()
        field_of(page, "export-control").select_option("not-assessed")
        settled(page)
        visit(page, f"{origin}upload/")
        expect(link).to_have_attribute("href", bare)
        expect(region.get_by_text("The address tells it the part number and revision.")).to_be_hidden()
        return
    link = region.get_by_role("link", name=MAIL)
    expect(link).to_have_attribute("href", re.compile(r"\?subject=.*TVR-10427.*&body="))
    address = link.get_attribute("href") or ""
    assert len(address) <= 1_800
    assert address.startswith(f"{upload}?")
    given = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert given["subject"] == ["RFQ, TVR-10427 Rev C, Pilot run"]
    (body,) = given["body"]
    assert body.startswith("Please quote the part below.")
    assert "Part number: TVR-10427" in body
    expect(region.get_by_text(WAY)).to_be_hidden()
    visit(page, f"{origin}rfq/")
    field_of(page, "export-control").select_option("itar")
    settled(page)
    visit(page, f"{origin}upload/")
    expect(region.get_by_text("Export control is declared for this part, or not ruled out.")).to_be_visible()
    expect(link).to_have_attribute("href", re.compile(r"&body=We%20would%20like[^&]*$"))


def test_a_note_is_copied_as_it_is_seen(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(CLIPBOARD)
    page.goto("/topics/rfq-email/")
    expect(copied(page, "Copy: Prototype")).to_have_text("Copied")
    lines = clipboard(page).splitlines()
    assert lines[0].startswith("Subject: [RFQ number]")
    assert lines[1:4] == ["", "Hello [name],", ""]
    assert lines[-1] == "[Name, company, phone]"
    page.goto("/topics/design-guide/")
    expect(copied(page, "Copy: Edges")).to_have_text("Copied")
    assert clipboard(page) == "Edges: [break 0.1-0.3 mm, no burrs], unless noted."

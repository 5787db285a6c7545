"""The page for sales: the builder of prefilled links, and what whoever follows a link with a slip is told."""

import re
from urllib.parse import parse_qsl

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from macros.guide.guide import Guide
from tests.browser.person import CLIPBOARD, NO_CLIPBOARD, button, field_of, on_each_device, visit
from tests.project import address_of

BUILDER = "/links/"


def form(page: Page) -> Locator:
    return page.get_by_role("form", name="Prefilled link", exact=True)


def control(page: Page, label: str) -> Locator:
    return form(page).get_by_label(label)


def link(page: Page) -> str:
    return str(form(page).get_by_role("link").get_attribute("href"))


@on_each_device
def test_a_link_that_sales_makes_fills_in_what_sales_knew(page: Page, context: BrowserContext, server: str) -> None:
    context.grant_permissions(CLIPBOARD)
    page.goto(BUILDER)
    control(page, "Part number").fill(" ABC 1/2+3 ")
    control(page, "This request is for").select_option("pilot-run")
    control(page, "Pilot quantity").fill("1,500")
    control(page, "Need date").fill("2099-01-15")
    control(page, "Finish").fill("clear <b>anodize</b> & seal, 100%")
    button(page, "Copy prefilled link").click()
    expect(form(page).get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{server}rfq/#")
    assert copied == link(page)
    assert dict(parse_qsl(copied.partition("#")[2])) == {
        "part-number": "ABC 1/2+3",
        "stage": "pilot-run",
        "pilot-qty": "1,500",
        "need-date": "2099-01-15",
        "finish": "clear <b>anodize</b> & seal, 100%",
    }
    visit(page, copied)
    box = page.get_by_role("region", name="From the link you opened", exact=True)
    for said in ("Part number: ABC 1/2+3", "Pilot quantity: 1500", "clear <b>anodize</b> & seal, 100%"):
        expect(box).to_contain_text(said)
    expect(field_of(page, "finish")).to_have_value("clear <b>anodize</b> & seal, 100%")


def test_every_detail_that_the_data_offers_is_offered_and_arrives(page: Page, guide: Guide) -> None:
    page.goto(BUILDER)
    for field in map(guide.field, guide.links.prefilled):
        entry = control(page, field.label).first
        if field.kind == "choice":
            assert field.options
            entry.select_option(field.options[-1].id)
        else:
            entry.fill({"date": "2099-01-15", "integer": "5"}.get(field.kind, "x"))
    visit(page, link(page))
    expect(page.locator(".prefill__fields > li")).to_have_count(len(guide.links.prefilled))
    expect(page.locator(".prefill__left-out")).to_be_empty()


def test_a_quantity_that_is_no_number_is_left_out_and_said(page: Page) -> None:
    page.goto(BUILDER)
    control(page, "Part number").fill("ABC-1")
    quantity = control(page, "Pilot quantity")
    quantity.fill("fifty")
    expect(form(page).get_by_role("status")).to_contain_text("Pilot quantity")
    expect(quantity).to_have_attribute("aria-invalid", "true")
    assert link(page).endswith("/rfq/#part-number=ABC-1")
    quantity.fill("50")
    expect(form(page).get_by_role("status")).to_be_empty()
    expect(quantity).to_have_attribute("aria-invalid", "false")
    assert link(page).endswith("/rfq/#part-number=ABC-1&pilot-qty=50")
    button(page, "Clear the form").click()
    expect(form(page).get_by_role("link")).to_have_count(0)
    button(page, "Copy prefilled link").click()
    expect(form(page).get_by_role("status")).to_have_text("Fill in a detail first.")


def test_enter_sends_nothing_and_stays_on_the_page(page: Page) -> None:
    page.goto(BUILDER)
    control(page, "Part number").fill("ABC-1")
    control(page, "Part number").press("Enter")
    expect(control(page, "Part number")).to_have_value("ABC-1")
    assert page.url.endswith(BUILDER)


def test_without_a_clipboard_the_link_is_selected(page: Page) -> None:
    page.add_init_script(NO_CLIPBOARD)
    page.goto(BUILDER)
    control(page, "Part number").fill("ABC-1")
    button(page, "Copy prefilled link").click()
    expect(form(page).get_by_role("status")).to_contain_text("press Ctrl+C")
    assert page.evaluate("getSelection().toString().trim()") == link(page)


def test_without_scripts_the_names_can_be_read(browser: Browser, server: str, guide: Guide) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto(BUILDER)
    expect(form(page)).to_have_count(0)
    page.get_by_text("The names, for links made by a program").click()
    for name in guide.links.prefilled:
        expect(page.locator("details").get_by_text(name, exact=True).first).to_be_visible()
    context.close()


def test_a_link_that_names_what_the_guide_does_not_have_says_so(page: Page) -> None:
    visit(page, "/rfq/")
    told = page.locator(".prefill__left-out")
    for fragment, said in (
        ("#partnumber=ABC-2&qty=5", r"“partnumber”, “qty”\.$"),
        ("#part-number=ABC-2&quantity-breaks=5&" + "&".join(f"n{each}=1" for each in range(20)), "and 13 more"),
        ("#%E2%80%AEgnp=<b>x</b>", r"gnp”\.$"),
    ):
        page.evaluate("fragment => { location.hash = fragment; }", fragment)
        expect(told).to_have_text(re.compile(said))
        expect(told).to_contain_text("The link you opened names what this guide cannot fill in from a link")


def test_a_link_that_cannot_be_read_says_why_and_is_read_with_the_next_visit(page: Page) -> None:
    page.route(address_of("guide-exports.js"), lambda route: route.abort())
    visit(page, "/rfq/#part-number=ABC-1")
    box = page.get_by_role("region", name="From the link you opened", exact=True)
    expect(box).to_contain_text("A part of this page could not be loaded.")
    expect(box.get_by_role("button")).to_have_count(0)
    page.unroute(address_of("guide-exports.js"))
    page.reload()
    expect(box).to_contain_text("Part number: ABC-1")

"""The policy in a browser: as headers beside the tags, and a stricter one that the theme alone is allowed to break."""

from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Route, expect

from tests.browser.person import REV_C, button, downloaded, item, opened, settled, verdict, visit

OURS = ("guide.js", "guide-exports.js", "copy.js")


def main_path(page: Page) -> None:
    """Tick, open, download, share; then the desk."""
    visit(page, "/pilot-lock/")
    item(page, "Alloy and temper").check()
    settled(page)
    visit(page, "/rfq/")
    opened(page, REV_C)
    expect(verdict(page)).to_have_text("Ready for the pilot RFQ")
    for name in ("Download Markdown", "Download CSV", "Download spreadsheet", "Download record (JSON)"):
        downloaded(page, name)
    button(page, "Copy share link").click()


def with_headers(page: Page, headers: dict[str, str]) -> None:
    """Send headers with each page of the site."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, **headers})

    page.route("**/*/", answer)


def test_under_the_headers_that_a_host_sends_everything_works(page: Page, site: Path) -> None:
    _, *lines = (site / "_headers").read_text("utf-8").splitlines()
    with_headers(page, dict(line.removeprefix("  ").split(": ", 1) for line in lines))
    main_path(page)


def test_no_file_of_ours_makes_markup_or_code_of_a_text(page: Page, trespasses: list[str]) -> None:
    places: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        # The address of our second bundle, which the first one loads by an element, is no text that anyone entered.
        if "'TrustedHTML'" in message.text or "'TrustedScript'" in message.text:
            places.append(message.location["url"])

    page.on("console", heard)
    with_headers(page, {"Content-Security-Policy-Report-Only": "require-trusted-types-for 'script'"})
    main_path(page)
    assert not [each for each in places if each.endswith(OURS)]
    # Else the report would be empty because nothing was reported at all.
    assert [each for each in places if "bundle" in each]
    trespasses.clear()


def test_what_is_kept_is_what_the_privacy_page_says(page: Page) -> None:
    main_path(page)
    page.get_by_title("Switch to light colors").click()
    page.get_by_title("Switch to dark colors").click()
    page.goto("/privacy/")
    article = page.get_by_role("article")
    assert page.context.cookies() == []
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert {each.rpartition(".")[2] for each in kept} == {"__palette"}
    expect(article).to_contain_text("remembers whether you chose light or dark")
    assert page.evaluate("indexedDB.databases().then((all) => all.map((each) => each.name))") == ["rfq-guide"]
    expect(article).to_contain_text("IndexedDB database rfq-guide")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0

"""The policy in a browser: as headers beside the tags, and a stricter one that the theme alone is allowed to break."""

import zipfile
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Route, expect

from tests.browser.person import (
    REV_C,
    add_files,
    button,
    downloaded,
    file_line,
    files,
    item,
    opened,
    settled,
    verdict,
    visit,
)
from tests.test_files import TITLE_BLOCK, drawing

OURS = ("guide.js", "guide-exports.js", "guide-pdf.js", "copy.js")


def main_path(page: Page, folder: Path) -> None:
    """Tick, open, add files, download, share: with a file that a worker hashes, and a drawing that a worker reads."""
    visit(page, "/pilot-lock/")
    item(page, "Alloy and temper").check()
    settled(page)
    visit(page, "/rfq/")
    opened(page, REV_C)
    expect(verdict(page)).to_have_text("Ready for the pilot RFQ")
    model, sheet = folder / "TVR-10427_C.stp", folder / "TVR-10427_C.pdf"
    model.write_bytes(b"ISO-10303-21;" + b" " * 4_100_000)
    sheet.write_bytes(drawing(TITLE_BLOCK))
    add_files(page, model, sheet)
    for path in (model, sheet):
        expect(file_line(page, path.name).locator("code")).to_have_attribute(
            "title", sha256(path.read_bytes()).hexdigest()
        )
    name, content = downloaded(page, "Download RFQ package (ZIP)")
    (folder / name).write_bytes(content)
    with zipfile.ZipFile(folder / name) as archive:
        assert {f"files/{model.name}", f"files/{sheet.name}"} <= set(archive.namelist())
    # The drawing was read: the package waits for that.
    expect(page.locator("script[src$='guide-pdf.js']")).to_have_count(1)
    expect(files(page).locator(".files__counts")).to_be_visible()
    for name in ("Download Markdown", "Download CSV", "Download spreadsheet", "Download record (JSON)"):
        downloaded(page, name)
    button(page, "Copy share link").click()


def with_headers(page: Page, headers: dict[str, str]) -> None:
    """Send headers with each page of the site."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, **headers})

    page.route("**/*/", answer)


def test_under_the_headers_that_a_host_sends_everything_works(page: Page, site: Path, tmp_path: Path) -> None:
    _, *lines = (site / "_headers").read_text("utf-8").splitlines()
    with_headers(page, dict(line.removeprefix("  ").split(": ", 1) for line in lines))
    main_path(page, tmp_path)


def test_no_file_of_ours_makes_markup_or_code_of_a_text(page: Page, trespasses: list[str], tmp_path: Path) -> None:
    places: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        # The address of our exports bundle, which the first one loads by an element, is no text that anyone entered.
        if "'TrustedHTML'" in message.text or "'TrustedScript'" in message.text:
            places.append(message.location["url"])

    page.on("console", heard)
    with_headers(page, {"Content-Security-Policy-Report-Only": "require-trusted-types-for 'script'"})
    main_path(page, tmp_path)
    assert not [each for each in places if each.endswith(OURS)]
    # Else the report would be empty because nothing was reported at all.
    assert [each for each in places if "bundle" in each]
    trespasses.clear()


def test_what_is_kept_is_what_the_privacy_page_says(page: Page, tmp_path: Path) -> None:
    main_path(page, tmp_path)
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

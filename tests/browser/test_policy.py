"""The policy in a browser: as headers beside the tags, and a stricter one that the theme alone is allowed to break."""

import json
import re
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, FrameLocator, Page, Route, expect

from tests.browser.person import (
    REV_C,
    add_files,
    button,
    downloaded,
    file_line,
    files,
    item,
    opened,
    reached,
    settled,
    verdict,
    visit,
)
from tests.made_files import TITLE_BLOCK, drawing
from tests.project import source_name

# Tells of each text that is made markup: by which means, and by which scripts, the innermost first.
TOLD = """trustedTypes.createPolicy("default", { createHTML: (text, type, means) => {
  madeMarkup(text, means, new Error().stack);
  return text;
} })"""
SCRIPT = re.compile(r"https?://[^\s)]+?(?=:\d+:\d+)")


def main_path(page: Page, folder: Path) -> None:
    """Tick, open, add files, download, share: with a file that a worker hashes, and a drawing that a worker reads."""
    visit(page, "/pilot-lock/")
    item(page, "Material grade and temper").check()
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
    expect(page.locator("script[src*='/guide-pdf']")).to_have_count(1)
    expect(files(page).locator(".rfq-files__counts")).to_be_visible()
    for name in ("Download Markdown", "Download CSV", "Download spreadsheet", "Download record (JSON)"):
        downloaded(page, name)
    button(page, "Copy share link").click()


def with_headers(page: Page, headers: dict[str, str]) -> None:
    """Send headers with each page of the site."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, **headers})

    page.route("**/*/", answer)


def test_under_the_headers_that_a_host_sends_everything_works_and_keeps_what_the_privacy_page_says(
    page: Page, site: Path, tmp_path: Path
) -> None:
    _, *lines = (site / "_headers").read_text("utf-8").splitlines()
    with_headers(page, dict(line.removeprefix("  ").split(": ", 1) for line in lines))
    main_path(page, tmp_path)

    page.get_by_title("Switch to light colors").click()
    page.get_by_title("Switch to dark colors").click()
    # The download is noted in the record, and the note is gone once it is written.
    reached(page, "!Object.keys(localStorage).some((key) => key.startsWith('rfq-guide'))")
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


def test_no_file_of_ours_makes_markup_or_code_of_a_text(
    page: Page, site: Path, trespasses: list[str], tmp_path: Path
) -> None:
    made: list[tuple[str, str, str]] = []
    places: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        # The address of our exports bundle, which the first one loads by an element, is no text that anyone entered.
        if "'TrustedHTML'" in message.text or "'TrustedScript'" in message.text:
            places.append(message.location["url"])

    def told(text: str, means: str, stack: str) -> None:
        made.append((text, means, source_name(SCRIPT.findall(stack)[0])))

    page.on("console", heard)
    page.expose_function("madeMarkup", told)
    page.add_init_script(TOLD)
    with_headers(page, {"Content-Security-Policy-Report-Only": "require-trusted-types-for 'script'"})
    main_path(page, tmp_path)
    page.get_by_role("textbox", name="Search").fill("balloon")
    expect(page.get_by_role("dialog", name="Search").get_by_role("link").first).to_be_visible()
    assert not places
    ours = [each for each in made if not each[2].startswith("bundle.")]
    # Else nothing would be found because nothing was told at all.
    assert ours != made
    # The markup of our own components comes with the guide's data, and holds nothing that anyone entered.
    markup = markup_of_the_guide(site)
    assert markup["summary"] in {text for text, *_ in ours}
    assert not {(means, by) for text, means, by in ours if text not in markup.values()}
    trespasses.clear()


def markup_of_the_guide(site: Path) -> dict[str, str]:
    """The markup of each component that comes with the data, as the built site has it."""
    (data,) = site.glob("guide-summary-data*.js")
    found: dict[str, str] = json.loads(data.read_text("utf-8").partition(" = ")[2].rstrip(";\n"))["markup"]
    return found


def framed(page: Page, address: str) -> FrameLocator:
    """A page of the guide within the page that is open."""
    page.set_content(f'<iframe src="{address}" width="900" height="700"></iframe>')
    return page.frame_locator("iframe")


@pytest.mark.parametrize("address", ["", "rfq/", "stages/pilot-run/", "review/", "links/"])
def test_within_a_page_of_another_site_a_page_does_nothing_but_lead_to_itself(
    page: Page, server: str, address: str
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    frame = framed(page, f"{server}{address}")
    expect(frame.get_by_text("This page does not work inside another site.")).to_be_visible()
    expect(frame.get_by_role("link")).to_have_count(1)
    expect(frame.get_by_role("button").or_(frame.get_by_role("checkbox"))).to_have_count(0)
    within = page.frames[1]
    within.wait_for_load_state("networkidle")
    assert within.evaluate("indexedDB.databases()") == []
    assert not faults
    with page.expect_popup() as popup:
        frame.get_by_role("link", name="Open it by itself").click()
    expect(popup.value.get_by_role("heading", level=1)).to_be_visible()
    assert popup.value.url == f"{server}{address}"


def test_within_a_page_of_its_own_site_a_page_works(page: Page, server: str) -> None:
    page.route("**/own.html", lambda route: route.fulfill(body="<p>own</p>", content_type="text/html"))
    page.goto("/own.html")
    frame = framed(page, f"{server}pilot-lock/")
    frame.get_by_role("checkbox", name=re.compile("^Material grade and temper")).check()
    expect(frame.get_by_text(re.compile("^1 of 6 locked")).first).to_be_visible()

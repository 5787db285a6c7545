"""The main path in Firefox and WebKit: tick, fill, reload, download, open, share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.engines import Visitor, downloaded, firefox, visitor_of, webkit
from tests.browser.person import FRAME, NO_CLIPBOARD, REV_C, example, without_row_ids
from tests.project import ROOT

# An element is ready once it listens.
LIST = "//rfq-checklist[@data-ready]"
ANSWER = '//button[@aria-label="Answer: Material grade and temper"]'
CLOSE = '//button[@aria-label="Close: Material grade and temper"]'
ALLOY = '//label[normalize-space()="Material grade and temper: locked"]'
TO_NOTE = '//section[@data-item="alloy-and-temper"]//summary[normalize-space()="Note"]'
NOTE = '//input[@aria-label="Note: Material grade and temper"]'
BAR = '//summary[contains(@class, "part-sheet__bar")]'
SHEET = '//aside[@aria-label="This part"]'
RECORD_FILE = '//input[@type="file" and contains(@accept, "json")]'
FILES = '//input[@name="files"]'
CASES = ROOT / "tests" / "golden" / "files" / "cases"


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Firefox saves."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def one_firefox(playwright: Playwright, downloads: Path) -> Iterator[Browser]:
    """One Firefox for all tests here: it takes seconds to start."""
    with firefox(playwright, downloads) as browser:
        yield browser


@pytest.fixture(params=["firefox", "webkit"])
def visitor(
    request: pytest.FixtureRequest, playwright: Playwright, downloads: Path, tmp_path: Path, trespasses: list[str]
) -> Iterator[Visitor]:
    """Someone at a browser of each kind, with a storage of their own."""
    if request.param == "firefox":
        with visitor_of(request.getfixturevalue("one_firefox"), downloads, trespasses) as someone:
            yield someone
    else:
        with webkit(playwright, tmp_path, trespasses) as someone:
            yield someone


def button(name: str) -> str:
    return f'//button[normalize-space()="{name}"]'


def saying(words: str) -> str:
    return f'//*[contains(normalize-space(text()), "{words}")]'


def wait_for_sheet(visitor: Visitor, words: str) -> None:
    """Wait until the sheet of the part says something; in a narrow window it is a bar, unfolded just to look."""
    is_bar = not visitor.ask("document.querySelector('.part-sheet__inner').checkVisibility()")
    if is_bar:
        visitor.press(BAR)
    visitor.wait_for(SHEET + saying(words))
    if is_bar:
        visitor.press(BAR)


def test_the_main_path(visitor: Visitor, server: str) -> None:
    visitor.visit(f"{server}pilot-lock/")
    visitor.wait_for(LIST)
    visitor.press(ANSWER)
    visitor.wait_for(CLOSE)
    visitor.press(ALLOY)
    visitor.press(TO_NOTE)
    visitor.write(NOTE, "6061-T651")
    visitor.wait_for(saying("1 of 6 locked, 5 still moving"))
    visitor.ask(FRAME)
    wait_for_sheet(visitor, "Saved in this browser")

    visitor.visit(f"{server}pilot-lock/")
    visitor.wait_for(saying("1 of 6 locked, 5 still moving"))
    assert visitor.ask("document.querySelector('[data-item=alloy-and-temper] .item__done').checked")
    assert visitor.ask("document.querySelector('#note-alloy-and-temper').value") == "6061-T651"

    visitor.visit(f"{server}rfq/")
    record = downloaded(visitor, button("Download record (JSON)"))
    answer = record["answers"]["pilot-lock/alloy-and-temper"]
    assert (answer["status"], answer["note"]) == ("done", "6061-T651")

    visitor.attach(RECORD_FILE, REV_C)
    visitor.press(button("Open as a new part"))
    wait_for_sheet(visitor, "Ready for the pilot RFQ")
    record = downloaded(visitor, button("Download record (JSON)"))
    assert without_row_ids(record["values"]) == without_row_ids(example(REV_C)["values"])

    visitor.ask(f"{NO_CLIPBOARD} && true")
    visitor.press(button("Copy share link"))
    visitor.wait_for(saying("The link is ready to be copied."))
    link = visitor.ask("document.querySelector('.summary__link input').value")
    assert link.startswith(f"{server}rfq/#record=")
    visitor.visit(f"{server}privacy/")
    visitor.visit(link)
    visitor.wait_for(saying("Open this record?"))
    visitor.press(button("Open as a new part"))
    visitor.wait_for(saying("The record is open."))
    assert visitor.ask("location.hash") == ""


def test_a_page_that_is_left_while_it_saves_keeps_no_other_from_its_parts(visitor: Visitor, server: str) -> None:
    visitor.visit(f"{server}pilot-lock/")
    for answers in range(3):
        visitor.wait_for(LIST)
        visitor.ask(f"document.querySelectorAll('.item__done')[{answers}].click() ?? (location.href = '{server}rfq/')")
        visitor.wait_for("//h1[contains(., 'RFQ checklist')]")
        visitor.visit(f"{server}pilot-lock/")
        visitor.wait_for(saying(f"{answers + 1} of 6 locked"))


def test_files_are_read_and_packed(visitor: Visitor, server: str) -> None:
    visitor.visit(f"{server}rfq/")
    visitor.wait_for("//rfq-files[@data-ready]")
    visitor.attach(FILES, CASES / "step-two-contexts-geometry-in-inch" / "11752_C.stp")
    visitor.wait_for(saying("STEP AP214 by CAD 1, inch, 1 solid body"))
    visitor.attach(FILES, CASES / "pdf-title-block-in-cjk-font" / "TVR-10427_C.pdf")
    visitor.wait_for(saying("1 sheet of A4"))
    assert "TVR-10427" in visitor.ask(
        "document.querySelector('[data-file=\"TVR-10427_C.pdf\"] .file__look p').textContent"
    )
    visitor.press(button("Download RFQ package (ZIP)"))
    visitor.wait_for(saying("Package created for"))


def test_the_frame_around_the_article(visitor: Visitor, server: str) -> None:
    visitor.visit(f"{server}glossary/")
    assert visitor.ask("document.documentElement.className") == "js"
    visitor.press('//label[@title="Switch to light colors"]')
    visitor.press('//label[@title="Switch to dark colors"]')
    assert visitor.ask("document.body.dataset.mdColorScheme") == "slate"
    visitor.write('//input[@name="query"]', "balloon")
    visitor.wait_for('//ol[contains(@class, "md-search-result__list")]//a')
    assert visitor.ask("document.activeElement.name + ': ' + document.activeElement.value") == "query: balloon"
    assert visitor.ask("document.body.dataset.mdColorScheme") == "slate"
    visitor.visit(f"{server}glossary/?h=balloon")
    visitor.wait_for("//article//mark")
    assert visitor.ask("document.body.dataset.mdColorScheme") == "slate"

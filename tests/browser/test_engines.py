"""The main path in Firefox and WebKit: tick, fill, reload, download, open, share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.engines import Visitor, downloaded, firefox, webkit
from tests.browser.person import REV_C, example, without_row_ids

ENGINES = {"firefox": firefox, "webkit": webkit}
ALLOY = '//label[normalize-space()="Alloy and temper"]'
NOTE = '//input[@aria-label="Note: Alloy and temper"]'
RECORD_FILE = '//input[@type="file" and contains(@accept, "json")]'
WITHOUT_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined }) && true"


@pytest.fixture(params=ENGINES)
def visitor(
    request: pytest.FixtureRequest, playwright: Playwright, tmp_path: Path, trespasses: list[str]
) -> Iterator[Visitor]:
    """Someone at a browser of each kind."""
    with ENGINES[request.param](playwright, tmp_path, trespasses) as someone:
        yield someone


def button(name: str) -> str:
    return f'//button[normalize-space()="{name}"]'


def saying(words: str) -> str:
    return f'//*[contains(normalize-space(text()), "{words}")]'


def test_the_main_path(visitor: Visitor, server: str) -> None:
    visitor.visit(f"{server}pilot-lock/")
    visitor.press(ALLOY)
    visitor.write(NOTE, "6061-T651")
    visitor.wait_for(saying("1 of 6 locked, 5 still moving"))
    visitor.ask("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
    visitor.wait_for(saying("Saved in this browser"))

    visitor.visit(f"{server}pilot-lock/")
    visitor.wait_for(saying("1 of 6 locked, 5 still moving"))
    assert visitor.ask("document.querySelector('[data-item=alloy-and-temper] .item__done').checked")
    assert visitor.ask("document.querySelector('#note-alloy-and-temper').value") == "6061-T651"

    visitor.visit(f"{server}rfq/")
    record = downloaded(visitor, button("Download record (JSON)"))
    answer = record["answers"]["pilot-lock/alloy-and-temper"]
    assert (answer["status"], answer["note"]) == ("done", "6061-T651")

    visitor.attach(RECORD_FILE, REV_C)
    visitor.press(button("Open as a part of its own"))
    visitor.wait_for(saying("Ready for the pilot RFQ"))
    record = downloaded(visitor, button("Download record (JSON)"))
    assert without_row_ids(record["values"]) == without_row_ids(example(REV_C)["values"])

    visitor.ask(WITHOUT_CLIPBOARD)
    visitor.press(button("Copy share link"))
    visitor.wait_for(saying("The link is ready to be copied."))
    link = visitor.ask("document.querySelector('.summary__link input').value")
    assert link.startswith(f"{server}rfq/#record=")
    visitor.visit(f"{server}privacy/")
    visitor.visit(link)
    visitor.wait_for(saying("Open this record?"))
    visitor.press(button("Open as a part of its own"))
    visitor.wait_for(saying("The record is open."))
    assert visitor.ask("location.hash") == ""

"""A guide far larger than ours: a checklist of 500 items and 200 more pages that show data."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bench.sites import ITEM, MORE
from tests.browser.person import counts, downloaded, item, note, progress, questions, settled, verdict, visit
from tests.project import brand, built, copy
from tests.serving import serving
from tests.tally import Tally

ITEMS, PAGES = 500, 200
CALLS = ('matrix("transition")', 'stage_path("pilot-run")', "faq()", "glossary()", 'checklist("pilot-lock")')
LAST = f"Item {ITEMS} of many"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with that much in it."""
    folder = copy(tmp_path_factory.mktemp("large") / "copy")
    rfq = folder / "docs" / "data" / "rfq.yml"
    more = (ITEM + MORE["rfq"]).format
    rfq.write_text(rfq.read_text("utf-8") + "".join(more(number=each) for each in range(6, ITEMS + 1)), "utf-8")
    pages = folder / "docs" / "parts"
    pages.mkdir()
    for number in range(PAGES):
        call = CALLS[number % len(CALLS)]
        (pages / f"part-{number}.md").write_text(f"# Part {number}\n\n{{{{ {call} }}}}\n", "utf-8")
    brand(folder, {"not_in_nav": "/parts/"})
    return folder


def test_500_items_and_200_pages_of_data_are_built_ticked_and_summed_up(
    page: Page, large: Path, survived: Tally
) -> None:
    with serving(large / "site") as origin:
        site = built(large, origin)
        assert len(list(site.glob("parts/*/index.html"))) == PAGES
        visit(page, f"{origin}rfq/")
        expect(progress(page, "RFQ checklist")).to_have_text(f"0 of {ITEMS} ready, {ITEMS} open")
        item(page, LAST).check()
        note(page, LAST).fill("As drawn.")
        item(page, "Item 250 of many").check()
        expect(progress(page, "RFQ checklist")).to_have_text(f"2 of {ITEMS} ready, {ITEMS - 2} open")
        expect(counts(page).nth(1)).to_have_text(f"RFQ checklist: 2 of {ITEMS} ready, {ITEMS - 2} open")
        expect(verdict(page)).not_to_be_empty()
        expect(questions(page).first).to_be_visible()
        settled(page)
        page.reload()
        expect(item(page, LAST)).to_be_checked()
        expect(note(page, LAST)).to_have_value("As drawn.")
        _, markdown = downloaded(page, "Download Markdown")
        said = markdown.decode().splitlines()
        assert sum(each.startswith("- [x] **Item ") for each in said) == 2
        assert sum(each.startswith("- [ ] **Item ") for each in said) == ITEMS - 5 - 2
        assert f"- [x] **{LAST}:** Ready" in said
        for number in (0, PAGES - 1):
            page.goto(f"{origin}parts/part-{number}/")
            expect(page.get_by_role("heading", level=1)).to_contain_text(f"Part {number}")
    survived("items and pages of a large guide", ITEMS + PAGES, ITEMS + PAGES)

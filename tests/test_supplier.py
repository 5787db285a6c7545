"""A supplier changes all that README says, in other words throughout: the check, the build and the site are as good."""

import shutil
from pathlib import Path

import pytest

from macros.__main__ import SHIPPED, main
from macros.guide.guide import Guide
from tests.markup import Page, elements, pages_of, read, text, tidy
from tests.project import DATA
from tests.supplied import RENAMED, other

# What holds for any site holds for theirs; these run here once more, with the supplier's pages and data.
from tests.test_addresses import published, test_every_address_ever_published_is_a_page  # noqa: F401
from tests.test_content import (  # noqa: F401
    test_every_text_of_the_guide_is_on_a_page,
    test_everything_with_an_id_has_an_anchor_on_its_page,
)
from tests.test_first_visit import test_every_page_of_the_guide_is_light  # noqa: F401
from tests.test_site import (  # noqa: F401
    documents,
    test_a_page_has_one_first_heading_and_skips_no_level,
    test_a_search_entry_leads_to_an_anchor,
    test_each_page_has_a_picture_for_chat_programs,
    test_html_is_valid_to_a_strict_parser,
    test_ids_are_unique_and_what_names_an_id_finds_it,
    test_no_page_loads_anything_from_elsewhere,
    test_publishing_finds_no_broken_link_and_changes_nothing_the_second_time,
    test_search_has_an_entry_for_each_item_field_term_and_question,
    test_the_guide_is_served_as_data,
    test_the_schema_of_a_record_is_served_and_fits_the_worked_records,
    test_the_worked_records_are_there_as_a_script,
)


@pytest.fixture(scope="module")
def project(suppliers_project: Path) -> Path:
    """The supplier's project."""
    return suppliers_project


@pytest.fixture(scope="module")
def guide(suppliers_guide: Guide) -> Guide:
    """The supplier's guide."""
    return suppliers_guide


@pytest.fixture(scope="module")
def server(suppliers_server: str) -> str:
    """The address of the supplier's site."""
    return suppliers_server


@pytest.fixture(scope="module")
def site(project: Path, server: str) -> Path:  # noqa: ARG001
    """The supplier's site."""
    return project / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """The supplier's pages, by their paths."""
    return pages_of(site)


def test_the_check_has_nothing_to_say(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert main(["check"]) == 0
    assert main(["ids"]) == 0
    assert capsys.readouterr().out == ""


def test_the_check_names_what_only_the_guide_as_shipped_has(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    left_out = shutil.ignore_patterns("site", ".cache", ".venv")
    folder = Path(shutil.copytree(project, tmp_path / "fork", ignore=left_out))
    shutil.copytree(DATA, folder / SHIPPED)
    with (folder / SHIPPED / "faq.yml").open("a", encoding="utf-8") as questions:
        questions.writelines(f"\n  - {{id: {each}, question: New?, answer: New.}}" for each in ("new-one", "new-two"))
    monkeypatch.chdir(folder)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == f"only in the guide as shipped, {SHIPPED}: faq: new-one, new-two\n"


def test_next_to_no_word_is_the_shipped_one(pages: dict[str, Page]) -> None:
    assert other("See **the** [lock](/rfq/#x): {count} of `6`.") == "Vii **wli** [nufm](/rfq/#x): {count} uh `6`."
    assert "Proof prototype" not in text(next(elements(pages["/stages/"].article, "table")))


def test_what_was_added_and_renamed_is_there(pages: dict[str, Page]) -> None:
    anchors = {address: page.anchors() for address, page in pages.items()}
    assert {"dock", "field-dock-hours", "build-history", "prototype-history"} <= anchors["/rfq/"]
    assert "turn-it" in anchors["/routing/"]
    assert "own-question" in anchors["/faq/"]
    assert other("Mornings") in tidy(text(pages["/rfq/"].article))
    assert [old for _, _, old, _ in RENAMED] == ["prototype-history", "finish", "design-guide"]


@pytest.mark.parametrize("address", ["index.html", "rfq/index.html", "topics/design-guide/index.html", "404.html"])
def test_the_printed_settings_make_the_suppliers_own_site(site: Path, address: str) -> None:
    page = read(site / address)
    assert "Fellside Machining" in text(next(elements(page.root, "title")))
    assert "Fellside Machining · quotes@fellside.example" in text(page.root)
    sheets = [each.get("href", "") for each in elements(page.root, "link") if each.get("rel") == "stylesheet"]
    brand_sheet = next(each for each in sheets if "brand" in each)
    logos = [each.get("src", "") for each in elements(page.root, "img") if "fellside.svg" in each.get("src", "")]
    assert logos
    for target in (brand_sheet, logos[0]):
        found = site / target.lstrip("/") if target.startswith("/") else (site / address).parent / target
        assert found.is_file(), target
    style = next((site / "assets" / "stylesheets").glob("brand-*.css")).read_text("utf-8")
    assert "#7a3d00" in style
    assert "#f0a860" in style


def test_the_suppliers_links_replace_pages(pages: dict[str, Page]) -> None:
    linked = {name: {each.get("href", "") for each in elements(page.article, "a")} for name, page in pages.items()}
    upload, design = "https://fellside.example/quote", "https://fellside.example/design-guide"
    assert {upload, design} <= linked["/rfq/"]
    assert upload in linked["/readiness/"]

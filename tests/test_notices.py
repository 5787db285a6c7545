"""The page on licenses names everybody whose work is published, with the license's text."""

import json
import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

from macros.publish.publish import publish
from macros.rendering.notices import BUNDLED, WITHIN_THEME, notices
from tests.markup import Page, elements, text
from tests.project import ROOT
from tests.test_publish import page, written

PACKAGE = re.compile(r"(?:^|/)node_modules/((?:@[^/]+/)?[^/]+)/")


def packages_in(folder: Path) -> set[str]:
    """What is bundled in the scripts and style sheets of a folder, by their source maps."""
    sources = [name for path in folder.rglob("*.map") for name in json.loads(path.read_text("utf-8"))["sources"]]
    return {found[1] for name in sources if (found := PACKAGE.search(name))}


def test_each_package_within_the_themes_files_is_told_and_no_other(site: Path) -> None:
    found = packages_in(site / "assets")
    assert {"lunr", "rxjs"} <= found
    assert found == set(WITHIN_THEME)


def test_each_package_that_the_client_asks_for_is_told() -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    told = {each["name"]: each["version"] for each in json.loads(BUNDLED.read_text("utf-8"))}
    assert wanted.items() <= told.items()


def test_the_site_has_no_script_or_style_sheet_of_anybody_else(site: Path) -> None:
    ours = {path.name for path in (ROOT / "overrides" / "assets").rglob("*") if path.suffix in {".js", ".css"}}
    made = re.compile(r"theme-(config|first-[a-z]+)\.(js|css)")
    files = [path for path in site.rglob("*") if path.suffix in {".js", ".css", ".bcmap", ".woff2", ".wasm"}]
    theme = {Path(each).name for each in distribution("mkdocs-material").files or ()}
    unknown = [
        path.relative_to(site).as_posix()
        for path in files
        if path.parent not in (site, site / "assets" / "cmaps")
        and path.name not in theme
        and (name := re.sub(r"-[0-9a-f]{10}(?=\.)", "", path.name)) not in ours
        and not made.fullmatch(name)
    ]
    assert not unknown


def test_the_page_shows_each_with_its_version_and_the_whole_license(pages: dict[str, Page]) -> None:
    said = text(pages["/licenses/"].article)
    for each in notices():
        assert f"{each.name} {each.version}".strip() in said
        assert each.texts
        assert all(paragraph in said for words in each.texts for paragraph in words)
        # Who made it stands beside the license, or in it.
        assert re.search("copyright|pictogrammers", f"{each.holder} {each.texts}", re.IGNORECASE)
    assert {each.name for each in notices()} >= {"Material for MkDocs", "Material Design Icons", "Character maps"}


def test_the_page_on_privacy_leads_to_it_and_the_navigation_does_not(pages: dict[str, Page]) -> None:
    links = [each.get("href") for each in elements(pages["/privacy/"].root, "a")]
    assert links.count("../licenses/") == 1


@pytest.mark.parametrize(("languages", "left"), [(["en"], False), (["en", "de"], True), (["de"], True)])
def test_search_for_other_languages_is_published_only_where_it_is_used(
    tmp_path: Path, languages: list[str], *, left: bool
) -> None:
    names = ("assets/javascripts/lunr/wordcut.js", "assets/javascripts/lunr/min/lunr.de.min.js")
    index = json.dumps({"config": {"lang": languages}, "docs": []})
    files = {"index.html": page(), "search/search_index.json": index, **dict.fromkeys(names, "x")}
    assert publish(written(tmp_path, files)) == []
    assert [(tmp_path / name).exists() for name in names] == [left, left]
    assert (tmp_path / "assets" / "javascripts" / "lunr").exists() == left

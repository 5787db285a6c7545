"""Another builder reads the same project: what it makes of every page has to read the same."""

import importlib.util
import sys

import pytest

from tests.markup import Page, outline, pages_of, text
from tests.project import copy, run


@pytest.fixture(scope="module")
def other(server: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages as Zensical builds them. Its exit status says little, so each article is compared."""
    if importlib.util.find_spec("zensical") is None:
        pytest.fail("Zensical is not installed: run `make test`, or `pip install zensical==0.0.73`")
    folder = copy(tmp_path_factory.mktemp("zensical") / "copy")
    prepared = run(folder, sys.executable, "-m", "macros", "guide")
    assert prepared.returncode == 0, prepared.stdout
    result = run(folder, sys.executable, "-m", "zensical", "build", "--clean", SITE_URL=server)
    assert result.returncode == 0, result.stdout
    return pages_of(folder / "site")


def test_zensical_builds_the_same_pages(other: dict[str, Page], pages: dict[str, Page]) -> None:
    assert set(other) == set(pages)


def test_zensical_gives_every_article_the_same_words_and_headings(
    other: dict[str, Page], pages: dict[str, Page]
) -> None:
    different = []
    for address, page in pages.items():
        theirs = other[address]
        if text(theirs.article) != text(page.article):
            different.append(f"{address}: {first_difference(text(page.article), text(theirs.article))}")
        elif outline(theirs.article) != outline(page.article):
            different.append(f"{address}: headings")
    assert not different


def first_difference(ours: str, theirs: str) -> str:
    place = next((at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), 0)
    return f"{ours[max(0, place - 30) : place + 40]!r} but there {theirs[max(0, place - 30) : place + 40]!r}"


def test_zensical_gives_every_page_the_same_anchors_in_its_article(
    other: dict[str, Page], pages: dict[str, Page]
) -> None:
    for address, page in pages.items():
        theirs = other[address]
        missing = {each for each in page.anchors() if not each.startswith("_")} - theirs.anchors()
        assert not missing, address

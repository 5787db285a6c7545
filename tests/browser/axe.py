"""axe-core in a page: what it finds against WCAG 2.2 A and AA, and against its own best practice."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.project import ROOT

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# The rules that other colors can break.
COLORS = ("color-contrast", "link-in-text-block")
# Best practice wants all of a page within landmarks; the theme has the box that opens its navigation before the first.
THEME = ("region", ["#__drawer"])
# What holds, and what cannot be told, stays in the page: to carry it over takes a quarter of the time.
RUN = """(tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations"] })
  .then(({ violations }) => violations)"""


@cache
def program() -> str:
    """The checker, from the client's toolchain."""
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def violations(page: Page, tags: Sequence[str] = TAGS) -> list[str]:
    """A line for each element that breaks a rule of the page as it stands now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(program())
    found: list[dict[str, Any]] = page.evaluate(RUN, list(tags))
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
        if (rule["id"], node["target"]) != THEME
    ]

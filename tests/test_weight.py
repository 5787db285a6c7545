"""What a first visit weighs, by the files that a published page names: bytes are the same on every machine."""

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.bench.weight import GOALS
from tests.project import ADDRESSES, source_name

# What a browser loads with a page; what scripts load later they name by other attributes.
LOADED = re.compile(r'<(?:script[^>]*? src|link rel="(?:stylesheet|icon)" href)="([^"#?]+)"')
# What stands in a template is loaded once a script puts it into the page.
LATER = re.compile(r"<template.*?</template>", re.DOTALL)
# As the hosts of such sites compress.
LEVEL = 6


def first_visit(site: Path, address: str) -> Counter[str]:
    """Bytes of a page, called `page`, and of each file that it loads, compressed."""
    page = site / address.strip("/") / "index.html"
    html = page.read_bytes()
    parts = Counter({"page": len(gzip.compress(html, LEVEL))})
    for name in LOADED.findall(LATER.sub("", html.decode())):
        parts[source_name(name)] += len(gzip.compress((page.parent / name).resolve().read_bytes(), LEVEL))
    return parts


@pytest.mark.parametrize("address", GOALS)
def test_first_visit_weighs_no_more_than_its_goal(site: Path, address: str) -> None:
    parts = first_visit(site, address)
    of = ", ".join(f"{name} {size / 1000:.1f}" for name, size in parts.most_common())
    assert parts.total() / 1000 <= GOALS[address], f"{address} weighs {parts.total() / 1000:.1f} KB: {of}"


def test_a_topic_weighs_no_more_than_the_goal_of_topics(site: Path) -> None:
    goal = GOALS["/topics/design-guide/"]
    topics = [address for address in ADDRESSES if address.startswith("/topics/")]
    assert not [each for each in topics if first_visit(site, each).total() / 1000 > goal]


def test_pages_to_answer_share_what_they_load(site: Path) -> None:
    first, *others = [first_visit(site, address) for address in ("/rfq/", "/pilot-lock/", "/readiness/")]
    assert len(first) > 1
    for each in others:
        assert {**each, "page": 0} == {**first, "page": 0}

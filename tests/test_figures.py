"""What the figures show: places and numbers that come from the data, and the same in words beside them."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from macros.guide.guide import Guide
from tests.examples import call
from tests.markup import Page, by_id, elements, first, fragment, text

BRACKET = "tvr-10427-rev-c"


def figure(guide: Guide, macro: str, *arguments: str, page_url: str = "rfq/") -> Element:
    return first(fragment(call(guide, macro, list(arguments), page_url))[0], "figure")


def svg(root: Element, tag: str) -> list[Element]:
    return list(elements(root, f"{{http://www.w3.org/2000/svg}}{tag}"))


def test_a_balloon_of_the_drawing_leads_to_its_line_of_the_record(pages: dict[str, Page]) -> None:
    record = pages["/example/"].root
    ways = {"/": "example/", "/example/": "", "/topics/first-article-inspection/": "../../example/"}
    for address, to_example in ways.items():
        links = svg(first(pages[address].root, "figure"), "a")
        assert {text(link) for link in links} == {"2", "3", "5", "6", "9", "12"}
        for link in links:
            way, _, anchor = link.attrib["href"].partition("#")
            assert way == to_example
            line = text(by_id(record, anchor))
            number, _, feature = link.attrib["aria-label"].partition(": ")
            assert text(link) == number
            assert {number, feature} <= {text(cell) for cell in elements(by_id(record, anchor), "td")}, line

"""What the figures show: places and numbers that come from the data, and the same in words beside them."""

from xml.etree.ElementTree import Element

import pytest

from macros.guide.guide import Guide, UnknownId
from tests.examples import call
from tests.markup import Page, by_id, elements, first, fragment, text

BRACKET = "tvr-10427-rev-c"


def figure(guide: Guide, macro: str, *arguments: str, page_url: str = "rfq/") -> Element:
    return first(fragment(call(guide, macro, list(arguments), page_url))[0], "figure")


def drawn(root: Element, tag: str) -> list[Element]:
    return list(elements(root, f"{{http://www.w3.org/2000/svg}}{tag}"))


def test_a_balloon_of_the_drawing_leads_to_its_line_of_the_record(pages: dict[str, Page]) -> None:
    record = pages["/example/"].root
    ways = {"/": "example/", "/example/": "", "/topics/first-article-inspection/": "../../example/"}
    for address, to_example in ways.items():
        links = drawn(first(pages[address].root, "figure"), "a")
        assert {text(link) for link in links} == {"2", "3", "5", "6", "9", "12"}
        for link in links:
            way, _, anchor = link.attrib["href"].partition("#")
            assert way == to_example
            line = text(by_id(record, anchor))
            number, _, feature = link.attrib["aria-label"].partition(": ")
            assert text(link) == number
            assert {number, feature} <= {text(cell) for cell in elements(by_id(record, anchor), "td")}, line


def test_sizes_stand_on_the_number_line_where_they_are_and_in_the_words_beside_it(guide: Guide) -> None:
    bore = figure(guide, "bore_coating", BRACKET, "last-build/rev-b", "critical-dims/cd-1")
    before, after = (
        [float(each.attrib["cx"]) for each in drawn(bore, "circle")[some]] for some in (slice(2), slice(2, 4))
    )
    lower, upper = (float(each.attrib["x"]) for each in drawn(bore, "text") if text(each) in ("22.000", "22.021"))
    micrometer = (upper - lower) / 21
    assert [(x - lower) / micrometer for x in before] == pytest.approx([6, 8], abs=0.05)
    assert [(x - lower) / micrometer for x in after] == pytest.approx([-4, -2], abs=0.05)
    words = text(first(bore, "figcaption"))
    said = ("22.006 and 22.008, within the limits", "took 0.010 off each", "to 21.996 and 21.998", "fictitious")
    assert not [each for each in said if each not in words]


def test_a_row_that_the_record_lacks_is_an_error_that_says_what_was_meant(guide: Guide) -> None:
    with pytest.raises(UnknownId, match="bore_coating: no row of last-build has the id `rev-c`; did you mean `rev-"):
        call(guide, "bore_coating", [BRACKET, "last-build/rev-c", "critical-dims/cd-1"])
    with pytest.raises(ValueError, match="two sizes before and after coating would be needed here: Fits envelope"):
        call(guide, "bore_coating", [BRACKET, "last-build/rev-a", "critical-dims/cd-1"])

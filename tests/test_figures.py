"""What the figures show: places and numbers that come from the data, and the same in words beside them."""

from xml.etree.ElementTree import Element

import pytest

from macros.guide.guide import Guide, UnknownId
from macros.models import Figures
from tests.examples import call
from tests.markup import Page, by_id, elements, first, fragment, tables, text

BRACKET = "tvr-10427-rev-c"
# The name of an element of a drawing.
SVG = "{{http://www.w3.org/2000/svg}}{}"


def figure(guide: Guide, macro: str, *arguments: str, page_url: str = "rfq/") -> Element:
    return first(fragment(call(guide, macro, list(arguments), page_url))[0], "figure")


def drawn(root: Element, tag: str) -> list[Element]:
    return list(elements(root, SVG.format(tag)))


def test_a_balloon_of_the_drawing_leads_to_its_line_of_the_record(pages: dict[str, Page]) -> None:
    record = pages["/example/"].root
    ways = {"/": "example/", "/example/": "", "/topics/first-article-inspection/": "../../example/"}
    for address, to_example in ways.items():
        links = drawn(pages[address].article, "a")
        assert {text(link) for link in links} == {"2", "3", "5", "6", "9", "12"}
        for link in links:
            way, _, anchor = link.attrib["href"].partition("#")
            assert way == to_example
            line = text(by_id(record, anchor))
            number, _, feature = link.attrib["aria-label"].partition(": ")
            assert text(link) == number
            assert {number, feature} <= {text(cell) for cell in elements(by_id(record, anchor), "td")}, line


def test_sizes_stand_on_the_number_line_where_they_are_and_in_the_words_beside_it(guide: Guide) -> None:
    bore = figure(guide, "bore_coating")
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


def test_the_odds_are_drawn_as_they_are_said(guide: Guide) -> None:
    chart = figure(guide, "sample_odds")
    (table,) = tables(chart)
    # Worked out with a table of factorials, not with this program.
    assert table == {
        "5": {"1 bad": "90", "2 bad": "81", "3 bad": "72", "5 bad": "58"},
        "8": {"1 bad": "84", "2 bad": "70", "3 bad": "59", "5 bad": "40"},
        "13": {"1 bad": "74", "2 bad": "54", "3 bad": "40", "5 bad": "21"},
        "20": {"1 bad": "60", "2 bad": "36", "3 bad": "21", "5 bad": "7"},
    }
    curves = [
        each.attrib["d"][1:].split() for each in drawn(chart, "path") if each.attrib["d"].startswith("M46 24.0 90 ")
    ]
    assert [float(curve[11]) for curve in curves] == pytest.approx([98.5, 129.4, 163.8, 188.2], abs=0.1)
    assert text(first(chart, "figcaption")).endswith("13 of 50, lets 21 in 100 lots with 5 bad parts pass.")


def test_the_odds_of_other_numbers_of_bad_parts_are_marked_on_the_curve(guide: Guide) -> None:
    assert guide.figures.sample
    sample = guide.figures.sample.model_copy(update={"bad": (1, 2, 9)})
    other = guide.model_copy(update={"figures": guide.figures.model_copy(update={"sample": sample})})
    chart = figure(other, "sample_odds")
    (curve,) = (
        each.attrib["d"][1:].split()
        for group in drawn(chart, "g")
        if group.get("class") == "figure__accent"
        for each in drawn(group, "path")
    )
    (point,) = drawn(chart, "circle")
    assert [point.attrib["cx"], point.attrib["cy"]] == curve[18:20]
    assert float(curve[-2]) <= 310


def test_the_hold_stands_between_the_article_and_the_rest_of_the_lot(guide: Guide) -> None:
    heights = {text(each): float(each.attrib["y"]) for each in drawn(figure(guide, "fai_timeline"), "text")}
    order = ["First-off check", "FAI article", "Hold: approve or reject", "Rest of the lot", "Finish", "Shipment"]
    assert [heights[each] for each in order] == sorted(heights[each] for each in order)


def test_locks_are_drawn_as_the_builds_and_records_have_them_by_day(guide: Guide) -> None:
    drawing = figure(guide, "lock_builds", BRACKET, "tvr-10427-rev-b", "tvr-10427-rev-c-in-review")
    head, *rows = elements(drawing, "tr")
    assert [each.get("datetime") for each in elements(head, "time")] == [
        "2026-03-09",
        "2026-05-18",
        "2026-06-05",
        "2026-08-10",
        "2026-09-08",
    ]
    signs = {text(row).split()[0]: [each.attrib["aria-label"] for each in drawn(row, "svg")] for row in rows[:-1]}
    moving, locked = "Still moving", "Locked"
    assert signs == {
        "CAD": [moving] * 4 + [locked],
        "Material": [moving] * 2 + [locked] * 3,
        "Critical": [moving] * 3 + [locked] * 2,
        "Finish": [moving] * 3 + [locked] * 2,
        "Inspection": [moving] * 4 + [locked],
        "Packing": [moving] * 4 + [locked],
    }
    assert text(rows[-1]) == "Locked, of 6 0 0 1 3 6"


def test_what_may_move_is_said_and_drawn_as_the_stages_have_it(guide: Guide) -> None:
    (table,) = tables(drawing := figure(guide, "may_move"))
    labels = {item.id: item.label for item in guide.checklist("pilot-lock").items}
    assert table == {
        label: {stage.short: stage.freeze[item] for stage in guide.stages} for item, label in labels.items()
    }
    # A bar for each state, and the same one wherever it is the same state.
    bars = {(text(cell), first(cell, SVG.format("path")).attrib["d"]) for cell in elements(drawing, "td")}
    assert {state for state, _ in bars} == {"moving", "settling", "locked"}
    assert len(bars) == 3


def test_the_traceability_that_the_record_asks_for_is_marked(guide: Guide) -> None:
    chain = figure(guide, "traceability_chain", BRACKET, "traceability", "material-cert")
    assert list(guide.example(BRACKET).model_dump()["values"]["traceability"]) == ["heat-to-lot"]
    assert [text(each) for each in drawn(chain, "text") if each.get("class")] == ["c"]
    said = text(first(chain, "figcaption"))
    assert "c: Heat number to shipment lot" in said
    assert said.endswith("The worked example asks for c.")


def test_four_files_agree_and_then_one_of_them_does_not(guide: Guide) -> None:
    root, _ = fragment(call(guide, "one_revision", [BRACKET, "last-build/rev-b"]))
    rows = [[each.attrib["aria-label"][-1] for each in drawn(row, "svg")] for row in elements(root, "p")]
    assert rows == [["C", "C", "C", "C"], ["C", "B", "C", "C"]]
    # The sheet of the lists to answer has no room for more rules.
    assert not [each for each in elements(root) if each.get("class")]


def test_a_row_or_a_figure_that_is_not_there_is_an_error_that_names_it(guide: Guide) -> None:
    with pytest.raises(UnknownId, match="one_revision: no row of last-build has the id `rev-c`; did you mean `rev-"):
        call(guide, "one_revision", [BRACKET, "last-build/rev-c"])
    without = guide.model_copy(update={"figures": Figures()})
    for macro, name in (("bore_coating", "bore"), ("sample_odds", "sample")):
        with pytest.raises(UnknownId, match=f"^{macro}: figures.yml has no `{name}`$"):
            call(without, macro, [])


@pytest.mark.parametrize(
    ("macro", "arguments", "field"),
    [
        ("worked_part", ["critical-dims"], "part-number"),
        ("home", ["critical-dims", "alloy"], "part-number"),
        ("one_revision", ["last-build/rev-b"], "part-number"),
        ("lock_builds", [], "revision"),
        ("traceability_chain", ["traceability", "material-cert"], "traceability"),
        ("bore_coating", None, "last-build"),
    ],
)
def test_a_value_that_the_worked_record_lacks_is_an_error_that_names_it(
    guide: Guide, macro: str, arguments: list[str] | None, field: str
) -> None:
    bare = guide.example(BRACKET).model_copy(update={"values": {}})
    without = guide.model_copy(update={"examples": {**guide.examples, BRACKET: bare}})
    with pytest.raises(UnknownId, match=f"^{macro}: the worked record has no value for `{field}`$"):
        call(without, macro, [] if arguments is None else [BRACKET, *arguments])


def test_the_drawing_of_the_home_page_says_what_the_record_says(pages: dict[str, Page], guide: Guide) -> None:
    (drawing,) = elements(pages["/"].article, "figure")
    said = [text(each) for each in drawing.iter()]
    numbers = {text(each) for each in drawn(drawing, "text") if "worked-part__number" in each.get("class", "").split()}
    for row in guide.example(BRACKET).model_dump()["values"]["critical-dims"]:
        assert str(row["balloon"]) in numbers
        words = f"{row['feature']}: {row['limits']}" + (f" to {row['datums']}" if row.get("datums") else "")
        assert any(words in each for each in said), words

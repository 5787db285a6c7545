"""What topic pages give to look up and to copy: figures that hold when worked out again, and facts of the record."""

import json
import re
from collections.abc import Mapping
from math import isclose, sqrt
from typing import Any

import pytest

from macros.guide.guide import Guide, UnknownId
from tests.examples import call
from tests.markup import Page, by_id, elements, fragment, part, tables, text
from tests.project import ADDRESSES, DATA

TOPICS = [address for address in ADDRESSES if address.startswith("/topics/")]
RECORD: dict[str, Any] = json.loads((DATA / "examples" / "tvr-10427-rev-c.json").read_text("utf-8"))["values"]

Table = Mapping[str, Mapping[str, str]]


def table_of(pages: dict[str, Page], table: str) -> Table:
    """A table by its id, wherever it stands: rows by name, cells by column."""
    page = next(page for page in pages.values() if table in page.anchors())
    return next(tables(by_id(page.article, table)))


def numbers(words: str) -> list[float]:
    return [float(each) for each in re.findall(r"\d+(?:\.\d+)?", words)]


def rounded(value: float, shown: str) -> bool:
    """Whether a figure is a value, to the digits that are shown."""
    figure = numbers(shown)[0]
    digits = len(shown.partition(".")[2].rstrip("x")) if "." in shown else 0
    return isclose(round(value, digits), figure, abs_tol=1e-9)


@pytest.mark.parametrize("address", TOPICS)
def test_a_topic_has_something_to_look_up_and_something_to_copy(pages: dict[str, Page], address: str) -> None:
    article = pages[address].article
    found = [each for each in elements(article, "table") if text(next(elements(each, "caption")))]
    assert found
    for table in found:
        rows = list(elements(table, "tr"))
        assert {each.get("scope") for row in rows for each in elements(row, "th")} == {"col", "row"}
        assert len({len(list(elements(row, "th", "td"))) for row in rows}) == 1
    buttons = [name for each in elements(article, "button") if (name := each.get("aria-label"))]
    assert [each for each in buttons if each.startswith("Copy: ")]
    assert len(buttons) == len(set(buttons))


def test_nothing_is_left_to_be_taken_from_a_record(pages: dict[str, Page]) -> None:
    assert not [address for address in TOPICS if re.search(r"[{}]", text(pages[address].article))]


def test_what_is_said_of_a_running_process_is_the_odds(pages: dict[str, Page]) -> None:
    assert round(10 * 0.84**13) == 1
    said = text(pages["/topics/quality-control/"].article)
    assert "16 bad parts in 100 gives a clean sample of 13 about one time in ten" in said


def test_the_interval_of_a_capability_figure_is_bissells(pages: dict[str, Page]) -> None:
    for parts, cells in table_of(pages, "cpk-interval").items():
        n, cpk = int(parts), 1.33
        half = 1.96 * sqrt(1 / (9 * n) + cpk**2 / (2 * (n - 1)))
        assert rounded(cpk - half, cells["From"])
        assert rounded(cpk + half, cells["To"])


def test_shares_of_a_set_up_are_four_hours_divided(pages: dict[str, Page]) -> None:
    for parts, cells in table_of(pages, "setup-hours").items():
        assert rounded(240 / int(parts), cells["Minutes for each part"])


def test_a_thin_cutter_bends_by_the_fourth_power(pages: dict[str, Page]) -> None:
    for cutter, cells in table_of(pages, "tool-stiffness").items():
        diameter = numbers(cutter)[0]
        assert numbers(cells["Smallest corner radius"]) == [diameter / 2]
        assert rounded((12 / diameter) ** 4, cells["Deflection"])


def test_chains_add_up(pages: dict[str, Page]) -> None:
    for dimensions, cells in table_of(pages, "stack-up").items():
        n = int(dimensions)
        assert rounded(n * 0.1, cells["Worst case"])
        assert rounded(sqrt(n) * 0.1, cells["Root sum square"])


def test_a_warm_part_grows_with_its_length(pages: dict[str, Page]) -> None:
    for warmer, cells in table_of(pages, "warm-part").items():
        for length, shown in cells.items():
            assert rounded(23.6 * numbers(warmer)[0] * numbers(length)[0] / 1000, shown)


def test_the_pattern_of_the_worked_part_fits_its_screws() -> None:
    pattern = next(row for row in RECORD["critical-dims"] if row["id"] == "cd-3")
    smallest = numbers(pattern["feature"])[1] - numbers(RECORD["general-tolerance"])[0]
    assert float(pattern["limits"]) <= (smallest - 6) / 2


def test_the_inspection_plan_is_the_records(pages: dict[str, Page]) -> None:
    plan = next(tables(pages["/topics/quality-control/"].article))
    assert list(plan) == [str(row["balloon"]) for row in RECORD["critical-dims"]]
    for row in RECORD["critical-dims"]:
        cells = plan[str(row["balloon"])]
        assert [cells[each] for each in ("Feature", "Limits", "Method", "Check")] == [
            row[each] for each in ("feature", "limits", "method", "check")
        ]


def test_the_lines_of_the_fai_have_the_records_limits_and_results_within_them(pages: dict[str, Page]) -> None:
    lines = table_of(pages, "fai-lines")
    assert list(lines) == ["2", "3", "5", "6", "9", "12"]
    for row in RECORD["critical-dims"]:
        cells = lines[str(row["balloon"])]
        assert cells["Characteristic"] == row["feature"]
        assert cells["Measured with"] == row["method"]
        assert cells["Requirement"] == " to ".join(filter(None, (row["limits"], row.get("datums"))))
    assert 22 <= numbers(lines["5"]["Result"])[0] <= 22.021
    assert 24.95 <= numbers(lines["3"]["Result"])[0] <= 25.05
    for balloon in ("2", "6", "9"):
        assert max(numbers(lines[balloon]["Result"])) <= numbers(lines[balloon]["Requirement"])[0]


@pytest.mark.parametrize(
    ("address", "anchor", "facts"),
    [
        ("/topics/tolerance-review/", "four-groups", ("general-tolerance",)),
        ("/topics/finishing-call-outs/", "finish-call-out", ("finish", "surface-texture")),
        ("/topics/material-and-certificates/", "material-call-out", ("alloy", "temper", "spec", "form")),
        ("/topics/drawing-release/", "title-block-example", ("part-number", "release-ref", "edges", "cad-file")),
        ("/topics/rfq-email/", "email-pilot", ("rfq-no", "part-name", "company", "need-date", "nda", "contact")),
        ("/topics/low-volume-cnc-machining/", "process-sheet-note", ("finish", "packing")),
        ("/topics/first-article-inspection/", "fai-request", ("fai-approval",)),
    ],
)
def test_a_filled_text_says_what_the_record_says(
    pages: dict[str, Page], address: str, anchor: str, facts: tuple[str, ...]
) -> None:
    said = part(pages[address].article, anchor)
    assert not [each for each in facts if RECORD[each] not in said]


def test_the_build_note_is_of_rev_a(pages: dict[str, Page]) -> None:
    said = part(pages["/topics/rapid-prototyping/"].article, "build-note")
    row = next(each for each in RECORD["last-build"] if each["revision"] == "A")
    for words in (f"{row['quantity']} pcs", row["date"], row["result"], "T6", "bar (stock on hand)", "as machined"):
        assert words in said


@pytest.mark.parametrize("topic", ["material-and-certificates", "finishing-call-outs", "drawing-release", "rfq-email"])
def test_a_topic_is_found_from_where_it_is_needed(pages: dict[str, Page], guide: Guide, topic: str) -> None:
    linked = {
        address
        for address, page in pages.items()
        if address != f"/topics/{topic}/"
        and any(f"{topic}/" in each.get("href", "") for each in elements(page.article, "a"))
    }
    assert {"/", "/links/"} <= linked
    assert linked & {"/pilot-lock/", "/readiness/"}
    assert [each for each in linked if each.startswith("/topics/")]
    assert guide.link(topic).page == f"/topics/{topic}/"


def test_a_column_that_rows_lack_is_an_error(guide: Guide) -> None:
    with pytest.raises(UnknownId, match="no column of critical-dims has the id `ballon`; did you mean `balloon`"):
        call(guide, "example_rows", ["tvr-10427-rev-c", "critical-dims", "The plan", "ballon"])


def test_a_note_is_shown_in_its_lines(guide: Guide) -> None:
    root, _ = fragment(call(guide, "notes", ["rfq-emails"]))
    first = next(each for each in elements(root, "p") if "copy__text" in each.get("class", ""))
    assert len(list(elements(first, "br"))) > 10

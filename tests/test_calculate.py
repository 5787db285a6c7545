"""The calculators' figures as pages show them: cases that the client's tests read as well, and what holds of all."""

import json
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest

from macros.checks.calculators import RESULTS
from macros.guide.guide import Guide
from macros.models import Model
from macros.models.calculators import Calculators, CoatingCase, FastenerCase, SampleCase
from macros.rendering import calculate
from macros.rendering.calculators import clean_sample, coating_size, fastener_position
from tests.project import ROOT

CASES: list[Any] = json.loads((ROOT / "tests" / "golden" / "calculated.json").read_text("utf-8"))
CALCULATIONS: dict[str, tuple[type[Model], Any]] = {
    "coating": (CoatingCase, calculate.coating),
    "sample": (SampleCase, calculate.sample),
    "fastener": (FastenerCase, calculate.fastener),
}


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['calculation']}: {', '.join(case['entries'].values())}"
)
def test_a_case_is_worked_out_as_in_the_browser(case: Any) -> None:
    model, work_out = CALCULATIONS[case["calculation"]]
    # What the limits are is asked of a reader alone: the cases of the data are before coating.
    entries = {name: value for name, value in case["entries"].items() if name != "given"}
    assert work_out(model.model_validate(entries)) == case["results"]
    assert case["results"].keys() >= {*RESULTS[case["calculation"]]}


def test_a_miss_is_as_likely_as_the_samples_that_have_no_bad_part() -> None:
    for drawn in range(1, 8):
        samples = list(combinations(range(7), drawn))
        for bad in range(8):
            clean = sum(all(part >= bad for part in each) for each in samples)
            assert calculate.miss_chance(7, drawn, bad) == Fraction(clean, len(samples))


def test_the_table_of_samples_is_that_of_the_worked_lot(guide: Guide) -> None:
    table = guide.calculators.sample.table
    rows = {
        drawn: [calculate.percent(calculate.miss_chance(table.lot, drawn, bad)) for bad in table.bad]
        for drawn in table.samples
    }
    assert (table.lot, table.bad) == (50, (1, 2, 3, 5))
    assert rows == {
        5: ["90%", "81%", "72%", "58%"],
        8: ["84%", "70%", "59%", "40%"],
        13: ["74%", "54%", "40%", "21%"],
        20: ["60%", "36%", "21%", "7%"],
        50: ["0%", "0%", "0%", "0%"],
    }


def test_a_calculator_without_a_field_for_its_result_offers_none(guide: Guide) -> None:
    calculators = guide.calculators
    bare = guide.model_copy(
        update={
            "calculators": Calculators(
                coating=calculators.coating.model_copy(update={"into": None}),
                sample=calculators.sample.model_copy(update={"into": None}),
                fastener=calculators.fastener.model_copy(update={"into": None}),
            )
        }
    )
    for calculator in (coating_size, clean_sample, fastener_position):
        assert calculator(guide)["into"]
        assert calculator(bare)["into"] is None


@pytest.mark.parametrize(
    ("thickness", "share", "expected"), [("15", "33", "9.9"), ("0.010", "50", "0.01"), ("0.0005", "50", "0.0005")]
)
def test_a_table_has_the_decimals_of_its_thicknesses(thickness: str, share: str, expected: str) -> None:
    assert calculate.build_up("bore", thickness, share) == expected

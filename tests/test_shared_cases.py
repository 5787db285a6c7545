"""Values in words, what counts as settled, what changed: the cases that the client's tests read as well."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from macros.guide.load import load
from macros.models import Field, Item
from macros.models.record import Answer, Build, Value
from macros.rendering.changes import changes_between, counts_as
from macros.rendering.format_value import format_value
from tests.project import ROOT

GOLDEN = ROOT / "tests" / "golden"


def cases(name: str) -> list[Any]:
    found: list[Any] = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("case", cases("values"), ids=lambda case: case["words"] or "nothing")
def test_value_is_said_in_words(case: Any) -> None:
    field = Field.model_validate_json(
        json.dumps(
            {"id": "a", "number": "F1", "label": "A", "need": "required", "example": "x", "ask": "?", **case["field"]}
        )
    )
    value: Value = TypeAdapter(Value).validate_json(json.dumps(case["value"]))
    assert format_value(field, value) == case["words"]


@pytest.mark.parametrize("case", cases("settled"), ids=json.dumps)
def test_answer_counts_as_settled_or_open(case: Any) -> None:
    item = Item.model_validate_json(
        json.dumps({"id": "a", "label": "A", "prompt": "A", "help": "A", "ask": "A", "fields": [], **case["item"]})
    )
    assert counts_as(item, Answer.model_validate(case["answer"])) == case["counts_as"]


@pytest.mark.parametrize("case", cases("changes"), ids=lambda case: case["name"])
def test_changes_are_told(case: Any) -> None:
    before, after = (
        Build.model_validate_json(json.dumps({"name": "A", "at": "2026-03-09T09:00:00Z", **case[when]}))
        for when in ("before", "after")
    )
    changes = changes_between(load(GOLDEN / "valid"), before, after)
    turns = [[f"{turn.checklist.id}/{turn.item.id}" for turn in each] for each in changes[:2]]
    assert turns == [case["regressions"], case["settled"]]
    assert [list(change) for change in changes.values] == case["values"]
    assert [given.label for given in changes.given] == case["given"]

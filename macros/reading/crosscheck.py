"""Checks what the data files say of each other: references, matrices, and what each list must have."""

from collections.abc import Iterator
from itertools import chain
from typing import get_args

from macros.models import OutcomeId
from macros.reading.conditions import condition_problems
from macros.reading.files import file_problems
from macros.reading.layout import CHECKLISTS, MATRICES
from macros.reading.names import Names, is_id
from macros.reading.plain import Plain
from macros.reading.problems import Problem, hint, listed, shown
from macros.reading.source import Place, Source

# File, path of the reference, and the list it names an id of.
REFERENCES = (
    *((stem, ("items", "*", "fields", "*"), "fields") for stem in CHECKLISTS),
    ("routing", ("decisions", "*", "link"), "links"),
    ("verdicts", ("outcomes", "*", "next"), "links"),
    ("verdicts", ("blank", "next"), "links"),
    ("verdicts", ("doubtful", "next"), "links"),
    ("links", ("call_to_action",), "links"),
    ("links", ("related", "*"), "links"),
)
# Keys that a model shared by several files leaves optional, and one of these files needs.
NEEDED_KEYS = (
    ("pilot-lock", ("items", "*"), ("if_open", "test")),
    ("rfq", ("items", "*"), ("if_missing",)),
    ("readiness", ("items", "*"), ("if_missing",)),
    ("quote-review", ("rows", "*"), ("label",)),
)


def crosscheck(names: Names) -> Iterator[Problem]:
    """Every problem between the files that could be read."""
    yield from names.duplicates
    yield from _references(names)
    yield from _needed_keys(names)
    yield from _own_ids(names)
    yield from _cells(names)
    yield from _stages(names)
    yield from _outcomes(names)
    yield from _kinds_of_standards(names)
    yield from _unused_fields(names)
    yield from _repeated_fields(names)
    yield from condition_problems(names)
    yield from file_problems(names)


def _references(names: Names) -> Iterator[Problem]:
    for stem, path, target in REFERENCES:
        for source, place, word in names.each(stem, *path):
            if refusal := names.refusal(target, word):
                yield source.problem(place, refusal)


def _needed_keys(names: Names) -> Iterator[Problem]:
    for stem, path, keys in NEEDED_KEYS:
        for source, place, entry in names.each(stem, *path):
            missing = [key for key in keys if isinstance(entry, dict) and key not in entry]
            yield from (source.problem(place, f"the key {shown(key)} is missing") for key in missing)


def _own_ids(names: Names) -> Iterator[Problem]:
    for stem in (*CHECKLISTS, *MATRICES):
        for source, place, own in names.each(stem, "id"):
            if own != stem:
                yield source.problem(place, f"the id in {stem}.yml is always {shown(stem)}")


def _cells(names: Names) -> Iterator[Problem]:
    """A row of a matrix has one cell for each column."""
    for stem in MATRICES:
        columns = [word for _, _, word in names.each(stem, "columns", "*", "id") if isinstance(word, str)]
        for source, place, cells in names.each(stem, "rows", "*", "cells"):
            given = cells if isinstance(cells, dict) else dict.fromkeys(columns)
            for column in columns:
                if column not in given:
                    yield source.problem(place, f"the cell of the column {shown(column)} is missing")
            for key in given:
                if is_id(key) and key not in columns:
                    message = f"no column has the id {shown(key)}{hint(key, columns)}"
                    yield source.problem((*place, key), message, at_key=True)


def _stages(names: Names) -> Iterator[Problem]:
    """The rows of the transition matrix and the options of the field `stage` are the stages, in order."""
    for source, place, rows in names.each("transition", "rows"):
        yield from _in_order(names, source, place, rows, "row")
    for source, place, field in names.each("fields", "fields", "*"):
        if isinstance(field, dict) and field.get("id") == "stage":
            yield from _in_order(names, source, (*place, "options"), field.get("options"), "option")


def _in_order(names: Names, source: Source, place: Place, entries: Plain, what: str) -> Iterator[Problem]:
    stages = names.ids("stages")
    if not isinstance(entries, tuple) or not stages:
        return
    found = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
    for stage in stages:
        if stage not in found:
            yield source.problem(place, f"the {what} of the stage {shown(stage)} is missing")
    for index, word in enumerate(found):
        if refusal := names.refusal("stages", word):
            yield source.problem((*place, index, "id"), refusal)
    if sorted(map(str, found)) == sorted(stages) and found != stages:
        first = next(index for index, word in enumerate(found) if word != stages[index])
        message = f"out of order; the stages come in this order: {listed(stages)}"
        yield source.problem((*place, first, "id"), message)


def _outcomes(names: Names) -> Iterator[Problem]:
    for source, place, _ in names.each("verdicts", "outcomes"):
        found = [word for _, _, word in names.each("verdicts", "outcomes", "*", "id")]
        missing = [outcome for outcome in get_args(OutcomeId) if outcome not in found]
        yield from (source.problem(place, f"the outcome {shown(outcome)} is missing") for outcome in missing)


def _kinds_of_standards(names: Names) -> Iterator[Problem]:
    """The area and the standing of a standard are listed in its own file."""
    for what in ("area", "standing"):
        known = [word for _, _, word in names.each("standards", f"{what}s", "*", "id") if is_id(word)]
        for source, place, word in names.each("standards", "standards", "*", what):
            if known and is_id(word) and word not in known:
                yield source.problem(place, f"no {what} has the id {shown(word)}{hint(word, known)}")


def _unused_fields(names: Names) -> Iterator[Problem]:
    if not names.files.keys() >= set(CHECKLISTS):
        return
    lists = [names.each(stem, "items", "*", "fields", "*") for stem in CHECKLISTS]
    used = {word for _, _, word in chain(*lists) if isinstance(word, str)}
    for source, place, field in names.each("fields", "fields", "*", "id"):
        if isinstance(field, str) and field not in used:
            message = f"no item uses the field {shown(field)}; name it under the `fields` of an item"
            yield source.problem(place, message)


def _repeated_fields(names: Names) -> Iterator[Problem]:
    """A page shows a field once in each list, under the item that asks for it."""
    for stem in CHECKLISTS:
        first: dict[str, Plain] = {}
        for source, place, item in names.each(stem, "items", "*"):
            fields = item.get("fields") if isinstance(item, dict) else None
            for index, word in enumerate(fields if isinstance(fields, tuple) else ()):
                if not isinstance(word, str):
                    continue
                if word in first:
                    message = f"the item {shown(str(first[word]))} of this list has the field {shown(word)} already"
                    yield source.problem((*place, "fields", index), message)
                first.setdefault(word, item.get("id") if isinstance(item, dict) else None)

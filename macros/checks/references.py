"""Checks what the data files say of each other: references, matrices, and what each list must have."""

from collections.abc import Iterator
from itertools import chain
from typing import get_args

from macros.checks.asked_if import asked_if_problems
from macros.checks.calculators import calculator_problems
from macros.checks.conditions import condition_problems
from macros.checks.ids import Ids, is_id
from macros.checks.impossible import impossible_problems
from macros.checks.look_up import table_problems
from macros.checks.meanings import meaning_problems
from macros.checks.prefilled import prefilled_problems
from macros.checks.preflight import file_problems
from macros.checks.request import request_problems
from macros.checks.verdicts import verdict_problems
from macros.models.files import CHECKLISTS, MATRICES
from macros.models.stages import Freeze
from macros.reading.problems import Problem, join_names, quoted, suggestion
from macros.reading.source import KeyPath, Source
from macros.reading.values import Plain

# File, pattern of the reference, and the list it is an id of.
REFERENCES = (
    *((stem, ("items", "*", "fields", "*"), "fields") for stem in CHECKLISTS),
    ("routing", ("decisions", "*", "link"), "links"),
    ("verdicts", ("outcomes", "*", "next"), "links"),
    ("verdicts", ("outcomes", "*", "by_request", "*", "next"), "links"),
    ("verdicts", ("locks", "*", "*", "next"), "links"),
    ("verdicts", ("vague", "*", "fields", "*"), "fields"),
    ("fields", ("fields", "*", "asked_for", "*"), "stages"),
    ("title-block", ("rows", "*", "cells", "*", "fields", "*"), "fields"),
    ("request", ("chapters", "*", "fields", "*"), "fields"),
    ("calculators", ("*", "into", "field"), "fields"),
    ("links", ("call_to_action",), "links"),
    ("links", ("related", "*"), "links"),
    ("links", ("prefilled", "*"), "fields"),
)
# Keys that a model shared by several files leaves optional, and one of these files needs.
NEEDED_KEYS = (
    ("pilot-lock", ("items", "*"), "test"),
    ("rfq", ("items", "*"), "if_missing"),
    ("readiness", ("items", "*"), "if_missing"),
    ("quote-review", ("rows", "*"), "label"),
)

FREEZE: tuple[Plain, ...] = get_args(Freeze)


def crosscheck(ids: Ids) -> Iterator[Problem]:
    """Every problem between the files that could be read."""
    yield from ids.duplicates
    yield from _references(ids)
    yield from _needed_keys(ids)
    yield from _own_ids(ids)
    yield from _cells(ids)
    yield from _stages(ids)
    yield from _levels(ids)
    yield from _freeze(ids)
    yield from _areas_of_standards(ids)
    yield from _unused_fields(ids)
    yield from _repeated_fields(ids)
    yield from meaning_problems(ids)
    yield from condition_problems(ids)
    yield from asked_if_problems(ids)
    yield from impossible_problems(ids)
    yield from verdict_problems(ids)
    yield from file_problems(ids)
    yield from request_problems(ids)
    yield from prefilled_problems(ids)
    yield from table_problems(ids)
    yield from calculator_problems(ids)


def _references(ids: Ids) -> Iterator[Problem]:
    for stem, pattern, target in REFERENCES:
        for source, path, word in ids.each(stem, *pattern):
            if error := ids.reference_error(target, word):
                yield source.problem(path, error)


def _needed_keys(ids: Ids) -> Iterator[Problem]:
    for stem, pattern, key in NEEDED_KEYS:
        for source, path, entry in ids.each(stem, *pattern):
            if isinstance(entry, dict) and key not in entry:
                yield source.problem(path, f"the key {quoted(key)} is missing")


def _own_ids(ids: Ids) -> Iterator[Problem]:
    for stem in (*CHECKLISTS, *MATRICES):
        for source, path, own in ids.each(stem, "id"):
            if own != stem:
                yield source.problem(path, f"the id in {stem}.yml is always {quoted(stem)}")


def _cells(ids: Ids) -> Iterator[Problem]:
    """A row of a matrix has one cell for each column."""
    for stem in MATRICES:
        columns = [word for _, _, word in ids.each(stem, "columns", "*", "id") if isinstance(word, str)]
        for source, path, cells in ids.each(stem, "rows", "*", "cells"):
            given = cells if isinstance(cells, dict) else dict.fromkeys(columns)
            for column in columns:
                if column not in given:
                    yield source.problem(path, f"the cell of the column {quoted(column)} is missing")
            for key in given:
                if is_id(key) and key not in columns:
                    message = f"no column has the id {quoted(key)}{suggestion(key, columns)}"
                    yield source.problem((*path, key), message, at_key=True)


def _levels(ids: Ids) -> Iterator[Problem]:
    """A column that a reader picks a level in has words for each stage."""
    for source, path, levels in ids.each("transition", "columns", "*", "levels"):
        given = levels if isinstance(levels, dict) else dict.fromkeys(ids.of("stages"))
        for stage in ids.of("stages"):
            if stage not in given:
                yield source.problem(path, f"the level of the stage {quoted(stage)} is missing")
        for stage in given:
            if error := ids.reference_error("stages", stage):
                yield source.problem((*path, stage), error, at_key=True)


def _freeze(ids: Ids) -> Iterator[Problem]:
    """A stage has a state for each lock item, and what was locked at one stage is locked at the next."""
    before: dict[str, Plain] = {}
    for source, path, freeze in ids.each("stages", "stages", "*", "freeze"):
        given = freeze if isinstance(freeze, dict) else dict.fromkeys(ids.of("pilot-lock"))
        for item in ids.of("pilot-lock"):
            if item not in given:
                yield source.problem(path, f"the state of the lock item {quoted(item)} is missing")
        for item, state in given.items():
            if error := ids.reference_error("pilot-lock", item):
                yield source.problem((*path, item), error, at_key=True)
            elif (was := before.get(item)) in FREEZE and state in FREEZE and FREEZE.index(state) < FREEZE.index(was):
                yield source.problem((*path, item), f"it is {quoted(str(was))} at the stage before, and stays so")
        before = given


def _stages(ids: Ids) -> Iterator[Problem]:
    """The rows of the transition matrix and the options of the request field are the stages, in order."""
    for source, path, rows in ids.each("transition", "rows"):
        yield from _in_order(ids, source, path, rows, "row")
    for source, path, field in ids.each("fields", "fields", "*"):
        if isinstance(field, dict) and field.get("means") == "request":
            yield from _in_order(ids, source, (*path, "options"), field.get("options"), "option")


def _in_order(ids: Ids, source: Source, path: KeyPath, entries: Plain, what: str) -> Iterator[Problem]:
    stages = ids.of("stages")
    if not isinstance(entries, tuple) or not stages:
        return
    found = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
    for stage in stages:
        if stage not in found:
            yield source.problem(path, f"the {what} of the stage {quoted(stage)} is missing")
    for index, word in enumerate(found):
        if error := ids.reference_error("stages", word):
            yield source.problem((*path, index, "id"), error)
    if sorted(map(str, found)) == sorted(stages) and found != stages:
        first = next(index for index, word in enumerate(found) if word != stages[index])
        message = f"out of order; the stages come in this order: {join_names(stages)}"
        yield source.problem((*path, first, "id"), message)


def _areas_of_standards(ids: Ids) -> Iterator[Problem]:
    """The area of a standard is one of its own file."""
    known = [word for _, _, word in ids.each("standards", "areas", "*", "id") if is_id(word)]
    for source, path, word in ids.each("standards", "standards", "*", "area"):
        if known and is_id(word) and word not in known:
            yield source.problem(path, f"no area has the id {quoted(word)}{suggestion(word, known)}")


def _unused_fields(ids: Ids) -> Iterator[Problem]:
    if not ids.files.keys() >= set(CHECKLISTS):
        return
    lists = [ids.each(stem, "items", "*", "fields", "*") for stem in CHECKLISTS]
    used = {word for _, _, word in chain(*lists) if isinstance(word, str)}
    for source, path, field in ids.each("fields", "fields", "*", "id"):
        if isinstance(field, str) and field not in used:
            message = f"no item uses the field {quoted(field)}; name it under the `fields` of an item"
            yield source.problem(path, message)


def _repeated_fields(ids: Ids) -> Iterator[Problem]:
    """A page shows a field once in each list, under the item that asks for it."""
    for stem in CHECKLISTS:
        first: dict[str, Plain] = {}
        for source, path, item in ids.each(stem, "items", "*"):
            fields = item.get("fields") if isinstance(item, dict) else None
            for index, word in enumerate(fields if isinstance(fields, tuple) else ()):
                if not isinstance(word, str):
                    continue
                if word in first:
                    message = f"the item {quoted(str(first[word]))} of this list has the field {quoted(word)} already"
                    yield source.problem((*path, "fields", index), message)
                first.setdefault(word, item.get("id") if isinstance(item, dict) else None)

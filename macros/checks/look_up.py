"""Checks the tables and notes of topic pages: a cell for each column, and what they take from a worked record."""

import re
from collections.abc import Iterator, Mapping

from macros.checks.ids import Ids
from macros.reading.problems import Problem, quoted, suggestion
from macros.reading.source import KeyPath, Source
from macros.reading.values import Plain

# `{alloy}`, `{critical-dims/cd-1/limits}`, or of a build `{builds/Rev A/alloy}`; other braces are text.
TAKEN = re.compile(r"\{(\w[\w /.-]*)\}")
# Where such texts stand, and what names the record that they take values from.
TEXTS = (
    ("tables", ("tables", "*"), ("rows", "*", "*")),
    ("notes", ("groups", "*"), ("notes", "*", "text")),
)


def table_problems(ids: Ids) -> Iterator[Problem]:
    """A row of a table that has more cells than columns, or fewer."""
    for source, path, table in ids.each("tables", "tables", "*"):
        columns, rows = (table.get(key) if isinstance(table, dict) else None for key in ("columns", "rows"))
        if isinstance(columns, tuple) and isinstance(rows, tuple):
            for index, row in enumerate(rows):
                if isinstance(row, tuple) and len(row) != len(columns):
                    message = f"cells of this row: {len(row)}; columns of the table: {len(columns)}"
                    yield source.problem((*path, "rows", index), message)


def taken_value_problems(ids: Ids, records: Mapping[str, Source | None]) -> Iterator[Problem]:
    """What is taken from a worked record that does not hold it, or from none; one that could not be read is None."""
    for stem, owners, texts in TEXTS:
        for source, path, owner in ids.each(stem, *owners):
            name = owner.get("example") if isinstance(owner, dict) else None
            if isinstance(name, str) and name not in records:
                message = f"no worked record has the name {quoted(name)}{suggestion(name, list(records))}"
                yield source.problem((*path, "example"), message)
                continue
            record = records[name] if isinstance(name, str) else None
            if isinstance(name, str) and record is None:
                continue
            for _, below, text in ids.each(stem, *owners, *texts):
                if below[: len(path)] == path and isinstance(text, str):
                    yield from _problems_of(ids, source, below, text, record.value if record else None)


def _problems_of(ids: Ids, source: Source, path: KeyPath, text: str, record: Plain) -> Iterator[Problem]:
    for way in TAKEN.findall(text):
        if not isinstance(record, dict):
            message = f"{quoted(f'{{{way}}}')} is taken from a worked record; name it under `example`"
        elif wrong := _dead_end(ids, record, way):
            message = wrong
        else:
            continue
        yield source.problem(path, message)


def _dead_end(ids: Ids, record: dict[str, Plain], way: str) -> str | None:
    """Where the way to a value ends before it, and what there is instead; None when there is a value."""
    here: Plain = record.get("values")
    steps = way.split("/")
    if steps[0] == "builds":
        if len(steps) < 3:
            return f"a value of a build is named {quoted('builds/name/field')}, and {quoted(way)} names none"
        here, steps = record.get("builds"), [steps[1], "values", *steps[2:]]
    for step in steps:
        below = _below(here)
        if step not in below:
            renamed = ids.reference_error("fields", step) if ids.is_gone("fields", step) else None
            return renamed or f"the worked record has no {quoted(step)} here{suggestion(step, list(below))}"
        here = below[step]
    return None


def _below(value: Plain) -> dict[str, Plain]:
    """What the next step of a way may name: a field, the id of a row, one of its columns, or the name of a build."""
    if isinstance(value, dict):
        # The id of a row is none of its columns.
        return {key: each for key, each in value.items() if key != "id"}
    entries = [each for each in value if isinstance(each, dict)] if isinstance(value, tuple) else []
    return {str(each.get("id", each.get("name"))): each for each in entries}

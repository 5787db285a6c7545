"""Checks the worked records against the data files: known fields, values of their kind, known items."""

from collections.abc import Iterator
from datetime import date

from macros.checks.ids import Ids, each
from macros.models.files import CHECKLISTS
from macros.reading.problems import Problem, quoted, suggestion
from macros.reading.source import KeyPath, Source
from macros.reading.values import Plain

# A record and its builds hold the same kinds of things.
PARTS = ((), ("builds", "*"))
KINDS = {
    "text": "a text",
    "long-text": "a text",
    "integer": "a whole number",
    "number": "a number",
    "date": "a date such as `2026-03-09`",
    "choice": "the id of an option",
    "many": "a list of ids of options",
    "rows": "a list of rows",
}


def example_problems(ids: Ids, source: Source) -> Iterator[Problem]:
    """What a record of the right form says that the guide does not know."""
    for part in PARTS:
        for path, stage in each(source.value, *part, "stage"):
            if stage and (error := ids.reference_error("stages", stage)):
                yield source.problem(path, error)
        for path, _ in each(source.value, *part, "answers", "*"):
            if error := _item_error(ids, str(path[-1])):
                yield source.problem(path, error, at_key=True)
        for path, value in each(source.value, *part, "values", "*"):
            field = str(path[-1])
            if error := ids.reference_error("fields", field):
                yield source.problem(path, error, at_key=True)
            for at, message in _misfits(ids, f"fields/{field}", ids.entries.get(("fields", field)), path, value):
                yield source.problem(at, message)
        for path, _ in each(source.value, *part, "na", "*"):
            field = str(path[-1])
            if error := ids.reference_error("fields", field) or _never_na(ids, field):
                yield source.problem(path, error, at_key=True)
    yield from _levels(ids, source)


def _never_na(ids: Ids, field: str) -> str | None:
    allowed = ids.entries.get(("fields", field), {"na": "allowed"}).get("na")
    return None if allowed == "allowed" else f"the field {quoted(field)} is never not applicable"


def _item_error(ids: Ids, item: str) -> str | None:
    checklist, _, item_id = item.partition("/")
    if checklist not in CHECKLISTS:
        return f"no checklist has the id {quoted(checklist)}{suggestion(checklist, CHECKLISTS)}"
    return ids.reference_error(checklist, item_id)


def _levels(ids: Ids, source: Source) -> Iterator[Problem]:
    for path, stage in each(source.value, "levels", "*"):
        if error := ids.reference_error("transition", path[-1]):
            yield source.problem(path, error, at_key=True)
        if error := ids.reference_error("stages", stage):
            yield source.problem(path, error)


def _misfits(
    ids: Ids, parts: str, definition: dict[str, Plain] | None, path: KeyPath, value: Plain
) -> Iterator[tuple[KeyPath, str]]:
    kind = definition.get("kind", "text") if definition else None
    if not isinstance(kind, str) or kind not in KINDS:
        return
    if not _fits(kind, value):
        yield path, f"expected {KINDS[kind]} here"
    elif kind in ("choice", "many"):
        for option in value if isinstance(value, tuple) else (value,):
            if str(option) not in ids.of(parts):
                yield path, f"no option has the id {quoted(option)}{suggestion(str(option), ids.of(parts))}"
    elif kind == "rows":
        for at, row in each(value, "*"):
            for column, cell in row.items() if isinstance(row, dict) else ():
                here = (*path, *at, column)
                if column != "id" and column not in ids.of(parts):
                    yield here, f"no column has the id {quoted(column)}{suggestion(column, ids.of(parts))}"
                elif column != "id":
                    yield from _misfits(ids, f"{parts}/{column}", ids.entries[parts, column], here, cell)


def _fits(kind: str, value: Plain) -> bool:
    if kind in ("integer", "number"):
        return type(value) is int or (kind == "number" and type(value) is float)
    if kind in ("many", "rows"):
        entry = dict if kind == "rows" else str
        return isinstance(value, tuple) and all(isinstance(one, entry) for one in value)
    return isinstance(value, str) and (kind != "date" or _is_date(value))


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

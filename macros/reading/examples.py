"""Checks the worked records against the data files: known fields, values of their kind, known items."""

from collections.abc import Iterator
from datetime import date

from macros.reading.layout import CHECKLISTS
from macros.reading.names import Names, each
from macros.reading.plain import Plain
from macros.reading.problems import Problem, hint, shown
from macros.reading.source import Place, Source

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


def example_problems(names: Names, source: Source) -> Iterator[Problem]:
    """What a record of the right form says that the guide does not know."""
    for part in PARTS:
        for place, stage in each(source.value, *part, "stage"):
            if stage and (refusal := names.refusal("stages", stage)):
                yield source.problem(place, refusal)
        for place, answers in each(source.value, *part, "answers"):
            for item in _keys(answers):
                if refusal := _item_refusal(names, item):
                    yield source.problem((*place, item), refusal, at_key=True)
        for place, values in each(source.value, *part, "values"):
            for field in _keys(values):
                if refusal := names.refusal("fields", field):
                    yield source.problem((*place, field), refusal, at_key=True)
        for place, message in _wrong_values(names, source.value, part):
            yield source.problem(place, message)
    yield from _levels(names, source)


def _keys(group: Plain) -> list[str]:
    return list(group) if isinstance(group, dict) else []


def _item_refusal(names: Names, item: str) -> str | None:
    checklist, _, item_id = item.partition("/")
    if checklist not in CHECKLISTS:
        return f"no checklist has the id {shown(checklist)}{hint(checklist, CHECKLISTS)}"
    return names.refusal(checklist, item_id)


def _levels(names: Names, source: Source) -> Iterator[Problem]:
    for place, levels in each(source.value, "levels"):
        for column, stage in levels.items() if isinstance(levels, dict) else ():
            if refusal := names.refusal("transition", column):
                yield source.problem((*place, column), refusal, at_key=True)
            if refusal := names.refusal("stages", stage):
                yield source.problem((*place, column), refusal)


def _wrong_values(names: Names, record: Plain, part: tuple[str, ...]) -> Iterator[tuple[Place, str]]:
    """Values, and cells of rows, that do not fit the kind of their field or column."""
    for place, values in each(record, *part, "values"):
        for field, value in values.items() if isinstance(values, dict) else ():
            yield from _misfits(names, f"fields/{field}", names.entries.get(("fields", field)), (*place, field), value)


def _misfits(
    names: Names, parts: str, definition: dict[str, Plain] | None, place: Place, value: Plain
) -> Iterator[tuple[Place, str]]:
    kind = definition.get("kind", "text") if definition else None
    if kind not in KINDS:
        return
    if not _fits(str(kind), value):
        yield place, f"expected {KINDS[str(kind)]} here"
    elif kind in ("choice", "many"):
        for option in value if isinstance(value, tuple) else (value,):
            if str(option) not in names.ids(parts):
                yield place, f"no option has the id {shown(option)}{hint(str(option), names.ids(parts))}"
    elif kind == "rows":
        for at, row in each(value, "*"):
            for column, cell in row.items() if isinstance(row, dict) else ():
                here = (*place, *at, column)
                if column != "id" and column not in names.ids(parts):
                    yield here, f"no column has the id {shown(column)}{hint(column, names.ids(parts))}"
                elif column != "id":
                    yield from _misfits(names, "", names.entries[parts, column], here, cell)


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

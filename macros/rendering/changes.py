"""What changed between two builds, by the rule that the client goes by; `tests/golden` has the cases of both."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.guide.guide import Guide
from macros.models import Checklist, Field, Item, Status
from macros.models.record import Answer, Build, RfqRecord, Row, Value
from macros.rendering.format_value import format_cell, format_row, format_value

State = Build | RfqRecord


class ValueChange(NamedTuple):
    """One detail that differs, from and to in words; what was or is not given is an empty text."""

    label: str
    before: str
    after: str


class Given(NamedTuple):
    """A field that was blank, or a row of it in which cells were, and the words for it."""

    field: str
    label: str


class Turn(NamedTuple):
    """An item that was settled, or that is open again."""

    checklist: Checklist
    item: Item


class Changes(NamedTuple):
    """Everything that differs; a regression was settled before and is open now, and what is given was blank before."""

    regressions: tuple[Turn, ...]
    settled: tuple[Turn, ...]
    values: tuple[ValueChange, ...]
    given: tuple[Given, ...]


def changes_between(guide: Guide, before: State, after: State) -> Changes:
    """Compare two states of one part."""
    regressions: list[Turn] = []
    settled: list[Turn] = []
    for checklist in guide.checklists:
        for item in checklist.items:
            was, now = (counts_as(item, _answer(state, checklist, item)) != "open" for state in (before, after))
            if was != now:
                (settled if now else regressions).append(Turn(checklist, item))
    found = [
        each
        for field in guide.fields
        if field.compared == "always"
        for each in _changes_of_field(guide, field, before, after)
    ]
    return Changes(
        regressions=tuple(regressions),
        settled=tuple(settled),
        values=tuple(each for each in found if isinstance(each, ValueChange)),
        given=tuple(each for each in found if isinstance(each, Given)),
    )


def counts_as(item: Item, answer: Answer) -> Status:
    """What an answer counts as: "not applicable" counts only where it is allowed and has a reason."""
    if answer.status != "na" or (item.na == "allowed" and answer.note.strip()):
        return answer.status
    return "open"


def _answer(state: State, checklist: Checklist, item: Item) -> Answer:
    return state.answers.get(f"{checklist.id}/{item.id}", Answer(status="open"))


def _changes_of_field(guide: Guide, field: Field, before: State, after: State) -> Iterator[ValueChange | Given]:
    was, now = (_in_words(guide, field, state) for state in (before, after))
    if not was:
        if now:
            yield Given(field.id, field.label)
    elif field.kind == "rows" and (rows := (_rows(before, field), _rows(after, field))) != ({}, {}):
        yield from _changes_of_rows(field, *rows)
    elif was != now:
        yield ValueChange(field.label, was, now)


def _in_words(guide: Guide, field: Field, state: State) -> str:
    if field.means == "request":
        return guide.stage(state.stage).label if state.stage else ""
    value: Value | None = state.values.get(field.id)
    words = "" if value is None else format_value(field, value)
    reason = state.na.get(field.id, "").strip()
    return words or (f"not applicable: {reason}" if reason else "")


def _rows(state: State, field: Field) -> dict[str, Row]:
    rows = state.values.get(field.id, ())
    return {row.id: row for row in rows if isinstance(row, Row)} if isinstance(rows, tuple) else {}


def _changes_of_rows(field: Field, before: dict[str, Row], after: dict[str, Row]) -> Iterator[ValueChange | Given]:
    """Rows are the same row when their ids are: told cell by cell where it stayed, whole where it came or went."""
    for id in dict.fromkeys((*after, *before)):
        was, now = before.get(id), after.get(id)
        name = f"{field.label}: {(now or was).cells.get(field.columns[0].id, id)}"  # type: ignore[union-attr]
        if was is None or now is None:
            old, new = (format_row(field.columns, row) if row else "" for row in (was, now))
            yield ValueChange(name, old, new)
            continue
        cells = [(column.label, format_cell(column, was), format_cell(column, now)) for column in field.columns]
        filled = [label for label, old, new in cells if new and not old]
        if filled:
            yield Given(field.id, f"{name} ({', '.join(filled)})")
        yield from (ValueChange(f"{name}, {label}", old, new) for label, old, new in cells if old and old != new)

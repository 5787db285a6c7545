"""What changed between two builds, by the rule that the client goes by; a test holds the two together."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.guide import Guide
from macros.models import Checklist, Field, Item
from macros.record import Answer, Build, Record, Row, Value
from macros.words import cell_in_words, in_words, row_in_words

State = Build | Record


class ValueChange(NamedTuple):
    """One detail that differs, from and to in words; what was or is not given is an empty text."""

    label: str
    before: str
    after: str


class Turn(NamedTuple):
    """An item that was settled, or that is open again."""

    checklist: Checklist
    item: Item


class Changes(NamedTuple):
    """Everything that differs; a regression is an item that was settled before and is open now."""

    regressions: tuple[Turn, ...]
    settled: tuple[Turn, ...]
    values: tuple[ValueChange, ...]


def changes_between(guide: Guide, before: State, after: State) -> Changes:
    """Compare two states of one part."""
    regressions: list[Turn] = []
    settled: list[Turn] = []
    for checklist in guide.checklists:
        for item in checklist.items:
            was, now = (_is_settled(checklist, item, state) for state in (before, after))
            if was != now:
                (settled if now else regressions).append(Turn(checklist, item))
    return Changes(
        regressions=tuple(regressions),
        settled=tuple(settled),
        values=tuple(
            change
            for field in guide.fields
            if field.compared == "always"
            for change in _changes_of_field(guide, field, before, after)
        ),
    )


def _is_settled(checklist: Checklist, item: Item, state: State) -> bool:
    answer = state.answers.get(f"{checklist.id}/{item.id}", Answer(status="open"))
    return answer.status == "done" or (answer.status == "na" and item.na == "allowed" and bool(answer.note.strip()))


def _changes_of_field(guide: Guide, field: Field, before: State, after: State) -> Iterator[ValueChange]:
    if field.kind == "rows":
        yield from _changes_of_rows(field, _rows(before, field), _rows(after, field))
        return
    was, now = (_in_words(guide, field, state) for state in (before, after))
    if was != now:
        yield ValueChange(field.label, was, now)


def _in_words(guide: Guide, field: Field, state: State) -> str:
    if field.id == "stage":
        return guide.stage(state.stage).label if state.stage else ""
    value: Value | None = state.values.get(field.id)
    return "" if value is None else in_words(field, value)


def _rows(state: State, field: Field) -> dict[str, Row]:
    rows = state.values.get(field.id, ())
    return {row.id: row for row in rows if isinstance(row, Row)} if isinstance(rows, tuple) else {}


def _changes_of_rows(field: Field, before: dict[str, Row], after: dict[str, Row]) -> Iterator[ValueChange]:
    """Rows are the same row when their ids are: told cell by cell where it stayed, whole where it came or went."""
    for id in dict.fromkeys((*after, *before)):
        was, now = before.get(id), after.get(id)
        name = f"{field.label}: {((now or was).model_extra or {}).get(field.columns[0].id, id)}"  # type: ignore[union-attr]
        if was and now:
            for column in field.columns:
                old, new = cell_in_words(column, was), cell_in_words(column, now)
                if old != new:
                    yield ValueChange(f"{name}, {column.label}", old, new)
        else:
            old, new = (row_in_words(field.columns, row) if row else "" for row in (was, now))
            yield ValueChange(name, old, new)

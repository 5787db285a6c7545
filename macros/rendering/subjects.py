"""What a component is about: a function of a macro's name takes what the page says and finds it in the guide."""

from collections.abc import Callable
from itertools import groupby, pairwise
from typing import Literal

from macros.guide.guide import Guide, UnknownId
from macros.models.record import Row
from macros.reading.problems import quoted, suggestion
from macros.rendering.calculators import Values, clean_sample, coating_size, fastener_position
from macros.rendering.changes import State, changes_between
from macros.rendering.figures import bore_coating, lock_builds, one_revision, sample_odds, traceability_chain
from macros.rendering.format_value import format_cell
from macros.rendering.notices import notices as all_notices
from macros.rendering.worked_values import values_of, with_values

SUBJECTS: dict[str, Callable[..., Values]] = {}


def _subject(find: Callable[..., Values]) -> Callable[..., Values]:
    SUBJECTS[find.__name__] = find
    return find


@_subject
def stage_path(guide: Guide, current: str | None = None) -> Values:
    """The stage to mark, if any."""
    return {"current": current and guide.stage(current).id}


@_subject
def stage(guide: Guide, stage: str) -> Values:
    """A stage, and the ones before and after it."""
    stages = guide.stages
    index = stages.index(guide.stage(stage))
    return {
        "stage": stages[index],
        "before": stages[index - 1] if index else None,
        "after": stages[index + 1] if index + 1 < len(stages) else None,
    }


@_subject
def matrix(guide: Guide, matrix: str) -> Values:
    """A matrix."""
    return {"matrix": guide.matrix(matrix)}


@_subject
def assess(guide: Guide, *gates: str) -> Values:
    """The fields that decide, beside the request, which details apply."""
    return {"gates": [guide.field(gate) for gate in gates], "request": guide.field(guide.meaning("request"))}


@_subject
def hand_over(guide: Guide, *gates: str) -> Values:
    """The fields to settle before any file leaves the buyer."""
    return {"gates": [guide.field(gate) for gate in gates]}


@_subject
def part_sheet(guide: Guide, step: str, example: str) -> Values:
    """The step whose page it is, the short title block, and the worked record that can be loaded."""
    guide.example(example)
    steps = {each.id: each for each in guide.about.steps}
    if step not in steps:
        raise UnknownId(f"no step has the id {quoted(step)}{suggestion(step, list(steps))}")
    cells = [cell for row in guide.title_block.rows for cell in row.cells if cell.on_steps == "always"]
    return {
        "step": steps[step],
        "cells": [(cell, cell.label or guide.field(cell.fields[0]).label) for cell in cells],
        "name": example,
    }


@_subject
def checklist(guide: Guide, checklist: str, shows: Literal["items", "answers"] = "items") -> Values:
    """
    A checklist, and for each field the one list where search finds it: the RFQ's if it asks, else the first.

    One that shows `answers` has a row for each detail, to be checked, with what is missing first.
    """
    return {"checklist": guide.checklist(checklist), "search_target": guide.list_of, "answers": shows == "answers"}


@_subject
def prefilled_link(guide: Guide) -> Values:
    """The fields that a link may fill in, by what `links.yml` names."""
    return {"fields": [guide.field(each) for each in guide.links.prefilled]}


@_subject
def notices(_guide: Guide) -> Values:
    """Whose work a published site holds."""
    return {"notices": all_notices()}


@_subject
def load_example(guide: Guide, name: str) -> Values:
    """The name of a worked record that there is."""
    guide.example(name)
    return {"name": name}


@_subject
def glossary(guide: Guide) -> Values:
    """The terms under their first letters."""
    terms = sorted(guide.glossary.terms, key=lambda term: term.term.lower())
    return {"letters": [(letter, list(group)) for letter, group in groupby(terms, lambda term: term.term[0].upper())]}


@_subject
def link(guide: Guide, link: str) -> Values:
    """A destination."""
    return {"link": guide.link(link)}


@_subject
def example(guide: Guide, name: str) -> Values:
    """The values of a worked record, each under the first item that asks for it."""
    record = guide.example(name)
    values = values_of(record)
    if record.stage:
        values[guide.meaning("request")] = record.stage
    shown: set[str] = set()
    parts = []
    for item in (*guide.checklist("rfq").items, *guide.checklist("readiness").items):
        fields = [guide.field(each) for each in item.fields if each in values and each not in shown]
        shown.update(field.id for field in fields)
        if fields:
            parts.append((item, fields))
    return {"values": values, "parts": parts}


@_subject
def worked_part(guide: Guide, name: str, dimensions: str) -> Values:
    """The rows of a worked record's field with the critical dimensions, by their ids, the field and the part's name."""
    values = values_of(guide.example(name))
    number, revision = (values[guide.meaning(means)] for means in ("part-number", "revision"))
    field = guide.field(dimensions).id
    dims = {row["id"]: {"datums": "", **row} for row in values[field]}
    return {"dims": dims, "field": field, "label": f"{number}, revision {revision}"}


@_subject
def home(guide: Guide, name: str, dimensions: str, *fields: str) -> Values:
    """The worked part, and what of its record stands in the title block: fields, as far as they have a value."""
    record = guide.example(name)
    values: dict[str, object] = {**values_of(record), guide.meaning("request"): record.stage}
    locks = guide.checklist(guide.meaning("verdict"))
    locked = sum(record.answers[ref].status == "done" for ref in record.answers if ref.startswith(f"{locks.id}/"))
    return {
        **worked_part(guide, name, dimensions),
        "cells": [(field, values[field.id]) for field in map(guide.field, fields) if values.get(field.id)],
        "locked": f"{locked} of {len(locks.items)}",
    }


@_subject
def example_locks(guide: Guide, *names: str) -> Values:
    """Worked records to set side by side."""
    return {"records": [guide.example(name) for name in names]}


@_subject
def example_changes(guide: Guide, name: str) -> Values:
    """What changed from build to build of a worked record, and from the last build to the record."""
    record = guide.example(name)
    states: tuple[State, ...] = (*record.builds, record)
    return {"steps": [(before, after, changes_between(guide, before, after)) for before, after in pairwise(states)]}


@_subject
def example_rows(guide: Guide, name: str, field: str, caption: str, *columns: str) -> Values:
    """Some columns of the rows that a worked record holds of a field, in words."""
    shown = guide.field(field)
    known = {column.id: column for column in shown.columns}
    for each in columns:
        if each not in known:
            raise UnknownId(f"no column of {field} has the id {quoted(each)}{suggestion(each, list(known))}")
    rows = guide.example(name).values.get(shown.id, ())
    cells = [[format_cell(known[each], row) for each in columns] for row in rows if isinstance(row, Row)]  # type: ignore[union-attr]
    return {"caption": caption, "columns": [known[each] for each in columns], "rows": cells}


@_subject
def table(guide: Guide, table: str) -> Values:
    """A table to look something up in, with the values that it takes from a worked record."""
    found = guide.table(table)
    return {"table": found, "rows": [[_taken(guide, found.example, cell) for cell in row] for row in found.rows]}


@_subject
def notes(guide: Guide, group: str) -> Values:
    """The notes of a subject, each with its text as it is copied."""
    found = guide.note_group(group)
    texts = [_taken(guide, found.example, note.text) for note in found.notes]
    return {"group": found, "notes": list(zip(found.notes, texts, strict=True))}


def _taken(guide: Guide, name: str | None, text: str) -> str:
    return with_values(guide, guide.example(name), text) if name else text


_FIGURES: tuple[Callable[..., Values], ...] = (bore_coating, sample_odds, lock_builds, traceability_chain, one_revision)
for _find in (*_FIGURES, coating_size, clean_sample, fastener_position):
    _subject(_find)

"""The guide: all validated content of the data files, found by id."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from macros import models
from macros.checks.tombstones import EntryId, follow
from macros.models.record import RfqRecord
from macros.reading.problems import quoted, suggestion

T = TypeVar("T")


class UnknownId(LookupError):
    """Something asked the guide for an id that it does not have; the text names the nearest one."""


class Guide(models.Model):
    """All content of the data files; a lookup raises UnknownId for an id that neither is there nor was."""

    about: models.About
    stages: tuple[models.Stage, ...]
    transition: models.Matrix
    quote_review: models.Matrix
    checklists: tuple[models.Checklist, ...]
    fields: tuple[models.Field, ...]
    conditions: tuple[models.NamedCondition, ...]
    routing: models.Routing
    faq: models.Faq
    glossary: models.Glossary
    standards: models.Standards
    links: models.Links
    tables: tuple[models.Table, ...]
    notes: tuple[models.NoteGroup, ...]
    verdicts: models.Verdicts
    preflight: models.Preflight
    title_block: models.TitleBlock
    request: models.RequestChapters
    figures: models.Figures
    calculators: models.Calculators
    examples: dict[str, RfqRecord]
    tombstones: tuple[models.Tombstone, ...]

    def stage(self, stage_id: str) -> models.Stage:
        """A stage by its id."""
        return self._listed("stage", "stages", stage_id, self._stages)

    def matrix(self, matrix_id: str) -> models.Matrix:
        """A matrix by its id."""
        return _found("matrix", matrix_id, _by_id((self.transition, self.quote_review)))

    def checklist(self, checklist_id: str) -> models.Checklist:
        """A checklist by its id."""
        return _found("checklist", checklist_id, _by_id(self.checklists))

    def item(self, ref: str) -> models.Item:
        """An item by its name across files, `checklist/item`."""
        return _found("item", ref, self._items)

    def field(self, field_id: str) -> models.Field:
        """A field by its id."""
        return self._listed("field", "fields", field_id, self._fields)

    def list_of(self, field_id: str) -> str:
        """The checklist where search and links find a field: the RFQ's if it asks for it, else the first that does."""
        order = sorted(self.checklists, key=lambda each: each.id != "rfq")
        return next(each.id for each in order if any(field_id in item.fields for item in each.items))

    def meaning(self, meaning: models.Meaning) -> str:
        """The id of what has a meaning; an item is named `checklist/item`."""
        return self.meanings[meaning]

    def link(self, link_id: str) -> models.Link:
        """A destination by its id."""
        return self._listed("link", "links", link_id, self._links)

    def table(self, table_id: str) -> models.Table:
        """A table to look something up in, by its id."""
        return _found("table", table_id, _by_id(self.tables))

    def note_group(self, group_id: str) -> models.NoteGroup:
        """The notes of a subject, by its id."""
        return _found("group of notes", group_id, _by_id(self.notes))

    def outcome(self, outcome_id: str) -> models.Outcome:
        """An outcome of a verdict by its id."""
        return _found("outcome", outcome_id, _by_id(self.verdicts.outcomes))

    def example(self, name: str) -> RfqRecord:
        """A worked record by the name of its file, without the ending."""
        return _found("example", name, self.examples)

    def resolve(self, list_name: str, entry_id: str) -> EntryId | None:
        """The list and the id that an id leads to today: itself if it never moved, None if it is retired."""
        return follow(self._gone, (list_name, entry_id))[-1]

    def old_ids(self, list_name: str, entry_id: str) -> tuple[str, ...]:
        """The ids of the same list that are gone and lead to this entry today."""
        return self._old_ids.get((list_name, entry_id), ())

    def _listed(self, what: str, list_name: str, wanted: str, entries: Mapping[str, T]) -> T:
        """An entry of a list: pages and templates may know it by the id that it had before."""
        now = self.resolve(list_name, wanted)
        if now is None:
            raise UnknownId(f"the {what} {quoted(wanted)} is retired in {list_name}.yml")
        return _found(what, now[1] if now[0] == list_name else wanted, entries)

    @cached_property
    def meanings(self) -> Mapping[models.Meaning, str]:
        """The id of each meaning: a field, an item as `checklist/item`, or a checklist."""
        found = [
            *((field.means, field.id) for field in self.fields),
            *((item.means, ref) for ref, item in self._items.items()),
            *((checklist.decides, checklist.id) for checklist in self.checklists),
        ]
        return {meaning: entry_id for meaning, entry_id in found if meaning}

    @cached_property
    def _stages(self) -> Mapping[str, models.Stage]:
        return _by_id(self.stages)

    @cached_property
    def _items(self) -> Mapping[str, models.Item]:
        return {f"{checklist.id}/{item.id}": item for checklist in self.checklists for item in checklist.items}

    @cached_property
    def _fields(self) -> Mapping[str, models.Field]:
        return _by_id(self.fields)

    @cached_property
    def _links(self) -> Mapping[str, models.Link]:
        return _by_id(self.links.links)

    @cached_property
    def _gone(self) -> Mapping[EntryId, models.Tombstone]:
        return {(tombstone.list, tombstone.id): tombstone for tombstone in self.tombstones}

    @cached_property
    def _old_ids(self) -> Mapping[EntryId, tuple[str, ...]]:
        old_ids: dict[EntryId, tuple[str, ...]] = {}
        for list_name, old_id in self._gone:
            new = self.resolve(list_name, old_id)
            if new is not None and new[0] == list_name:
                old_ids[new] = (*old_ids.get(new, ()), old_id)
        return old_ids


def _by_id(entries: Iterable[T]) -> dict[str, T]:
    return {entry.id: entry for entry in entries}  # type: ignore[attr-defined]


def _found(what: str, wanted: str, entries: Mapping[str, T]) -> T:
    if wanted not in entries:
        raise UnknownId(f"no {what} has the id {quoted(wanted)}{suggestion(wanted, list(entries))}")
    return entries[wanted]

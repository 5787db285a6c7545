"""The guide: all validated content of the data files, found by id."""

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from macros import models
from macros.reading.layout import CHECKLISTS
from macros.reading.loading import read_folder
from macros.reading.problems import GuideError, Problem, hint, shown
from macros.reading.source import MAX_BYTES
from macros.reading.tombstones import Name, follow
from macros.record import Record

__all__ = ["MAX_BYTES", "Guide", "GuideError", "Problem", "UnknownId", "load", "write", "write_text"]

T = TypeVar("T")


class UnknownId(LookupError):
    """Something asked the guide for an id that it does not have; the text names the nearest one."""


class Guide(models.Model):
    """All content of the data files; a lookup raises UnknownId for an id that is not there."""

    about: models.About
    stages: tuple[models.Stage, ...]
    transition: models.Matrix
    quote_review: models.Matrix
    checklists: tuple[models.Checklist, ...]
    fields: tuple[models.Field, ...]
    routing: models.Routing
    faq: models.Faq
    glossary: models.Glossary
    standards: models.Standards
    links: models.Links
    verdicts: models.Verdicts
    preflight: models.Preflight
    examples: dict[str, Record]
    tombstones: tuple[models.Tombstone, ...]

    def stage(self, stage_id: str) -> models.Stage:
        """A stage by its id."""
        return _found("stage", stage_id, self._stages)

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
        return _found("field", field_id, self._fields)

    def link(self, link_id: str) -> models.Link:
        """A destination by its id."""
        return _found("link", link_id, self._links)

    def outcome(self, outcome_id: str) -> models.Outcome:
        """An outcome of a verdict by its id."""
        return _found("outcome", outcome_id, _by_id(self.verdicts.outcomes))

    def example(self, name: str) -> Record:
        """A worked record by the name of its file, without the ending."""
        return _found("example", name, self.examples)

    def resolve(self, list_name: str, entry_id: str) -> Name | None:
        """The list and the id that an id leads to today: itself if it never moved, None if it is retired."""
        return follow(self._gone, (list_name, entry_id))[-1]

    def former(self, list_name: str, entry_id: str) -> tuple[str, ...]:
        """The ids of the same list that are gone and lead to this entry today."""
        return self._former.get((list_name, entry_id), ())

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
    def _gone(self) -> Mapping[Name, models.Tombstone]:
        return {(tombstone.list, tombstone.id): tombstone for tombstone in self.tombstones}

    @cached_property
    def _former(self) -> Mapping[Name, tuple[str, ...]]:
        former: dict[Name, tuple[str, ...]] = {}
        for list_name, old_id in self._gone:
            new = self.resolve(list_name, old_id)
            if new is not None and new[0] == list_name:
                former[new] = (*former.get(new, ()), old_id)
        return former


def _by_id(entries: Iterable[T]) -> dict[str, T]:
    return {entry.id: entry for entry in entries}  # type: ignore[attr-defined]


def _found(what: str, wanted: str, entries: Mapping[str, T]) -> T:
    if wanted not in entries:
        raise UnknownId(f"no {what} has the id {shown(wanted)}{hint(wanted, list(entries))}")
    return entries[wanted]


_Stamp = tuple[tuple[str, int, int], ...]
_latest: dict[tuple[Path, int], tuple[_Stamp, Guide]] = {}


def load(folder: Path, *, max_bytes: int = MAX_BYTES) -> Guide:
    """The guide in a folder, read again only when a file has changed; raises GuideError with every problem."""
    key, stamp = (folder.absolute(), max_bytes), _stamp(folder)
    known = _latest.get(key)
    if known is None or known[0] != stamp:
        guide = _assembled(folder, max_bytes)
        _latest.clear()
        _latest[key] = known = (stamp, guide)
    return known[1]


def write(guide: Guide, path: Path) -> None:
    """Write the whole guide as JSON."""
    write_text(guide.model_dump_json(indent=2) + "\n", path)


def write_text(text: str, path: Path) -> None:
    """Write a file; one that says the same is left alone, since a host may build on each write."""
    if not path.is_file() or path.read_bytes() != text.encode():
        path.write_text(text, encoding="utf-8", newline="\n")


def _stamp(folder: Path) -> _Stamp:
    """Name, time and size of every file; a file that vanishes meanwhile is reported when it is read."""
    entries = []
    for place in (folder, folder / "examples"):
        if place.is_dir():
            with os.scandir(place) as found:
                entries += [(entry.path, entry.stat()) for entry in found if entry.is_file()]
    return tuple(sorted((path, state.st_mtime_ns, state.st_size) for path, state in entries))


def _assembled(folder: Path, max_bytes: int) -> Guide:
    contents = read_folder(folder, max_bytes)
    parts: dict[str, Any] = contents.parts
    return Guide(
        about=parts["guide"],
        stages=parts["stages"].stages,
        transition=parts["transition"],
        quote_review=parts["quote-review"],
        checklists=tuple(parts[stem] for stem in CHECKLISTS),
        fields=parts["fields"].fields,
        routing=parts["routing"],
        faq=parts["faq"],
        glossary=parts["glossary"],
        standards=parts["standards"],
        links=parts["links"],
        verdicts=parts["verdicts"],
        preflight=parts["preflight"],
        examples=contents.examples,
        tombstones=contents.tombstones,
    )

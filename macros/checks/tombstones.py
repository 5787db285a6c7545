"""Ids that are gone: takes their tombstones out of the data, and follows where they lead."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import TypeAlias

import yaml

from macros.models import Tombstone
from macros.reading.problems import Problem, quoted
from macros.reading.source import Source
from macros.reading.values import Plain

# A list of the guide and an id in it: the list is a file's stem, or `stem/id` for a list inside an entry.
EntryId: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class TombstoneEntry:
    """A tombstone as it stands in its file."""

    list: str
    source: Source


def take_out(source: Source, stem: str) -> list[TombstoneEntry]:
    """The tombstones of a file, which its values and nodes then hold no longer."""
    return list(_take(source.file, source.value, source.node, stem))


def _take(file: str, value: Plain, node: yaml.Node, list_name: str) -> Iterator[TombstoneEntry]:
    if isinstance(value, dict):
        for key_node, child_node in node.value:
            key, child = key_node.value, value[key_node.value]
            if isinstance(child, tuple):
                dead = [_is_tombstone(entry) for entry in child]
                if any(dead):
                    yield from (
                        TombstoneEntry(list_name, Source(file, *pair))
                        for pair in compress(zip(child, child_node.value, strict=True), dead)
                    )
                    alive = [not each for each in dead]
                    child_node.value = list(compress(child_node.value, alive))
                    value[key] = child = tuple(compress(child, alive))
                for entry, entry_node in zip(child, child_node.value, strict=True):
                    if isinstance(entry, dict):
                        yield from _take(file, entry, entry_node, f"{list_name}/{entry.get('id')}")


def _is_tombstone(entry: Plain) -> bool:
    return isinstance(entry, dict) and ("moved_to" in entry or "retired" in entry)


def destination(tombstone: Tombstone) -> EntryId | None:
    """The id a tombstone points to, or None when the id is retired."""
    if tombstone.moved_to is None:
        return None
    list_name, _, new_id = tombstone.moved_to.rpartition("/")
    return list_name or tombstone.list, new_id


def follow(gone: Mapping[EntryId, Tombstone], entry_id: EntryId) -> list[EntryId | None]:
    """The way of an id through its moves: ends with an id not gone, None if retired, or the first repeated."""
    way: list[EntryId | None] = [entry_id]
    passed: set[EntryId] = set()
    while (last := way[-1]) is not None and last in gone and last not in passed:
        passed.add(last)
        way.append(destination(gone[last]))
    return way


def check(
    entries: Iterable[tuple[TombstoneEntry, Tombstone]], live: Container[EntryId], unread: Container[str]
) -> Iterator[Problem]:
    """Problems of tombstones: an id that is live or gone twice, and a move that leads nowhere."""
    gone: dict[EntryId, Tombstone] = {}
    pairs = list(entries)
    for entry, tombstone in pairs:
        entry_id = (tombstone.list, tombstone.id)
        if entry_id in live:
            yield entry.source.problem(("id",), f"{quoted(tombstone.id)} is gone here, but an entry has this id still")
        elif entry_id in gone:
            yield entry.source.problem(("id",), f"{quoted(tombstone.id)} is said to be gone twice")
        else:
            gone[entry_id] = tombstone
    for entry, tombstone in pairs:
        if tombstone.moved_to is None:
            continue
        way = follow(gone, (tombstone.list, tombstone.id))
        end = way[-1]
        if end is None:
            message = f"{quoted(tombstone.id)} moved to an id that is retired; write `retired:` here as well"
        elif end in way[:-1]:
            steps = " to ".join(quoted(step[1]) for step in way if step)
            message = f"this move goes in a circle: {steps}"
        elif end not in live and end[0].partition("/")[0] not in unread:
            message = f"{quoted('/'.join(end))} does not exist, so saved records cannot follow this move"
        else:
            continue
        yield entry.source.problem(("moved_to",), message)

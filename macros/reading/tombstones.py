"""Ids that are gone: takes their tombstones out of the data, and follows where they lead."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import TypeAlias

import yaml

from macros.models import Tombstone
from macros.reading.plain import Plain
from macros.reading.problems import Problem, shown
from macros.reading.source import Source

# A list of the guide and an id in it: the list is a file's stem, or `stem/id` for a list inside an entry.
Name: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class Grave:
    """A tombstone as it stands in its file."""

    list: str
    source: Source


def take_out(source: Source, stem: str) -> list[Grave]:
    """The tombstones of a file, which its values and nodes then hold no longer."""
    return list(_take(source.file, source.value, source.node, stem, stem))


def _take(file: str, value: Plain, node: yaml.Node, stem: str, list_name: str) -> Iterator[Grave]:
    if isinstance(value, dict):
        for key_node, child_node in node.value:
            key, child = key_node.value, value[key_node.value]
            if isinstance(child, tuple):
                dead = [_is_tombstone(entry) for entry in child]
                if any(dead):
                    yield from (
                        Grave(list_name, Source(file, *pair))
                        for pair in compress(zip(child, child_node.value, strict=True), dead)
                    )
                    alive = [not each for each in dead]
                    child_node.value = list(compress(child_node.value, alive))
                    value[key] = child = tuple(compress(child, alive))
                for entry, entry_node in zip(child, child_node.value, strict=True):
                    if isinstance(entry, dict):
                        yield from _take(file, entry, entry_node, stem, f"{stem}/{entry.get('id')}")


def _is_tombstone(entry: Plain) -> bool:
    return isinstance(entry, dict) and ("moved_to" in entry or "retired" in entry)


def destination(tombstone: Tombstone) -> Name | None:
    """The name a tombstone points to, or None when the id is retired."""
    if tombstone.moved_to is None:
        return None
    list_name, _, new_id = tombstone.moved_to.rpartition("/")
    return list_name or tombstone.list, new_id


def follow(gone: Mapping[Name, Tombstone], name: Name) -> list[Name | None]:
    """The way of a name through its moves: ends with a name not gone, None if retired, or the first repeated."""
    way: list[Name | None] = [name]
    passed: set[Name] = set()
    while (last := way[-1]) is not None and last in gone and last not in passed:
        passed.add(last)
        way.append(destination(gone[last]))
    return way


def check(
    graves: Iterable[tuple[Grave, Tombstone]], live: Container[Name], unread: Container[str]
) -> Iterator[Problem]:
    """Problems of tombstones: an id that is live or gone twice, and a move that leads nowhere."""
    gone: dict[Name, Tombstone] = {}
    pairs = list(graves)
    for grave, tombstone in pairs:
        name = (tombstone.list, tombstone.id)
        if name in live:
            yield grave.source.problem(("id",), f"{shown(tombstone.id)} is gone here, but an entry has this id still")
        elif name in gone:
            yield grave.source.problem(("id",), f"{shown(tombstone.id)} is said to be gone twice")
        else:
            gone[name] = tombstone
    for grave, tombstone in pairs:
        if tombstone.moved_to is None:
            continue
        way = follow(gone, (tombstone.list, tombstone.id))
        end = way[-1]
        if end is None:
            message = f"{shown(tombstone.id)} moved to an id that is retired; write `retired:` here as well"
        elif end in way[:-1]:
            steps = " to ".join(shown(step[1]) for step in way if step)
            message = f"this move goes in a circle: {steps}"
        elif end not in live and end[0].partition("/")[0] not in unread:
            message = f"{shown('/'.join(end))} does not exist, so saved records cannot follow this move"
        else:
            continue
        yield grave.source.problem(("moved_to",), message)

"""Every id of the data files: where it stands, and whether a reference to it leads anywhere."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias, TypeGuard

from macros.models import ID_PATTERN, Tombstone
from macros.reading.plain import Plain
from macros.reading.problems import Problem, hint, shown
from macros.reading.source import Place, Source
from macros.reading.tombstones import Name, follow

# The files that could be read, by stem.
Files: TypeAlias = Mapping[str, Source]


def is_id(word: Plain) -> TypeGuard[str]:
    """Whether a value has the form of an id."""
    return isinstance(word, str) and re.fullmatch(ID_PATTERN, word) is not None


def each(value: Plain, *path: str) -> Iterator[tuple[Place, Plain]]:
    """Every value that a path such as `items`, `*`, `id` leads to, with its place; `*` is each entry."""
    return _each(value, path, ())


def _each(value: Plain, path: tuple[str, ...], place: Place) -> Iterator[tuple[Place, Plain]]:
    if not path:
        yield place, value
    elif path[0] == "*" and isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _each(entry, path[1:], (*place, index))
    elif isinstance(value, dict) and path[0] in value:
        yield from _each(value[path[0]], path[1:], (*place, path[0]))


class Names:
    """The ids of all lists; the first place of each counts, and later ones are problems."""

    def __init__(self, files: Files, gone: Mapping[Name, Tombstone]) -> None:
        self.files = files
        self._gone = gone
        self.entries: dict[Name, dict[str, Plain]] = {}
        self.duplicates: list[Problem] = []
        self._ids: dict[str, list[str]] = {}
        for stem, source in files.items():
            self._collect(source, source.value, (), stem, stem)

    def _collect(self, source: Source, group: Plain, place: Place, stem: str, list_name: str) -> None:
        """Note the ids of the lists directly below a group of keys, and of the lists in their entries."""
        lists = group.items() if isinstance(group, dict) else ()
        first: dict[str, Place] = {}
        for key, entries in lists:
            for index, entry in enumerate(entries if isinstance(entries, tuple) else ()):
                entry_id = entry.get("id") if isinstance(entry, dict) else None
                if not isinstance(entry, dict) or not isinstance(entry_id, str):
                    continue
                here = (*place, key, index)
                if entry_id in first:
                    line = source.problem(first[entry_id], "").line
                    message = f"the id {shown(entry_id)} is used twice; it is on line {line} already"
                    self.duplicates.append(source.problem((*here, "id"), message))
                else:
                    first[entry_id] = (*here, "id")
                    self.entries[list_name, entry_id] = entry
                    self._ids.setdefault(list_name, []).append(entry_id)
                    self._collect(source, entry, here, stem, f"{stem}/{entry_id}")

    def each(self, stem: str, *path: str) -> Iterator[tuple[Source, Place, Plain]]:
        """What a path leads to in one file; nothing when the file could not be read."""
        if stem in self.files:
            source = self.files[stem]
            yield from ((source, place, value) for place, value in each(source.value, *path))

    def ids(self, list_name: str) -> list[str]:
        """The ids of a list, in order."""
        return self._ids.get(list_name, [])

    def refusal(self, list_name: str, word: Plain) -> str | None:
        """Why a reference leads nowhere; None when it is good, or when the list could not be read."""
        stem = list_name.partition("/")[0]
        # What is no id at all is a problem already, of the model that asks for one.
        if stem not in self.files or not is_id(word) or (list_name, word) in self.entries:
            return None
        where = f"{stem}.yml"
        if (list_name, word) not in self._gone:
            return f"{where} has no {shown(word)}{hint(word, self.ids(list_name))}"
        end = follow(self._gone, (list_name, word))[-1]
        if end is None:
            return f"{shown(word)} is retired in {where}"
        new = end[1] if end[0] == list_name else "/".join(end)
        return f"{shown(word)} is renamed in {where}; write {shown(new)}"

"""Every id of the data files: where it stands, and whether a reference to it leads anywhere."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias, TypeGuard

from macros.checks.tombstones import EntryId, follow
from macros.models import ID_PATTERN, Tombstone
from macros.reading.problems import Problem, quoted, suggestion
from macros.reading.source import KeyPath, Source
from macros.reading.values import Plain

# The files that could be read, by stem.
Files: TypeAlias = Mapping[str, Source]


def is_id(word: Plain) -> TypeGuard[str]:
    """Whether a value has the form of an id."""
    return isinstance(word, str) and re.fullmatch(ID_PATTERN, word) is not None


def each(value: Plain, *pattern: str) -> Iterator[tuple[KeyPath, Plain]]:
    """Every value that a pattern such as `items`, `*`, `id` leads to, with its path; `*` is each entry or each key."""
    return _each(value, pattern, ())


def _each(value: Plain, pattern: tuple[str, ...], path: KeyPath) -> Iterator[tuple[KeyPath, Plain]]:
    if not pattern:
        yield path, value
    elif pattern[0] == "*" and isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _each(entry, pattern[1:], (*path, index))
    elif pattern[0] == "*" and isinstance(value, dict):
        for key, entry in value.items():
            yield from _each(entry, pattern[1:], (*path, key))
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _each(value[pattern[0]], pattern[1:], (*path, pattern[0]))


class Ids:
    """The ids of all lists; the first of each counts, and later ones are problems."""

    def __init__(self, files: Files, gone: Mapping[EntryId, Tombstone]) -> None:
        self.files = files
        self._gone = gone
        self.entries: dict[EntryId, dict[str, Plain]] = {}
        self.duplicates: list[Problem] = []
        self._ids: dict[str, list[str]] = {}
        for stem, source in files.items():
            self._collect(source, source.value, (), stem)

    def _collect(self, source: Source, group: Plain, path: KeyPath, list_name: str) -> None:
        """Note the ids of the lists directly below a group of keys, and of the lists in their entries."""
        lists = group.items() if isinstance(group, dict) else ()
        first: dict[str, KeyPath] = {}
        for key, entries in lists:
            for index, entry in enumerate(entries if isinstance(entries, tuple) else ()):
                entry_id = entry.get("id") if isinstance(entry, dict) else None
                if not isinstance(entry, dict) or not isinstance(entry_id, str):
                    continue
                here = (*path, key, index)
                if entry_id in first:
                    line = source.problem(first[entry_id], "").line
                    message = f"the id {quoted(entry_id)} is used twice; it is on line {line} already"
                    self.duplicates.append(source.problem((*here, "id"), message))
                else:
                    first[entry_id] = (*here, "id")
                    self.entries[list_name, entry_id] = entry
                    self._ids.setdefault(list_name, []).append(entry_id)
                    self._collect(source, entry, here, f"{list_name}/{entry_id}")

    def each(self, stem: str, *pattern: str) -> Iterator[tuple[Source, KeyPath, Plain]]:
        """What a pattern leads to in one file; nothing when the file could not be read."""
        if stem in self.files:
            source = self.files[stem]
            yield from ((source, path, value) for path, value in each(source.value, *pattern))

    def of(self, list_name: str) -> list[str]:
        """The ids of a list, in order."""
        return self._ids.get(list_name, [])

    def is_retired(self, list_name: str, word: str) -> bool:
        """Whether an id is gone for good."""
        return (list_name, word) in self._gone and follow(self._gone, (list_name, word))[-1] is None

    def is_gone(self, list_name: str, word: str) -> bool:
        """Whether an id is renamed or retired."""
        return (list_name, word) in self._gone

    def reference_error(self, list_name: str, word: Plain) -> str | None:
        """Why a reference leads nowhere; None when it is good, or when the list could not be read."""
        stem = list_name.partition("/")[0]
        # What is no id at all is a problem already, of the model that asks for one.
        if stem not in self.files or not is_id(word) or (list_name, word) in self.entries:
            return None
        where = f"{stem}.yml"
        if (list_name, word) not in self._gone:
            return f"{where} has no {quoted(word)}{suggestion(word, self.of(list_name))}"
        end = follow(self._gone, (list_name, word))[-1]
        if end is None:
            return f"{quoted(word)} is retired in {where}"
        new = end[1] if end[0] == list_name else "/".join(end)
        return f"{quoted(word)} is renamed in {where}; write {quoted(new)}"

"""Checks that no meaning is said twice, that none which is needed is missing, and that what says it can have it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from macros.checks.ids import Ids, each
from macros.models.files import CHECKLISTS
from macros.models.meanings import ChecklistMeaning, FieldMeaning, ItemMeaning, OptionalFieldMeaning
from macros.models.request import ChapterMeaning
from macros.reading.problems import Problem, quoted
from macros.reading.source import KeyPath, Source
from macros.reading.values import Plain

# The fields that say whether data may travel.
CONTROL = ("export-control", "cui")
# The kind of field that each meaning needs: the client reads its value as one.
KINDS = {
    **dict.fromkeys(get_args(Literal[FieldMeaning, OptionalFieldMeaning]), "text"),
    **dict.fromkeys(("request", "units", *CONTROL), "choice"),
}


class Holder(NamedTuple):
    """An entry that says a meaning, and the path of the meaning."""

    meaning: str
    entry: dict[str, Plain]
    source: Source
    path: KeyPath


def meaning_problems(ids: Ids) -> Iterator[Problem]:
    """Every meaning that is missing, said twice, or said by what cannot have it."""
    yield from _fields(ids)
    yield from _options(ids)
    if ids.files.keys() >= set(CHECKLISTS):
        yield from _items(ids)
        yield from _checklists(ids)
    yield from _chapters(ids)


def _fields(ids: Ids) -> Iterator[Problem]:
    holders = list(_holders(ids, "fields", "means", "fields", "*"))
    for source, path, _ in ids.each("fields", "fields"):
        yield from _once("means", FieldMeaning, holders, source.problem(path, "no field says"))
    for meaning, field, source, path in holders:
        kind, wanted = field.get("kind"), KINDS.get(meaning)
        if wanted and isinstance(kind, str) and kind != wanted:
            message = (
                f"{quoted(f'means: {meaning}')} does not go with the kind {quoted(kind)}; allowed: {quoted(wanted)}"
            )
            yield source.problem(path, message)


def _options(ids: Ids) -> Iterator[Problem]:
    """Options that say nothing is controlled belong to the fields on control, and each of these has one."""
    for source, path, field in ids.each("fields", "fields", "*"):
        found = [(*path, *at) for at, _ in each(field, "options", "*", "means")]
        meaning = field.get("means") if isinstance(field, dict) else None
        if meaning not in CONTROL:
            message = f"only an option of a field that says {_or(CONTROL)} can mean this"
            yield from (source.problem(at, message) for at in found)
        elif not found:
            message = f"no option says {quoted('means: no-control')}, which the guide needs"
            yield source.problem((*path, "options"), message)


def _or(meanings: tuple[str, ...]) -> str:
    return " or ".join(quoted(f"means: {meaning}") for meaning in meanings)


def _items(ids: Ids) -> Iterator[Problem]:
    holders = [holder for stem in CHECKLISTS for holder in _holders(ids, stem, "means", "items", "*")]
    for source, path, _ in ids.each("readiness", "items"):
        yield from _once("means", ItemMeaning, holders, source.problem(path, "no item of a checklist says"))


def _checklists(ids: Ids) -> Iterator[Problem]:
    holders = [holder for stem in CHECKLISTS for holder in _holders(ids, stem, "decides")]
    missing = ids.files["pilot-lock"].problem((), "no checklist says")
    yield from _once("decides", ChecklistMeaning, holders, missing)


def _chapters(ids: Ids) -> Iterator[Problem]:
    holders = list(_holders(ids, "request", "means", "chapters", "*"))
    for source, path, _ in ids.each("request", "chapters"):
        yield from _once("means", ChapterMeaning, holders, source.problem(path, "no chapter says"))


def _holders(ids: Ids, stem: str, key: str, *pattern: str) -> Iterator[Holder]:
    for source, path, entry in ids.each(stem, *pattern):
        if isinstance(entry, dict) and isinstance(word := entry.get(key), str):
            yield Holder(word, entry, source, (*path, key))


def _once(key: str, meanings: object, holders: Iterable[Holder], missing: Problem) -> Iterator[Problem]:
    """Problems of meanings that are held by several, or by none."""
    first: dict[str, Problem] = {}
    for holder in holders:
        here = holder.source.problem(holder.path, "")
        there = first.setdefault(holder.meaning, here)
        if there is not here:
            file = "" if there.file == here.file else f" of {Path(there.file).name}"
            message = f"{quoted(f'{key}: {holder.meaning}')} is here twice; it is on line {there.line}{file} already"
            yield holder.source.problem(holder.path, message)
    for meaning in get_args(meanings):
        if meaning not in first:
            message = f"{missing.message} {quoted(f'{key}: {meaning}')}, which the guide needs"
            yield Problem(missing.file, missing.line, missing.column, message)

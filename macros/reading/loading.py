"""Reads a folder of data files: every file, every check, every problem in one run."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.models import Model, Tombstone
from macros.reading import tombstones
from macros.reading.crosscheck import crosscheck
from macros.reading.examples import example_problems
from macros.reading.layout import FILES
from macros.reading.names import Names, is_id
from macros.reading.problems import GuideError, Problem, hint, label
from macros.reading.source import Source, read
from macros.reading.validate import validate
from macros.record import Record


@dataclass(frozen=True)
class Contents:
    """What the files of a folder hold: a model for each stem, the worked records, and the ids that are gone."""

    parts: dict[str, Model]
    examples: dict[str, Record]
    tombstones: tuple[Tombstone, ...]


def read_folder(folder: Path, max_bytes: int) -> Contents:
    """The contents of a folder; raises GuideError with every problem of every file."""
    if not folder.is_dir():
        raise GuideError([Problem(label(folder), 1, 1, "there is no such folder")])
    problems = list(_misplaced(folder))
    files = _read_all({stem: folder / f"{stem}.yml" for stem in FILES}, max_bytes, problems)
    graves = [grave for stem, source in files.items() for grave in tombstones.take_out(source, stem)]
    parts = {stem: validate(source, FILES[stem], problems) for stem, source in files.items()}
    buried = [(grave, validate(grave.source, Tombstone, problems, list=grave.list)) for grave in graves]
    known = [(grave, tombstone) for grave, tombstone in buried if tombstone]

    names = Names(files, {(tombstone.list, tombstone.id): tombstone for _, tombstone in known})
    problems += crosscheck(names)
    problems += tombstones.check(known, names.entries, FILES.keys() - files.keys())

    records = _read_all({path.stem: path for path in sorted(folder.glob("examples/*.json"))}, max_bytes, problems)
    examples = {name: validate(source, Record, problems) for name, source in records.items()}
    for name, record in examples.items():
        problems += example_problems(names, records[name]) if record else []
    if problems:
        raise GuideError(problems)
    return Contents(
        {stem: part for stem, part in parts.items() if part},
        {name: record for name, record in examples.items() if record},
        tuple(tombstone for _, tombstone in known),
    )


def _misplaced(folder: Path) -> Iterator[Problem]:
    """Files that are missing, and files that nothing reads."""
    for path in sorted((*folder.glob("*.yml"), *folder.glob("*.yaml"))):
        if path.name not in {f"{stem}.yml" for stem in FILES}:
            message = f"no data file has this name{hint(path.stem, list(FILES))}"
            yield Problem(label(path), 1, 1, message)
    for path in sorted(folder.glob("examples/*")):
        if path.suffix != ".json" or not is_id(path.stem):
            message = "a worked record has an id as its name, and ends in .json, such as `bracket-rev-c.json`"
            yield Problem(label(path), 1, 1, message)


def _read_all(paths: dict[str, Path], max_bytes: int, problems: list[Problem]) -> dict[str, Source]:
    """The sources of the files that can be read, and the problems of all."""
    sources = {}
    for name, path in paths.items():
        source, found = read(path, max_bytes)
        problems += found
        if source is not None:
            sources[name] = source
    return sources

"""Makes a guide of a folder of data files: every file, every check, every problem in one run."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from macros.checks import tombstones
from macros.checks.figures import figure_problems
from macros.checks.ids import Ids, is_id
from macros.checks.look_up import taken_value_problems
from macros.checks.references import crosscheck
from macros.checks.worked_records import example_problems
from macros.guide.guide import Guide
from macros.guide.published import lost
from macros.models import Tombstone
from macros.models.files import CHECKLISTS, FILES
from macros.models.record import RfqRecord
from macros.reading.problems import GuideError, Problem, label, suggestion
from macros.reading.source import MAX_BYTES, Source, read
from macros.reading.validate import validate

_Stamp: TypeAlias = tuple[tuple[str, int, int], ...]
_latest: dict[tuple[Path, int], tuple[_Stamp, Guide]] = {}


def load(folder: Path, *, max_bytes: int = MAX_BYTES) -> Guide:
    """The guide in a folder, read again only when a file has changed; raises GuideError with every problem."""
    key, stamp = (folder.absolute(), max_bytes), _stamp(folder)
    known = _latest.get(key)
    if known is None or known[0] != stamp:
        guide = read_guide(folder, max_bytes)
        _latest.clear()
        _latest[key] = known = (stamp, guide)
    return known[1]


def read_guide(folder: Path, max_bytes: int) -> Guide:
    """The guide in a folder, read anew; raises GuideError with every problem of every file."""
    if not folder.is_dir():
        raise GuideError([Problem(label(folder), 1, 1, "there is no such folder")])
    problems = list(_misplaced(folder))
    files = _read_all({stem: folder / f"{stem}.yml" for stem in FILES}, max_bytes, problems)
    entries = [entry for stem, source in files.items() for entry in tombstones.take_out(source, stem)]
    parts = {stem: validate(source, FILES[stem], problems) for stem, source in files.items()}
    validated = [(entry, validate(entry.source, Tombstone, problems, list=entry.list)) for entry in entries]
    gone = [(entry, tombstone) for entry, tombstone in validated if tombstone]

    ids = Ids(files, {(tombstone.list, tombstone.id): tombstone for _, tombstone in gone})
    problems += crosscheck(ids)
    problems += tombstones.check(gone, ids.entries, FILES.keys() - files.keys())

    paths = {path.stem: path for path in sorted(folder.glob("examples/*.json"))}
    sources = _read_all(paths, max_bytes, problems)
    examples = {name: validate(source, RfqRecord, problems) for name, source in sources.items()}
    for name, record in examples.items():
        problems += example_problems(ids, sources[name]) if record else []
    problems += figure_problems(files["figures"], sources) if "figures" in files else []
    problems += taken_value_problems(ids, {name: sources[name] if examples.get(name) else None for name in paths})
    if problems:
        raise GuideError(problems)
    guide = _guide(parts, examples=examples, tombstones=tuple(tombstone for _, tombstone in gone))
    if missing := list(lost(guide, folder)):
        raise GuideError(missing)
    return guide


def _guide(parts: Mapping[str, Any], **more: object) -> Guide:
    """The guide made of what each file holds, by stem."""
    return Guide(
        about=parts["guide"],
        stages=parts["stages"].stages,
        transition=parts["transition"],
        quote_review=parts["quote-review"],
        checklists=tuple(parts[stem] for stem in CHECKLISTS),
        fields=parts["fields"].fields,
        conditions=parts["conditions"].conditions,
        routing=parts["routing"],
        faq=parts["faq"],
        glossary=parts["glossary"],
        standards=parts["standards"],
        links=parts["links"],
        tables=parts["tables"].tables,
        notes=parts["notes"].groups,
        verdicts=parts["verdicts"],
        preflight=parts["preflight"],
        title_block=parts["title-block"],
        request=parts["request"],
        figures=parts["figures"],
        calculators=parts["calculators"],
        **more,  # type: ignore[arg-type]
    )


def _stamp(folder: Path) -> _Stamp:
    """Name, time and size of every file; a file that vanishes meanwhile is reported when it is read."""
    entries = []
    for each in (folder, folder / "examples"):
        if each.is_dir():
            with os.scandir(each) as found:
                entries += [(entry.path, entry.stat()) for entry in found if entry.is_file()]
    return tuple(sorted((path, state.st_mtime_ns, state.st_size) for path, state in entries))


def _misplaced(folder: Path) -> Iterator[Problem]:
    """Files that are missing, and files that nothing reads."""
    for path in sorted((*folder.glob("*.yml"), *folder.glob("*.yaml"))):
        if path.name not in {f"{stem}.yml" for stem in FILES}:
            message = f"no data file has this name{suggestion(path.stem, list(FILES))}"
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

"""Checks within `preflight.yml`: that each ending means one thing, and that every check has its words."""

from collections.abc import Iterator
from typing import get_args

from macros.models import CheckId
from macros.reading.names import Names, is_id
from macros.reading.plain import Plain
from macros.reading.problems import Problem, shown

# What a file is that no ending and no word tells.
FALLBACK = "other"
FORMATS = ("native", "meshes")


def file_problems(names: Names) -> Iterator[Problem]:
    """Every problem of how files are read."""
    yield from _missing_checks(names)
    yield from _fallback(names)
    yield from _endings(names)


def _missing_checks(names: Names) -> Iterator[Problem]:
    for source, place, _ in names.each("preflight", "checks"):
        found = [word for _, _, word in names.each("preflight", "checks", "*", "id")]
        missing = [check for check in get_args(CheckId) if check not in found]
        yield from (source.problem(place, f"the check {shown(check)} is missing") for check in missing)


def _fallback(names: Names) -> Iterator[Problem]:
    for source, place, roles in names.each("preflight", "roles"):
        ids = [role.get("id") for role in roles if isinstance(role, dict)] if isinstance(roles, tuple) else [FALLBACK]
        if FALLBACK not in ids:
            yield source.problem(place, f"the role {shown(FALLBACK)} is missing, for files that nothing else tells")


def _endings(names: Names) -> Iterator[Problem]:
    """An ending belongs to one format, and some role lists it."""
    listed = {word for _, _, word in names.each("preflight", "roles", "*", "extensions", "*") if isinstance(word, str)}
    first: dict[str, Plain] = {}
    for key in FORMATS:
        for source, place, entry in names.each("preflight", key, "*"):
            owner = entry.get("id") if isinstance(entry, dict) else None
            endings = entry.get("extensions") if isinstance(entry, dict) else None
            for index, ending in enumerate(endings if isinstance(endings, tuple) else ()):
                here = (*place, "extensions", index)
                if not isinstance(ending, str) or not is_id(owner):
                    continue
                if ending in first:
                    yield source.problem(here, f"{shown(ending)} is an ending of {shown(str(first[ending]))} already")
                elif ending not in listed:
                    yield source.problem(here, f"no role lists the ending {shown(ending)}")
                first.setdefault(ending, owner)

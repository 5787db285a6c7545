"""Checks within `preflight.yml`: that each ending means one thing, and that every check has its words."""

from collections.abc import Iterator
from typing import get_args

from macros.checks.ids import Ids, is_id
from macros.models import CheckId
from macros.reading.problems import Problem, quoted
from macros.reading.values import Plain

# What a file is that no ending and no word tells.
FALLBACK = "other"
FORMATS = ("native", "meshes")


def file_problems(ids: Ids) -> Iterator[Problem]:
    """Every problem of how files are read."""
    yield from _missing_checks(ids)
    yield from _fallback(ids)
    yield from _endings(ids)


def _missing_checks(ids: Ids) -> Iterator[Problem]:
    for source, path, _ in ids.each("preflight", "checks"):
        found = [word for _, _, word in ids.each("preflight", "checks", "*", "id")]
        missing = [check for check in get_args(CheckId) if check not in found]
        yield from (source.problem(path, f"the check {quoted(check)} is missing") for check in missing)


def _fallback(ids: Ids) -> Iterator[Problem]:
    for source, path, roles in ids.each("preflight", "roles"):
        known = [role.get("id") for role in roles if isinstance(role, dict)] if isinstance(roles, tuple) else [FALLBACK]
        if FALLBACK not in known:
            yield source.problem(path, f"the role {quoted(FALLBACK)} is missing, for files that nothing else tells")


def _endings(ids: Ids) -> Iterator[Problem]:
    """An ending belongs to one format, and some role lists it."""
    known = {word for _, _, word in ids.each("preflight", "roles", "*", "extensions", "*") if isinstance(word, str)}
    first: dict[str, Plain] = {}
    for key in FORMATS:
        for source, path, entry in ids.each("preflight", key, "*"):
            owner = entry.get("id") if isinstance(entry, dict) else None
            endings = entry.get("extensions") if isinstance(entry, dict) else None
            for index, ending in enumerate(endings if isinstance(endings, tuple) else ()):
                here = (*path, "extensions", index)
                if not isinstance(ending, str) or not is_id(owner):
                    continue
                if ending in first:
                    yield source.problem(here, f"{quoted(ending)} is an ending of {quoted(str(first[ending]))} already")
                elif ending not in known:
                    yield source.problem(here, f"no role lists the ending {quoted(ending)}")
                first.setdefault(ending, owner)

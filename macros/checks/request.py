"""Checks of the title block and the chapters of the request: no detail is said twice, each meaning once."""

from collections.abc import Iterator
from typing import get_args

from macros.checks.ids import Ids
from macros.models.request import ChapterMeaning
from macros.reading.problems import Problem, quoted


def request_problems(ids: Ids) -> Iterator[Problem]:
    """Every detail that is named twice in one of the files, and every meaning that is not said exactly once."""
    yield from _twice(ids, "title-block", ("rows", "*", "cells", "*", "fields", "*"), "the title block")
    yield from _twice(ids, "request", ("chapters", "*", "fields", "*"), "the request")
    yield from _meanings(ids)


def _twice(ids: Ids, stem: str, pattern: tuple[str, ...], where: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for source, path, word in ids.each(stem, *pattern):
        if not isinstance(word, str):
            continue
        here = source.problem(path, "")
        if word in first:
            message = f"{where} has {quoted(word)} twice; it is on line {first[word]} already"
            yield Problem(here.file, here.line, here.column, message)
        first.setdefault(word, here.line)


def _meanings(ids: Ids) -> Iterator[Problem]:
    first: dict[str, Problem] = {}
    for source, path, meaning in ids.each("request", "chapters", "*", "means"):
        if not isinstance(meaning, str):
            continue
        here = source.problem(path, "")
        if meaning in first:
            message = f"{quoted(f'means: {meaning}')} is here twice; it is on line {first[meaning].line} already"
            yield Problem(here.file, here.line, here.column, message)
        first.setdefault(meaning, here)
    for source, path, _ in ids.each("request", "chapters"):
        missing = [meaning for meaning in get_args(ChapterMeaning) if meaning not in first]
        for meaning in missing:
            yield source.problem(path, f"no chapter says {quoted(f'means: {meaning}')}, which the guide needs")

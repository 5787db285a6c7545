"""Checks of the title block and the chapters of the request: no detail is said twice."""

from collections.abc import Iterator

from macros.checks.ids import Ids
from macros.reading.problems import Problem, quoted


def request_problems(ids: Ids) -> Iterator[Problem]:
    """Every detail that is named twice in one of the files."""
    yield from _twice(ids, "title-block", ("rows", "*", "cells", "*", "fields", "*"), "the title block")
    yield from _twice(ids, "request", ("chapters", "*", "fields", "*"), "the request")


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

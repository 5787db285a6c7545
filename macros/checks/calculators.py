"""Checks of what a calculator puts into a record: results that it has, into a field and columns that take them."""

import re
from collections.abc import Iterator

from macros.checks.ids import Ids
from macros.reading.problems import Problem, quoted
from macros.reading.source import KeyPath, Source
from macros.reading.values import Plain

# The results of each calculator that a pattern may name.
RESULTS = {
    "coating": ("feature", "nominal", "limits", "sizes", "unit", "change"),
    "sample": ("lot", "sample", "bad", "chance", "missed", "risk"),
    "fastener": ("hole", "fastener", "each", "total", "unit"),
}
# What else stands in braces is text, here and in the browser.
_NAME = re.compile(r"\{([a-z]+)\}")


def calculator_problems(ids: Ids) -> Iterator[Problem]:
    """Every result that its field cannot take."""
    for pattern in (("*", "into", "text"), ("*", "into", "cells", "*")):
        for source, path, text in ids.each("calculators", *pattern):
            yield from _unknown_results(source, path, text)
    for source, path, _ in ids.each("calculators", "*", "into", "options"):
        if path[0] != "coating":
            message = f"{quoted('options')} go with sizes before and after coating alone"
            yield source.problem(path, message, at_key=True)
    for source, path, into in ids.each("calculators", "*", "into"):
        name = into.get("field") if isinstance(into, dict) else None
        field = ids.entries.get(("fields", name)) if isinstance(name, str) else None
        if not isinstance(into, dict) or field is None:
            continue
        kind = field.get("kind")
        wanted = "cells" if kind == "rows" else "text" if kind in ("text", "long-text") else None
        # One that says neither is a problem of its model.
        if wanted not in into and into.keys() & {"cells", "text"}:
            taken = f"a result as {quoted(wanted)}" if wanted else "no result"
            yield source.problem((*path, "field"), f"the field {quoted(str(name))} takes {taken}")
        for key in ("cells", "options"):
            yield from _columns(ids, source, (*path, key), f"fields/{name}", into.get(key, {}))


def _unknown_results(source: Source, path: KeyPath, text: Plain) -> Iterator[Problem]:
    known = RESULTS.get(str(path[0]), ())
    for name in _NAME.findall(text) if isinstance(text, str) else ():
        if name not in known:
            message = f"{quoted(f'{{{name}}}')} is no result of this calculator; it has {', '.join(map(quoted, known))}"
            yield source.problem(path, message)


def _columns(ids: Ids, source: Source, path: KeyPath, columns: str, given: Plain) -> Iterator[Problem]:
    for column, cell in given.items() if isinstance(given, dict) else ():
        if error := ids.reference_error(columns, column):
            yield source.problem((*path, column), error, at_key=True)
            continue
        for state, option in cell.items() if isinstance(cell, dict) else ():
            if error := ids.reference_error(f"{columns}/{column}", option):
                yield source.problem((*path, column, state), error)

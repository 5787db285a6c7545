"""Finds conditions that can never hold, because they want two things of one subject that exclude each other."""

from collections.abc import Iterator, Mapping
from typing import get_args

from macros.checks.conditions import PATTERNS
from macros.checks.ids import Ids
from macros.models import Status
from macros.reading.problems import Problem, quoted
from macros.reading.source import KeyPath
from macros.reading.values import Plain

# What a field can be besides having a value, and any value of a field without options.
BLANK, SET_ASIDE, SOMETHING = "(blank)", "(set aside)", "(something)"


def impossible_problems(ids: Ids) -> Iterator[Problem]:
    """Rules, reasons and conditions that nothing could ever meet."""
    for stem, pattern in PATTERNS:
        together = pattern[-2:] == ("all", "*")
        for source, path, condition in ids.each(stem, *(pattern[:-1] if together else pattern)):
            if found := _conflict(ids, {"all": condition} if together else condition):
                at, subject = found
                here = (*path, *(at[1:] if together else at))
                yield source.problem(here, f"this can never hold together with what stands before it on {subject}")


def _conflict(ids: Ids, condition: Plain) -> tuple[KeyPath, str] | None:
    """The path of the first test that leaves its subject no state, after those that must hold as well."""
    left: dict[str, frozenset[str]] = {}
    for at, test in _musts(condition):
        found = _states(ids, test)
        if found is None:
            continue
        subject, states, possible = found
        left[subject] = left.get(subject, states) & possible
        if not left[subject]:
            return at, subject
    return None


def _musts(condition: Plain) -> Iterator[tuple[KeyPath, Mapping[str, Plain]]]:
    """The tests that all have to hold; what stands under an `any` does not have to."""
    if not isinstance(condition, dict):
        return
    members = condition.get("all")
    for index, member in enumerate(members if isinstance(members, tuple) else ()):
        for at, test in _musts(member):
            yield ("all", index, *at), test
    if "test" in condition and "column" not in condition:
        yield (), condition


def _states(ids: Ids, test: Mapping[str, Plain]) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """A subject in words, all that it can be, and what this test leaves of that."""
    kind = str(test.get("test"))
    value, values = str(test.get("value")), test.get("values")
    several = {str(each) for each in values} if isinstance(values, tuple) else set()
    if "field" in test:
        return _field_states(ids, str(test["field"]), kind, value, several)
    if "condition" in test:
        return f"the condition {quoted(str(test['condition']))}", frozenset(("holds", "fails")), frozenset((kind,))
    if "item" in test and value in get_args(Status):
        return f"the item {quoted(str(test['item']))}", frozenset(get_args(Status)), frozenset((value,))
    stages = ids.of("stages")
    if "stage" in test and value in stages:
        at = stages.index(value)
        possible = {"is": stages[at : at + 1], "before": stages[:at], "at-least": stages[at:]}.get(kind, stages)
        return "the request", frozenset(stages), frozenset(possible)
    return None


def _field_states(
    ids: Ids, field: str, test: str, value: str, several: set[str]
) -> tuple[str, frozenset[str], frozenset[str]]:
    options = ids.of(f"fields/{field}")
    is_choice = ids.entries.get(("fields", field), {}).get("kind") == "choice" and bool(options)
    answers = {*options, value, *several} if is_choice else {SOMETHING}
    possible = {
        "empty": {BLANK},
        "set-aside": {SET_ASIDE},
        "is": {value} if is_choice else answers,
        "one-of": several if is_choice else answers,
        "none-of": answers - several if is_choice else answers,
    }.get(test, answers)
    return f"the field {quoted(field)}", frozenset({BLANK, SET_ASIDE, *answers, *options}), frozenset(possible)

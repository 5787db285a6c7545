"""Checks the conditions of the contradictions in `verdicts.yml`: what they name, and what they compare."""

from collections.abc import Iterator
from typing import get_args

from macros.models import Status
from macros.reading.layout import CHECKLISTS
from macros.reading.names import Names, is_id
from macros.reading.plain import Plain
from macros.reading.problems import Problem, hint, listed, shown

# The tests that make sense for each subject of a condition.
TESTS = {
    "field": ("empty", "filled", "is", "is-not", "above-every"),
    "item": ("is", "is-not"),
    "checklist": ("has-open",),
    "stage": ("is", "is-not", "at-least", "beyond-levels"),
}
# The key that a test needs beside it; a test that is not here takes none.
ARGUMENTS = {"is": "value", "is-not": "value", "at-least": "value", "above-every": "than"}


def condition_problems(names: Names) -> Iterator[Problem]:
    """Problems of every condition that names one subject."""
    for source, place, condition in names.each("verdicts", "contradictions", "*", "all", "*"):
        if isinstance(condition, dict):
            for key, message in _problems(names, condition):
                yield source.problem((*place, key) if key in condition else place, message)


def _problems(names: Names, condition: dict[str, Plain]) -> Iterator[tuple[str, str]]:
    """The key and the message of each problem of one condition."""
    subjects = [key for key in TESTS if key in condition]
    test = condition.get("test")
    if len(subjects) != 1 or not isinstance(test, str):
        return
    subject = subjects[0]
    word = condition[subject]
    if refusal := _subject_refusal(names, subject, word):
        yield subject, refusal
    if test not in TESTS[subject]:
        yield "test", f"{shown(test)} does not go with {shown(subject)}; allowed: {listed(TESTS[subject])}"
        return
    argument = ARGUMENTS.get(test)
    for key in ("value", "than"):
        if key == argument and key not in condition:
            yield key, f"the key {shown(key)} is missing, which the test {shown(test)} needs"
        if key != argument and key in condition:
            yield key, f"the test {shown(test)} takes no {shown(key)}"
    if argument == "than" and (refusal := names.refusal("fields", condition.get("than"))):
        yield "than", refusal
    if argument == "value":
        value = condition.get("value")
        allowed = _values(names, subject, word)
        if isinstance(value, str) and allowed is not None and value not in allowed:
            yield "value", f"{shown(f'{subject}: {word}')} is never {shown(value)}{hint(value, allowed)}"


def _subject_refusal(names: Names, subject: str, word: Plain) -> str | None:
    if not isinstance(word, str) or subject == "stage":
        return None
    if subject == "field":
        return names.refusal("fields", word)
    checklist, slash, item = word.partition("/")
    # An item without its list is a problem already, of the model.
    if checklist not in CHECKLISTS and is_id(checklist) and bool(slash) == (subject == "item"):
        return f"no checklist has the id {shown(checklist)}{hint(checklist, CHECKLISTS)}"
    return names.refusal(checklist, item) if slash else None


def _values(names: Names, subject: str, word: Plain) -> list[str] | None:
    """What a subject can be, or None when that cannot be told."""
    if subject == "item":
        return list(get_args(Status))
    if subject == "stage":
        return names.ids("stages") or None
    field = names.entries.get(("fields", str(word)))
    return None if field is None else names.ids(f"fields/{word}")

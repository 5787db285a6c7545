"""Checks `verdicts.yml` against the stages, the locks and the fields that its words are for."""

import re
from collections.abc import Iterator
from typing import get_args

from macros.checks.ids import Ids, each
from macros.models import LockOutcomeId, OutcomeId
from macros.models.files import CHECKLISTS
from macros.reading.problems import Problem, join_names, quoted, suggestion
from macros.reading.values import Plain

# What the words of an outcome, and the questions under `asks`, may name in braces.
OF_OUTCOMES = ("missing", "items")
OF_ASKS = ("item", "label", "value", "rows", "ask")


def verdict_problems(ids: Ids) -> Iterator[Problem]:
    """Every problem of the words of a verdict and of what leads to it."""
    yield from _outcomes(ids)
    yield from _locks(ids)
    yield from _vague(ids)
    yield from _placeholders(ids)


def _outcomes(ids: Ids) -> Iterator[Problem]:
    """Each outcome is there; one with words by request has them for the requests that it can be the outcome of."""
    stages = ids.of("stages")
    judged: list[str] | None = None
    for source, path, _ in ids.each("verdicts", "outcomes"):
        missing = [outcome for outcome in get_args(OutcomeId) if outcome not in ids.of("verdicts")]
        yield from (source.problem(path, f"the outcome {quoted(outcome)} is missing") for outcome in missing)
    for source, path, outcome in ids.each("verdicts", "outcomes", "*"):
        words = outcome.get("by_request") if isinstance(outcome, dict) else None
        if not isinstance(outcome, dict) or not isinstance(words, dict):
            continue
        for stage in words:
            if error := ids.reference_error("stages", stage):
                yield source.problem((*path, "by_request", stage), error, at_key=True)
        wanted = stages
        if outcome.get("id") in get_args(LockOutcomeId):
            judged = wanted = [stage for stage in stages if stage in words] if judged is None else judged
        lacking = [stage for stage in wanted if stage not in words]
        if lacking:
            yield source.problem((*path, "by_request"), f"the words for {join_names(lacking)} are missing")


def _locks(ids: Ids) -> Iterator[Problem]:
    """Each item of the list that decides has reasons, the last of which always holds."""
    deciding = [stem for stem in CHECKLISTS if any(True for _ in ids.each(stem, "decides"))]
    wanted = [f"{stem}/{item}" for stem in deciding for item in ids.of(stem)]
    for source, path, locks in ids.each("verdicts", "locks"):
        given = locks if isinstance(locks, dict) else dict.fromkeys(wanted)
        if not wanted:
            return
        for ref in wanted:
            if ref not in given:
                yield source.problem(path, f"the reasons of the lock {quoted(ref)} are missing")
        for ref, reasons in given.items():
            if ref not in wanted:
                message = f"no lock has the name {quoted(ref)}{suggestion(ref, wanted)}"
                yield source.problem((*path, ref), message, at_key=True)
            always = [not (isinstance(entry, dict) and "holds_if" in entry) for entry in _entries(reasons)]
            if always and not always[-1]:
                message = "the last reason of a lock has no `holds_if`, so that one always holds"
                yield source.problem((*path, ref, len(always) - 1), message)
            if True in always[:-1]:
                at = always.index(True) + 1
                yield source.problem((*path, ref, at), "this reason is never reached: the one before it always holds")


def _vague(ids: Ids) -> Iterator[Problem]:
    """A vague word is no option's label, which would then be an answer and none."""
    labels = {
        label.lower(): field
        for field in ids.of("fields")
        for _, label in each(ids.entries["fields", field], "options", "*", "label")
        if isinstance(label, str)
    }
    for source, path, word in ids.each("verdicts", "vague", "*", "say", "*"):
        if isinstance(word, str) and (field := labels.get(word.lower())):
            yield source.problem(path, f"{quoted(word)} is the label of an option of the field {quoted(field)}")


def _placeholders(ids: Ids) -> Iterator[Problem]:
    fields = ids.of("fields")
    patterns: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
        *((("outcomes", "*", key), OF_OUTCOMES) for key in ("label", "label_one", "text")),
        *((("outcomes", "*", "by_request", "*", key), OF_OUTCOMES) for key in ("label", "label_one", "text")),
        (("asks", "*"), OF_ASKS),
        (("contradictions", "*", "ask"), ("rows", *fields)),
    )
    for pattern, allowed in patterns:
        for source, path, text in ids.each("verdicts", *pattern):
            for word in re.findall(r"\{([a-z][a-z_0-9-]*)\}", text) if isinstance(text, str) and fields else ():
                if word not in allowed:
                    yield source.problem(
                        path, f"nothing stands for {quoted('{' + word + '}')}{suggestion(word, allowed)}"
                    )


def _entries(value: Plain) -> tuple[Plain, ...]:
    return value if isinstance(value, tuple) else ()

"""Outcomes and contradictions: the rules that a record is judged by."""

from typing import Literal

from pydantic import model_validator

from macros.models.base import Id, ItemRef, Model, OutcomeId, Text


class Wording(Model):
    """What a summary says first, and what to do next."""

    label: Text
    text: Text
    next: Id


class Outcome(Wording):
    """One outcome of a verdict."""

    id: OutcomeId


class Condition(Model):
    """One test on one subject of a record: a field, an item, a checklist or the stage."""

    field: Id | None = None
    item: ItemRef | None = None
    checklist: Id | None = None
    stage: Literal["record"] | None = None
    test: Literal["empty", "filled", "is", "is-not", "above-every", "has-open", "at-least", "beyond-levels"]
    value: Id | None = None
    than: Id | None = None

    @model_validator(mode="after")
    def _one_subject(self) -> "Condition":
        subjects = (self.field, self.item, self.checklist, self.stage)
        if sum(subject is not None for subject in subjects) != 1:
            raise ValueError("a condition has one subject: field, item, checklist or stage")
        return self


class Rule(Model):
    """A contradiction: when all conditions hold, the desk asks."""

    id: Id
    all: tuple[Condition, ...]
    ask: Text


class Verdicts(Model):
    """`verdicts.yml`: outcomes from least to most cautious, what stands for them at times, and the contradictions."""

    outcomes: tuple[Outcome, ...]
    contradictions: tuple[Rule, ...]
    blank: Wording
    doubtful: Wording | None = None
    unmarked: Text

"""What a record is judged by: outcomes, what open locks lead to, vague words, contradictions."""

from pydantic import model_validator

from macros.models.base import Id, ItemRef, LockOutcomeId, Model, OutcomeId, SparseModel, Text
from macros.models.conditions import Condition
from macros.models.vague import VagueWords


class Wording(SparseModel):
    """What a summary says first, and what to do next: to answer the first question, where nothing else is said."""

    label: Text
    label_one: Text | None = None
    text: Text
    next: Id | None = None


class Outcome(SparseModel):
    """One outcome of a verdict, in the same words for every request or in those of each."""

    id: OutcomeId
    label: Text | None = None
    label_one: Text | None = None
    text: Text | None = None
    next: Id | None = None
    by_request: dict[Id, Wording] | None = None

    @model_validator(mode="after")
    def _words_once(self) -> "Outcome":
        own = (self.label, self.label_one, self.text, self.next)
        if self.by_request and any(own):
            raise ValueError("an outcome has words of its own or by request, not both")
        if not self.by_request and not (self.label and self.text):
            raise ValueError("an outcome has a label and a text, or words by request")
        return self


class Reason(SparseModel):
    """Why a lock is open, what that leads to, and the question where “is it settled?” is not the right one."""

    id: Id
    holds_if: Condition | None = None
    outcome: LockOutcomeId
    next: Id | None = None
    ask: Text | None = None


class Asks(Model):
    """How the questions are put that belong to no detail of their own."""

    unmarked: Text
    vague: Text
    vague_rows: Text
    # Of a detail that has both a value and a reason why it does not apply.
    set_aside: Text
    old_na: Text
    retired: Text
    # Of a value that a link filled in and nobody has confirmed.
    unconfirmed: Text
    first: Text


class Rule(Model):
    """A contradiction: when all conditions hold, the desk asks."""

    id: Id
    all: tuple[Condition, ...]
    ask: Text


class Verdicts(Model):
    """`verdicts.yml`: how a record is judged, and in which words."""

    outcomes: tuple[Outcome, ...]
    locks: dict[ItemRef, tuple[Reason, ...]]
    asks: Asks
    vague: tuple[VagueWords, ...]
    contradictions: tuple[Rule, ...]

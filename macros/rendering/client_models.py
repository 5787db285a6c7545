"""The shape of what the client knows of the guide; its TypeScript types are made from these models."""

from typing import Literal

from macros.models import (
    Asks,
    Chapter,
    Column,
    Condition,
    FieldOption,
    Id,
    ItemRef,
    LockOutcomeId,
    Meaning,
    Model,
    Option,
    OutcomeId,
    People,
    Rule,
    SparseModel,
    TitleRow,
    VagueWords,
    Words,
)
from macros.models.checklists import FieldKind, Need


class ClientItem(Model):
    """An item as the client knows it; `text` is the digest an answer keeps of the words it answered."""

    id: Id
    label: str
    ask: str
    na: Literal["allowed", "never"]
    fields: tuple[Id, ...]
    text: str


class ClientChecklist(Model):
    """A checklist as the client knows it."""

    id: Id
    title: str
    words: Words
    items: tuple[ClientItem, ...]


class ClientField(SparseModel):
    """A field as the client knows it: enough to show, to sum up and to ask for its value."""

    id: Id
    label: str
    kind: FieldKind
    need: Need
    ask: str
    asked_for: tuple[Id, ...] = ()
    asked_if: Condition | None = None
    na: Literal["allowed", "never"] = "never"
    vague: Literal["allowed", "never"] = "never"
    compared: Literal["always", "never"] = "always"
    unit: str | None = None
    options: tuple[FieldOption, ...] = ()
    retired: tuple[FieldOption, ...] = ()
    columns: tuple[Column, ...] = ()


class ClientLink(Model):
    """Where to go next: the address to write down, and the page from the site's root if it is one."""

    label: str
    url: str
    page: str | None


class ClientWording(SparseModel):
    """Words with their next step, which is to answer the first question where none is given."""

    label: str
    label_one: str | None = None
    text: str
    next: ClientLink | None = None


class ClientOutcome(SparseModel):
    """One outcome of a verdict: its words for every request, or for each."""

    id: OutcomeId
    words: ClientWording | None = None
    by_request: dict[Id, ClientWording] | None = None


class ClientReason(SparseModel):
    """Why a lock is open, and what that leads to."""

    holds_if: Condition | None = None
    outcome: LockOutcomeId
    next: ClientLink | None = None
    ask: str | None = None


class LevelColumn(SparseModel):
    """A column of the transition matrix that a reader picks a level in; one text for each stage, earliest first."""

    id: Id
    label: str
    levels: tuple[str, ...]
    decides: Literal["always", "never"] = "always"
    informs: str | None = None


class ClientGuide(Model):
    """Everything that `evaluate` reads beside the record and the day."""

    version: str
    site: str
    upload: str | None = None
    stages: tuple[Option, ...]
    # The stages in whose requests open locks count, earliest first.
    locked_requests: tuple[Id, ...]
    levels: tuple[LevelColumn, ...]
    fields: tuple[ClientField, ...]
    conditions: dict[Id, Condition]
    checklists: tuple[ClientChecklist, ...]
    outcomes: tuple[ClientOutcome, ...]
    locks: dict[ItemRef, tuple[ClientReason, ...]]
    asks: Asks
    vague: tuple[VagueWords, ...]
    contradictions: tuple[Rule, ...]
    roles: tuple[Option, ...]
    title_block: tuple[TitleRow, ...]
    chapters: tuple[Chapter, ...]
    further: str
    people: People
    meanings: dict[Meaning, str]
    moved_items: dict[str, str] = {}  # noqa: RUF012 (pydantic copies it)
    moved_fields: dict[str, str] = {}  # noqa: RUF012 (pydantic copies it)
    moved_options: dict[str, str] = {}  # noqa: RUF012 (pydantic copies it)

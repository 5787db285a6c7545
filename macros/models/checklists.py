"""Checklists, their items, and the fields that items ask for."""

from typing import Literal

from pydantic import model_validator

from macros.models.base import FieldNumber, Id, Model, SparseModel, Status, Text
from macros.models.conditions import Condition
from macros.models.meanings import ChecklistMeaning, FieldMeaning, ItemMeaning, OptionalFieldMeaning, OptionMeaning

FieldKind = Literal["text", "long-text", "integer", "date", "choice", "many", "rows"]
Need = Literal["required", "conditional", "optional"]


class Words(Model):
    """How a checklist says the three statuses of an answer."""

    done: Text
    open: Text
    na: Text


class LockTest(Model):
    """When a lock item counts as locked, as still moving, and as not applicable."""

    locked: Text
    moving: Text
    na: Text


class LockExample(Model):
    """A sentence from a real-looking RFQ and the status it earns."""

    status: Status
    text: Text


class Item(Model):
    """One line of a checklist, named across files as `checklist/item`."""

    id: Id
    label: Text
    prompt: Text
    help: Text
    ask: Text
    fields: tuple[Id, ...]
    na: Literal["allowed", "never"] = "never"
    if_missing: Text | None = None
    test: LockTest | None = None
    examples: tuple[LockExample, ...] = ()
    means: ItemMeaning | None = None


class Checklist(Model):
    """`pilot-lock.yml`, `rfq.yml`, `readiness.yml`: items a reader answers one by one."""

    id: Id
    title: Text
    intro: Text
    words: Words
    decides: ChecklistMeaning | None = None
    items: tuple[Item, ...]


class Option(Model):
    """One value a choice may take."""

    id: Id
    label: Text


class FieldOption(SparseModel):
    """One value that a field may take; one that is `alone` goes with no other."""

    id: Id
    label: Text
    alone: Literal["always"] | None = None
    means: OptionMeaning | None = None


class Column(SparseModel):
    """One column of a field of kind `rows`; one with an `ask` is wanted in every row."""

    id: Id
    label: Text
    kind: Literal["text", "integer", "number", "date", "choice"] = "text"
    unit: Text | None = None
    options: tuple[Option, ...] = ()
    ask: Text | None = None

    @model_validator(mode="after")
    def _options_fit_the_kind(self) -> "Column":
        if bool(self.options) != (self.kind == "choice"):
            raise ValueError("a column of kind choice has options, and no other kind has")
        return self


class Field(Model):
    """One detail a quoting desk wants, and the question it asks when the detail is missing."""

    id: Id
    number: FieldNumber
    label: Text
    kind: FieldKind
    need: Need
    asked_for: tuple[Id, ...] = ()
    when: Text | None = None
    asked_if: Condition | None = None
    na: Literal["allowed", "never"] = "never"
    vague: Literal["allowed", "never"] = "never"
    compared: Literal["always", "never"] = "always"
    unit: Text | None = None
    options: tuple[FieldOption, ...] = ()
    columns: tuple[Column, ...] = ()
    help: Text | None = None
    example: Text
    ask: Text
    means: Literal[FieldMeaning, OptionalFieldMeaning] | None = None

    @model_validator(mode="after")
    def _parts_fit_the_kind(self) -> "Field":
        if bool(self.options) != (self.kind in ("choice", "many")):
            raise ValueError("kinds choice and many have options, and no other kind has")
        if bool(self.columns) != (self.kind == "rows"):
            raise ValueError("kind rows has columns, and no other kind has")
        if {bool(self.when), bool(self.asked_if)} != {self.need == "conditional"}:
            raise ValueError("a conditional field says `when` and `asked_if`, and no other field does")
        return self


class Fields(Model):
    """`fields.yml`: every field, defined once, used by many items."""

    fields: tuple[Field, ...]

"""Checklists, their items, and the fields that items ask for."""

from typing import Literal

from pydantic import model_validator

from macros.models.base import FieldNumber, Id, Model, Status, Text


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
    if_open: Literal["settle", "review", "prototype"] | None = None
    if_missing: Text | None = None
    test: LockTest | None = None
    examples: tuple[LockExample, ...] = ()


class Checklist(Model):
    """`pilot-lock.yml`, `rfq.yml`, `readiness.yml`: items a reader answers one by one."""

    id: Id
    title: Text
    intro: Text
    words: Words
    items: tuple[Item, ...]


class Option(Model):
    """One value a choice may take."""

    id: Id
    label: Text


class FieldColumn(Model):
    """One column of a field of kind `rows`."""

    id: Id
    label: Text
    kind: Literal["text", "integer", "number", "date"] = "text"
    unit: Text | None = None


class Field(Model):
    """One detail a quoting desk wants, and the question it asks when the detail is missing."""

    id: Id
    number: FieldNumber
    label: Text
    kind: Literal["text", "long-text", "integer", "date", "choice", "many", "rows"]
    need: Literal["required", "conditional"]
    compared: Literal["always", "never"] = "always"
    when: Text | None = None
    unit: Text | None = None
    options: tuple[Option, ...] = ()
    columns: tuple[FieldColumn, ...] = ()
    help: Text | None = None
    example: Text
    ask: Text

    @model_validator(mode="after")
    def _parts_fit_the_kind(self) -> "Field":
        if bool(self.options) != (self.kind in ("choice", "many")):
            raise ValueError("kinds choice and many have options, and no other kind has")
        if bool(self.columns) != (self.kind == "rows"):
            raise ValueError("kind rows has columns, and no other kind has")
        if bool(self.when) != (self.need == "conditional"):
            raise ValueError("a conditional field says when, and a required field does not")
        return self


class Fields(Model):
    """`fields.yml`: every field, defined once, used by many items."""

    fields: tuple[Field, ...]

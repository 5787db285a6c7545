"""What topic pages give a reader to look up and to copy: tables, and notes for drawings and mails."""

from typing import Literal

from macros.models.base import Id, Model, Text


class Table(Model):
    """A table whose first column names the row; where a worked record is named, `{field}` stands for its value."""

    id: Id
    caption: Text
    example: Id | None = None
    holds: Literal["words", "figures"] = "words"
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


class Tables(Model):
    """`tables.yml`."""

    tables: tuple[Table, ...]


class Note(Model):
    """A text to copy; what a reader sets stands in square brackets, and `about` says what to mind."""

    id: Id
    label: Text
    text: Text
    about: Text | None = None


class NoteGroup(Model):
    """The notes of one subject; where a worked record is named, `{field}` stands for its value."""

    id: Id
    example: Id | None = None
    notes: tuple[Note, ...]


class Notes(Model):
    """`notes.yml`."""

    groups: tuple[NoteGroup, ...]

"""What the request says and in which order: its title block, then its chapters."""

from typing import Literal

from pydantic import model_validator

from macros.models.base import Id, Model, SparseModel, Text

# What stands in a chapter beside its details: what changed since the last build, files, notes, or what is left open.
ChapterMeaning = Literal["history", "files", "notes", "left-open"]


class TitleCell(SparseModel):
    """A cell of the title block: one field, several together, or the first of several that is given."""

    fields: tuple[Id, ...]
    label: Text | None = None
    take: Literal["all", "first"] = "all"
    blank: Literal["shown", "left-out"] = "left-out"
    on_steps: Literal["always", "never"] = "never"

    @model_validator(mode="after")
    def _has_a_name(self) -> "TitleCell":
        if not self.fields:
            raise ValueError("a cell shows one field at least")
        if len(self.fields) > 1 and self.label is None:
            raise ValueError("a cell of several fields has a `label`")
        return self


class TitleRow(Model):
    """The cells that stand beside each other."""

    cells: tuple[TitleCell, ...]


class TitleBlock(Model):
    """`title-block.yml`: what a desk files a request by, row by row."""

    rows: tuple[TitleRow, ...]


class Chapter(SparseModel):
    """A chapter of the request with the details in it, in their order."""

    id: Id
    label: Text
    fields: tuple[Id, ...] = ()
    means: ChapterMeaning | None = None


class RequestChapters(Model):
    """`request.yml`: what follows the title block; `further` is the heading over details that no chapter names."""

    chapters: tuple[Chapter, ...]
    further: Text

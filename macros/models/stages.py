"""The stages, and the matrices that compare them."""

from typing import Literal

from pydantic import model_validator

from macros.models.base import Id, Model, Text


class Analogy(Model):
    """What other trades call a stage; a rough comparison, defined by no standard."""

    hardware: Text
    mrl: Text
    trl: Text


# How far a lock item has come at a stage; from one stage to the next it only comes farther.
Freeze = Literal["moving", "settling", "locked"]


class Stage(Model):
    """One of the four stages a part passes on its way to repeat supply; `freeze` has its state by lock item."""

    id: Id
    label: Text
    short: Text
    purpose: Text
    blurb: Text
    changes: tuple[Text, ...] = ()
    leave_title: Text
    leave: tuple[Text, ...]
    fails: tuple[Text, ...]
    asks: tuple[Text, ...]
    analogy: Analogy
    freeze: dict[Id, Freeze]


class Stages(Model):
    """`stages.yml`: the stages, earliest first."""

    stages: tuple[Stage, ...]


class MatrixColumn(Model):
    """A column of a matrix; one with a question is a column a reader picks a level in, in the words of `levels`."""

    id: Id
    label: Text
    short: Text | None = None
    hint: Text | None = None
    question: Text | None = None
    levels: dict[Id, Text] | None = None
    decides: Literal["always", "never"] = "always"
    informs: Text | None = None

    @model_validator(mode="after")
    def _levels_have_a_question(self) -> "MatrixColumn":
        if bool(self.question) != bool(self.levels):
            raise ValueError("a column that a reader picks a level in has a question and levels, and no other has")
        if (self.short or self.hint) and not self.question:
            raise ValueError("a short name and a hint are for the columns that a reader picks a level in")
        if bool(self.informs) != (self.decides == "never"):
            raise ValueError("a column that decides nothing says what it informs of, and no other does")
        return self


class Row(Model):
    """A row of a matrix: one cell for each column; a stage's row borrows the stage's label."""

    id: Id
    label: Text | None = None
    cells: dict[Id, Text]


class Matrix(Model):
    """`transition.yml`, `quote-review.yml`: rows by columns, every cell filled."""

    id: Id
    caption: Text
    row_header: Text
    columns: tuple[MatrixColumn, ...]
    rows: tuple[Row, ...]

    def row(self, row_id: str) -> Row:
        """A row by its id; raises LookupError for an id that is not there."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise LookupError(f"the matrix {self.id} has no row {row_id}")

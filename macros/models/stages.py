"""The guide itself, its stages, and the matrices that compare them."""

from macros.models.base import Id, Model, Text, Version


class About(Model):
    """`guide.yml`: the guide's version, what its home page opens with, and what it is good for."""

    version: Version
    headline: Text
    lead: Text
    best_fit: Text
    useful_when: tuple[Text, ...]


class Analogy(Model):
    """What other trades call a stage; a likeness, defined by no standard."""

    hardware: Text
    mrl: Text
    trl: Text


class Stage(Model):
    """One of the four stages a part passes on its way to repeat supply."""

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


class Stages(Model):
    """`stages.yml`: the stages, earliest first."""

    stages: tuple[Stage, ...]


class Column(Model):
    """A column of a matrix; one with a question is a column a reader picks a level in."""

    id: Id
    label: Text
    question: Text | None = None


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
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def row(self, row_id: str) -> Row:
        """A row by its id; raises LookupError for an id that is not there."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise LookupError(f"the matrix {self.id} has no row {row_id}")

"""Numbers that figures show, where the worked record says them only in words."""

from typing import Annotated

from pydantic import StringConstraints, model_validator

from macros.models.base import Count, Id, ItemRef, Model, SparseModel

Size = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?$")]
Fit = Annotated[str, StringConstraints(pattern=r"^\d+ H\d+$")]


class Bore(Model):
    """A bore's sizes before and after coating, each pair in the same place, and its fit; rows are named `field/row`."""

    example: Id
    build: ItemRef
    before: tuple[Size, ...]
    after: tuple[Size, ...]
    dimension: ItemRef
    fit: Fit
    upper: Size
    lower: Size

    @model_validator(mode="after")
    def _sizes_are_pairs(self) -> "Bore":
        if not self.before or len(self.before) != len(self.after):
            raise ValueError("each size before coating has one after it")
        return self


class Sample(Model):
    """How many parts of a lot are checked, and what is shown beside that: other samples, and lots with bad parts."""

    example: Id
    dimension: ItemRef
    checked: Count
    lot: Count
    beside: tuple[Count, ...]
    bad: tuple[Count, ...]

    @model_validator(mode="after")
    def _of_the_lot(self) -> "Sample":
        if not self.bad or max(self.checked, *self.beside, *self.bad) >= self.lot:
            raise ValueError("samples and bad parts are fewer than the lot, and some parts are bad")
        return self


class Figures(SparseModel):
    """`figures.yml`: a bore around its coating, and the plan of a sample."""

    bore: Bore | None = None
    sample: Sample | None = None

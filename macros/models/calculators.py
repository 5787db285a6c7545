"""The calculators of the topic pages: the case and the table of each, what it leaves out, where its result goes."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from macros.models.base import Count, Id, Model, Text

# As it is shown, and so with the decimals that it is written with.
Number = Annotated[str, StringConstraints(pattern=r"^[+-]?\d{1,6}(\.\d{1,6})?$")]
# Each build works out what a sample of it can miss.
Lot = Annotated[Count, Field(le=1000)]
SizeUnit = Literal["mm", "inch"]
ThicknessUnit = Literal["µm", "mm", "inch", "mil"]


class Options(Model):
    """Which option of a choice holds before coating, and which after."""

    before: Id
    after: Id


class Into(Model):
    """The field that takes a result: as a text, or as a row of patterns, with options for choices."""

    field: Id
    text: Text | None = None
    cells: dict[Id, Text] | None = None
    options: dict[Id, Options] = {}  # noqa: RUF012 (pydantic copies it)

    @model_validator(mode="after")
    def _is_a_text_or_a_row(self) -> "Into":
        if (self.text is None) == (self.cells is None):
            raise ValueError("a result goes into a field as `text`, or into a table of rows as `cells`")
        return self


class CoatingCase(Model):
    """A feature, its limits before coating, and the coating; `share` is how much of it builds up, in percent."""

    what: Literal["shaft", "bore", "external-thread", "internal-thread"]
    unit: SizeUnit
    nominal: Number
    upper: Number
    lower: Number
    thickness_unit: ThicknessUnit
    thinnest: Number
    thickest: Number
    share: Number

    @model_validator(mode="after")
    def _is_in_order(self) -> "CoatingCase":
        if float(self.lower) > float(self.upper):
            raise ValueError("`lower` is above `upper`")
        if not 0 <= float(self.thinnest) <= float(self.thickest):
            raise ValueError("`thinnest` is below zero, or above `thickest`")
        if not 0 <= float(self.share) <= 100:
            raise ValueError("`share` is in percent, from 0 to 100")
        return self


class CoatingTable(Model):
    """The thicknesses of the rows, and the shares of the columns, in percent."""

    unit: ThicknessUnit
    thicknesses: tuple[Number, ...]
    shares: tuple[Number, ...]


class Coating(Model):
    """Size before and after coating."""

    title: Text
    case: CoatingCase
    table: CoatingTable
    leaves_out: tuple[Text, ...]
    into: Into | None = None


class SampleCase(Model):
    """A lot, a sample of it, the bad parts in the lot, and the chance of a miss that still counts, in percent."""

    lot: Lot
    sample: Count
    bad: Count
    risk: Number

    @model_validator(mode="after")
    def _is_in_order(self) -> "SampleCase":
        if max(self.sample, self.bad) > self.lot:
            raise ValueError("`sample` and `bad` are no more than `lot`")
        if not 0.1 <= float(self.risk) <= 99:
            raise ValueError("`risk` is in percent, from 0.1 to 99")
        return self


class SampleTable(Model):
    """A lot, the samples of the rows, and the bad parts in the lot of the columns."""

    lot: Lot
    samples: tuple[Count, ...]
    bad: tuple[Count, ...]

    @model_validator(mode="after")
    def _fits_the_lot(self) -> "SampleTable":
        if max(self.samples + self.bad, default=0) > self.lot:
            raise ValueError("`samples` and `bad` are no more than `lot`")
        return self


class Sample(Model):
    """What a clean sample can miss."""

    title: Text
    case: SampleCase
    table: SampleTable
    leaves_out: tuple[Text, ...]
    into: Into | None = None


class Pair(Model):
    """The smallest hole and the largest fastener that goes through it."""

    hole: Number
    fastener: Number

    @model_validator(mode="after")
    def _goes_through(self) -> "Pair":
        if float(self.hole) <= float(self.fastener):
            raise ValueError("`hole` has to be larger than `fastener`")
        return self


class FastenerCase(Pair):
    """The same, fixed in the other part or loose in both."""

    assembly: Literal["fixed", "floating"]
    unit: SizeUnit


class FastenerRow(Pair):
    """The same, by the name of the fastener."""

    name: Text


class FastenerTable(Model):
    """Pairs of one unit."""

    unit: SizeUnit
    rows: tuple[FastenerRow, ...]


class Fastener(Model):
    """Position of clearance holes."""

    title: Text
    case: FastenerCase
    table: FastenerTable
    leaves_out: tuple[Text, ...]
    into: Into | None = None


class Calculators(Model):
    """`calculators.yml`: each calculator of the topic pages."""

    coating: Coating
    sample: Sample
    fastener: Fastener

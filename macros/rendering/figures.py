"""What figures show: sizes read out of a worked record, where they lie on a line, and the odds of a sample."""

import re
from decimal import Decimal
from math import comb
from typing import NamedTuple

_SIZE = r"(\d+(?:\.\d+)?)"
_MEASURED = re.compile(rf"{_SIZE} and {_SIZE} mm after coating.*\({_SIZE} and {_SIZE} before\)")
_FIT = re.compile(r"(?P<fit>(?P<size>\d+) H\d+), \+(?P<upper>\d+(?:\.\d+)?) / (?P<lower>\d+(?:\.\d+)?)")
_PLAN = re.compile(r"(\d{1,6}) of (\d{1,6})")

MICROMETER = Decimal("0.001")


class Measured(NamedTuple):
    """Sizes of the same features before and after a coating, each pair in the same place."""

    before: tuple[Decimal, Decimal]
    after: tuple[Decimal, Decimal]

    @property
    def pairs(self) -> list[tuple[Decimal, Decimal]]:
        """The two sizes of each feature."""
        return list(zip(self.before, self.after, strict=True))


class Line(NamedTuple):
    """A number line: its first and its last number, and where these stand in a drawing."""

    first: Decimal
    last: Decimal
    left: int
    right: int

    def at(self, number: Decimal) -> float:
        """Where a number stands."""
        return round(self.left + float((number - self.first) / (self.last - self.first)) * (self.right - self.left), 1)


class Limits(NamedTuple):
    """A fit of a hole by its name, and the sizes that it allows."""

    fit: str
    lower: Decimal
    upper: Decimal


def measured(result: str) -> Measured | None:
    """The two sizes that the result of a build gives before and after coating, if it does."""
    if not (found := _MEASURED.search(result)):
        return None
    sizes = [Decimal(size) for size in found.groups()]
    return Measured((sizes[2], sizes[3]), (sizes[0], sizes[1]))


def limits(written: str) -> Limits | None:
    """The limits of a hole, if a critical dimension gives them as in `22 H7, +0.021 / 0`."""
    if not (found := _FIT.search(written)):
        return None
    size, upper, lower = (Decimal(found[each]) for each in ("size", "upper", "lower"))
    return Limits(found["fit"], (size + lower).quantize(upper), size + upper)


def plan(check: str) -> tuple[int, int] | None:
    """How many parts of a lot are checked, and of how many, if that is said as in `13 of 50`."""
    if not (found := _PLAN.search(check)):
        return None
    sample, lot = map(int, found.groups())
    return (sample, lot) if 0 < sample <= lot else None


def clean_sample(lot: int, bad: int, sample: int) -> float:
    """The odds that a random sample of a lot holds none of its bad parts."""
    if bad > lot:
        return 0
    return comb(lot - bad, sample) / comb(lot, sample)

"""What figures show: sizes read out of a worked record, where they lie on a line, and the odds of a sample."""

import re
from decimal import Decimal
from math import comb
from typing import NamedTuple

_MEASURED = re.compile(r"([\d.]+) and ([\d.]+) mm after coating.*\(([\d.]+) and ([\d.]+) before\)")
_FIT = re.compile(r"(?P<fit>(?P<size>\d+) H\d+), \+(?P<upper>[\d.]+) / (?P<lower>[\d.]+)")
_PLAN = re.compile(r"(\d+) of (\d+)")


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


def measured(result: str) -> Measured:
    """The two sizes that the result of a build gives before and after coating."""
    sizes = [Decimal(size) for size in _found(_MEASURED, result, "two sizes before and after coating").groups()]
    return Measured((sizes[2], sizes[3]), (sizes[0], sizes[1]))


def limits(written: str) -> Limits:
    """The limits of a hole as a critical dimension gives them, such as `22 H7, +0.021 / 0`."""
    found = _found(_FIT, written, "a fit with its deviations")
    size, upper, lower = (Decimal(found[each]) for each in ("size", "upper", "lower"))
    return Limits(found["fit"], (size + lower).quantize(upper), size + upper)


def plan(check: str) -> tuple[int, int]:
    """How many parts of a lot are checked, and of how many, as in `13 of 50`."""
    sample, lot = _found(_PLAN, check, "a sample of a lot").groups()
    return int(sample), int(lot)


def clean_sample(lot: int, bad: int, sample: int) -> float:
    """The odds that a random sample of a lot holds none of its bad parts."""
    return comb(lot - bad, sample) / comb(lot, sample)


def _found(pattern: re.Pattern[str], words: str, what: str) -> re.Match[str]:
    if found := pattern.search(words):
        return found
    raise ValueError(f"{what} would be needed here: {words}")

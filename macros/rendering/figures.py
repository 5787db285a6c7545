"""What figures show: where sizes lie on a line, and the odds of a sample."""

from decimal import Decimal
from math import comb
from typing import NamedTuple

MICROMETER = Decimal("0.001")


class Line(NamedTuple):
    """A number line: its first and its last number, and where these stand in a drawing."""

    first: Decimal
    last: Decimal
    left: int
    right: int

    def at(self, number: Decimal) -> float:
        """Where a number stands."""
        return round(self.left + float((number - self.first) / (self.last - self.first)) * (self.right - self.left), 1)


def clean_sample(lot: int, bad: int, sample: int) -> float:
    """The odds that a random sample of a lot holds none of its bad parts."""
    return comb(lot - bad, sample) / comb(lot, sample)

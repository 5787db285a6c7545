"""What figures show: where sizes lie on a line."""

from decimal import Decimal
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

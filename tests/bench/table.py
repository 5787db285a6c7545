"""One table of everything measured: the goal, what was measured, and whether it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure beside its goal, the most that it may be, or with `least` the least; `unit` is `x` for a ratio."""

    what: str
    goal: float
    measured: float
    unit: str = "x"
    # The figures that it is made of, for a reader who wants to know.
    of: str = ""
    least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the goal is met."""
        return self.measured >= self.goal if self.least else self.measured <= self.goal


def ratio(what: str, goal: float, ours: float, yardstick: float, unit: str) -> Row:
    """Ours by the yardstick, both in a unit that the reader is told."""
    return Row(what, goal, ours / yardstick, of=f"{ours:.4g} / {yardstick:.4g} {unit}")


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as a Markdown table, ready for a page."""
    yield "| what | goal | measured | | of |"
    yield "|---|---|---|---|---|"
    for row in rows:
        state = "ok" if row.holds else "missed"
        bound = f"{'at least' if row.least else 'at most'} {_figure(row.goal, row.unit)}"
        yield f"| {row.what} | {bound} | {_figure(row.measured, row.unit)} | {state} | {row.of} |"


def _figure(value: float, unit: str) -> str:
    return f"{value:.3g}{unit}" if unit == "x" else f"{value:.3g} {unit}".strip()

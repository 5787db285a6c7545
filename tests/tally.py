"""What the tests of faults tried, and how much of it held: counted over a whole run, told in one block at its end."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol

INPUTS = "inputs tried"
SAVES = "saves under attack"


class Tally(Protocol):
    """Counts how much of a sort held, of what was tried: all of it, or to be told before it is asserted."""

    def __call__(self, what: str, held: int, tried: int | None = None) -> None: ...


def counting(kind: str, record_property: Callable[[str, object], None]) -> Tally:
    """A tally of one kind; pytest's properties of a test also arrive from the other processes of a run."""
    return lambda what, held, tried=None: record_property(kind, (what, held, held if tried is None else tried))


def told(properties: Iterable[tuple[str, object]]) -> list[str]:
    """A line for each sort and one for the whole run; nothing where nothing was counted."""
    held: dict[str, Counter[str]] = {INPUTS: Counter(), SAVES: Counter()}
    tried: dict[str, Counter[str]] = {INPUTS: Counter(), SAVES: Counter()}
    for kind, value in properties:
        if kind in tried and isinstance(value, tuple | list):
            what, good, whole = value
            held[kind][what] += good
            tried[kind][what] += whole
    lines = [f"{what}: {held[kind][what]:,} of {tried[kind][what]:,}" for kind in tried for what in sorted(tried[kind])]
    if not lines:
        return []
    inputs, saves = (tried[kind].total() for kind in (INPUTS, SAVES))
    survived, lost = held[INPUTS].total(), saves - held[SAVES].total()
    return [*lines, f"faults: {inputs:,} {INPUTS}, {survived:,} survived; {saves:,} {SAVES}, {lost:,} lost"]

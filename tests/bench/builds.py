"""Builds: time and memory beside plain Markdown with the same rows, and how both grow."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench import sites
from tests.bench.processes import Cost, best, build
from tests.bench.table import Row, ratio

TIME, MEMORY = 1.30, 1.35
GROWTH = {1_000: 1.45, 10_000: 1.70}
# Ten times the items may take at most so much more than ten times the time that they add.
LINEAR = 1.2


def measure(folder: Path, rounds: int = 3) -> Iterator[Row]:
    """A row for each figure; the sites stay built below the folder, for those who measure them in a browser."""
    mine, plain = _pair(folder, 0, rounds)
    yield ratio("strict build: time", TIME, mine.seconds, plain.seconds, "s")
    yield ratio("strict build: memory", MEMORY, mine.megabytes, plain.megabytes, "MB")
    added = {}
    for items, goal in GROWTH.items():
        much, as_plain = _pair(folder, items, max(1, rounds - 1))
        added[items] = (much.seconds - mine.seconds) / items
        yield ratio(f"strict build with {items:,} items: time", goal, much.seconds, as_plain.seconds, "s")
    few, many = added.values()
    yield ratio("strict build: time for an item, of 10,000 and of 1,000", LINEAR, many * 1000, few * 1000, "ms")


def _pair(folder: Path, items: int, rounds: int) -> tuple[Cost, Cost]:
    """Ours and the same as plain Markdown, built in turn; the first build of ours is for the other's pages."""
    mine = sites.ours(folder / f"ours-{items}", items)
    build(mine)
    plain = sites.plainly(folder / f"plain-{items}", mine / "site")
    costs = [(build(mine), build(plain)) for _ in range(rounds)]
    return best(cost for cost, _ in costs), best(cost for _, cost in costs)

"""Data of 10,000 items, read and validated, beside PyYAML's C loader alone."""

import time
from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.guide.load import read_guide
from tests.bench.processes import in_turn
from tests.bench.table import Row, ratio

ROUNDS = 3
NO_LIMIT = 1 << 30


def measure(project: Path) -> Iterator[Row]:
    """One row for the data of a project."""
    data = project / "docs" / "data"

    def ours() -> float:
        start = time.perf_counter()
        read_guide(data, NO_LIMIT)
        return time.perf_counter() - start

    def alone() -> float:
        start = time.perf_counter()
        for file in data.glob("*.yml"):
            yaml.load(file.read_bytes(), yaml.CSafeLoader)
        return time.perf_counter() - start

    mine, theirs = in_turn(ROUNDS, ours, alone)
    yield ratio("data of 10,000 items read and validated, beside PyYAML's C loader", 3, mine, theirs, "s")

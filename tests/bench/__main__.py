"""`python -m tests.bench`: every figure of speed and weight beside its goal, in one table."""

import os
import platform
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import builds, clicks, data, lighthouse, sites, weight
from tests.bench.browser import chromium
from tests.bench.processes import build
from tests.bench.table import Row, lines

FEW = 30


def main() -> None:
    """Measure everything and print a row as soon as it is known."""
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    with TemporaryDirectory() as folder:
        for line in lines(measure(Path(folder))):
            print(line, flush=True)


def measure(folder: Path) -> Iterator[Row]:
    """Every row; the sites that the builds leave are those that the browsers visit."""
    yield from builds.measure(folder)
    yield from data.measure(folder / "ours-10000")
    for project in (few := sites.ours(folder / "few", FEW), locks := sites.ours(folder / "locks", 1_000, "pilot-lock")):
        build(project)
    build(bare := sites.bare(folder / "bare"))
    by_items = {FEW: few / "site", **{items: folder / f"ours-{items}" / "site" for items in clicks.GROWTH}}
    with chromium() as browser:
        yield from chain(
            weight.measure(browser, folder / "ours-0" / "site", bare / "site"),
            clicks.measure(browser, by_items, locks / "site"),
        )
    yield from lighthouse.measure(folder / "ours-0" / "site", bare / "site", by_items[10_000])


if __name__ == "__main__":
    main()

"""`python -m tests.bench`: every figure of speed and weight beside its goal, in one table."""

import os
import platform
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.publish.publish import publish
from tests.bench import builds, clicks, data, lighthouse, loading, sites, weight
from tests.bench.browser import chromium
from tests.bench.processes import build
from tests.bench.table import Row, lines
from tests.project import built
from tests.serving import serving

FEW, MANY = 60, 500


def main() -> None:
    """Measure everything and print a row as soon as it is known."""
    with TemporaryDirectory() as folder:
        print(machine(), end="\n\n", flush=True)
        for line in lines(measure(Path(folder))):
            print(line, flush=True)


def machine() -> str:
    """What the figures were taken on."""
    processor = platform.processor() or platform.machine()
    known = Path("/proc/cpuinfo")
    if known.is_file():
        named = (
            line.partition(":")[2].strip() for line in known.read_text().splitlines() if line.startswith("model name")
        )
        processor = next(named, processor)
    return f"{platform.system()}, {os.cpu_count()} cores ({processor}), Python {platform.python_version()}"


def measure(folder: Path) -> Iterator[Row]:
    """Every row; browsers visit the sites as they are published."""
    yield from builds.measure(folder)
    yield from data.measure(sites.ours(folder / "data", 10_000))
    few, many = (sites.ours(folder / f"items-{items}", items) for items in (FEW, MANY))
    for project in (few, many, bare := sites.bare(folder / "bare")):
        build(project)
    guide = folder / "ours-0"
    for project in (guide, few, many):
        if problems := publish(project / "site"):
            raise RuntimeError("\n".join(problems))
    before = sites.before(folder / "before")
    with chromium() as browser:
        yield from weight.measure(browser, guide / "site")
        # The release before swaps pages by script, and only where it was built for.
        with serving(guide / "site", compressed=True) as ours, serving(before / "site", compressed=True) as theirs:
            built(before, theirs)
            yield from loading.measure(browser, ours, theirs, bare / "site")
        yield from clicks.measure(browser, guide / "site", few / "site", many / "site")
    yield from lighthouse.measure(guide / "site", many / "site")


if __name__ == "__main__":
    main()

"""Builds: time beside plain Markdown with the same rows, memory, and a rebuild beside the first build."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench import sites
from tests.bench.processes import Cost, best, build
from tests.bench.table import Row, ratio

# As `mkdocs serve` does it: the settings are read again for each build, and a page has changed.
REBUILD = """
import time
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

def timed():
    start = time.perf_counter()
    build(load_config("mkdocs.yml"))
    return time.perf_counter() - start

first = timed()
page = Path("docs/privacy.md")
again = []
for number in range(3):
    page.write_text(page.read_text("utf-8") + f"\\n\\nEdit {number}.\\n", "utf-8")
    again.append(timed())
print(first, *again)
"""


def measure(folder: Path, rounds: int = 3) -> Iterator[Row]:
    """A row for each figure; the sites stay built below the folder, for those who measure them in a browser."""
    mine, plain = _pair(folder, 0, rounds)
    yield ratio("strict build, beside the same as plain Markdown", 1.55, mine.seconds, plain.seconds, "s")
    much, as_plain = _pair(folder, 1_000, rounds - 1)
    yield ratio("the same with 1,000 items", 1.25, much.seconds, as_plain.seconds, "s")
    first, again = _rebuild(sites.ours(folder / "rebuilt"))
    yield ratio("rebuild after one edit, beside the first build of the process", 0.5, again, first, "s")
    yield Row("memory of a build", 100, mine.megabytes, "MB")


def _pair(folder: Path, items: int, rounds: int) -> tuple[Cost, Cost]:
    """Ours and the same as plain Markdown, built in turn; the first build of ours is for the other's pages."""
    mine = sites.ours(folder / f"ours-{items}", items)
    build(mine)
    plain = sites.plainly(folder / f"plain-{items}", mine / "site")
    costs = [(build(mine), build(plain)) for _ in range(rounds)]
    return best(cost for cost, _ in costs), best(cost for _, cost in costs)


def _rebuild(project: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", REBUILD],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the rebuild of {project} failed:\n{done.stdout}{done.stderr}")
    first, *again = map(float, done.stdout.splitlines()[-1].split())
    return first, median(again)

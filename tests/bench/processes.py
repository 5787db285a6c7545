"""What a process costs: its time from start to end, and the most memory it held."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# A process begins with the memory of the one that starts it, so a small one stands in between.
WATCH = """
import resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.call(sys.argv[1:])
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


@dataclass(frozen=True)
class Cost:
    """Seconds, and megabytes at the peak."""

    seconds: float
    megabytes: float


def build(project: Path) -> Cost:
    """The cost of a strict build in a new process, into an empty folder; one that fails says all it said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", "site"]
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *command],
        cwd=project,
        # An empty value lets Python keep what it compiled, as it does unless told otherwise.
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true", "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the build of {project} failed:\n{done.stdout}{done.stderr}")
    seconds, peak = map(float, done.stdout.splitlines()[-1].split())
    # Linux counts in kilobytes, macOS in bytes.
    return Cost(seconds, peak / (1024 if sys.platform != "darwin" else 1024**2))


def best(costs: Iterable[Cost]) -> Cost:
    """The least of several runs: what a shared machine adds is no part of it."""
    known = list(costs)
    return Cost(min(cost.seconds for cost in known), min(cost.megabytes for cost in known))


def in_turn(rounds: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each measure, taken in turn, so that a busy moment falls on all of them."""
    taken = [[measure() for measure in measures] for _ in range(rounds)]
    return [median(each) for each in zip(*taken, strict=True)]

"""What a process costs: its time from start to end, and the most memory it held."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Cost:
    """Seconds, and megabytes at the peak."""

    seconds: float
    megabytes: float


def build(project: Path) -> Cost:
    """The cost of a strict build in a new process, into an empty folder; one that fails says all it said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", "site"]
    start = time.perf_counter()
    with (project / "build.log").open("w+", encoding="utf-8") as log:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "true"}
        process = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            raise RuntimeError(f"the build of {project} failed:\n{log.read()}")
    # Linux counts in kilobytes, macOS in bytes.
    return Cost(seconds, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2))


def best(costs: Iterable[Cost]) -> Cost:
    """The least of several runs: what a shared machine adds is no part of it."""
    known = list(costs)
    return Cost(min(cost.seconds for cost in known), min(cost.megabytes for cost in known))


def in_turn(rounds: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each measure, taken in turn, so that a busy moment falls on all of them."""
    taken = [[measure() for measure in measures] for _ in range(rounds)]
    return [median(each) for each in zip(*taken, strict=True)]

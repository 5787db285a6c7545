"""Lighthouse, as a phone sees it: its four marks on every page, and its performance on a page with 500 items."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.table import Row
from tests.chromium import ARGUMENTS, WHOLE, launch_options
from tests.node import NODE
from tests.project import ADDRESSES
from tests.serving import serving

# Installed by `make bench` from the lock file beside this module; no page and no test needs it.
HERE = Path(".cache/lighthouse/node_modules/lighthouse/cli/index.js")
MARKS = ("performance", "accessibility", "best-practices", "seo")
ROUNDS = 5
GOAL = 99

Report = dict[str, Any]


def measure(site: Path, many: Path) -> Iterator[Row]:
    """A row for the worst page by each mark, and one for a page with 500 items."""
    reports = {address: report(site, address) for address in ADDRESSES}
    for mark in MARKS:
        marks = {address: _mark(page, mark) for address, page in reports.items()}
        if mark == "performance":
            marks = {address: _again(site, address, once) for address, once in marks.items()}
        worst = min(marks, key=marks.__getitem__)
        goal = GOAL if mark == "performance" else 100
        yield Row(f"Lighthouse, worst page: {mark}", goal, marks[worst], "", f"`{worst}`", least=True)
    score = median(_mark(report(many, "/rfq/", MARKS[:1]), MARKS[0]) for _ in range(3))
    yield Row("Lighthouse, a page with 500 items: performance", 95, score, "", least=True)


def _again(site: Path, address: str, once: float) -> float:
    """The median of five for a page that did not reach the goal at once: single runs differ with what else goes on."""
    if once >= GOAL:
        return once
    more = (_mark(report(site, address, MARKS[:1]), MARKS[0]) for _ in range(ROUNDS - 1))
    return median([once, *more])


def _mark(of: Report, mark: str) -> float:
    return round(100 * float(of["categories"][mark]["score"]))


def report(site: Path, address: str, marks: tuple[str, ...] = MARKS) -> Report:
    """Lighthouse's report on one page of a site, on some marks or on all."""
    with serving(site, compressed=True) as origin:
        done = subprocess.run(
            [
                NODE,
                HERE,
                origin + address.removeprefix("/"),
                "--quiet",
                "--output=json",
                "--no-enable-error-reporting",
                f"--only-categories={','.join(marks)}",
                f"--chrome-flags={' '.join(['--headless=new', *ARGUMENTS])}",
            ],
            env={**os.environ, "CHROME_PATH": str(launch_options(WHOLE).get("executable_path", ""))},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed on {address}:\n{done.stderr}")
    found: Report = json.loads(done.stdout)
    return found

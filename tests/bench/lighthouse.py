"""Lighthouse, as a phone sees it: loading beside the bare theme, and its four marks on every page."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.table import Row, ratio
from tests.chromium import ARGUMENTS, WHOLE, launch_options
from tests.project import ADDRESSES
from tests.serving import serving
from tests.test_client import NODE

# Installed by `make bench` from the lock file beside this module; no page and no test needs it.
HERE = Path(".cache/lighthouse/node_modules/lighthouse/cli/index.js")
MARKS = ("performance", "accessibility", "best-practices", "seo")
LCP, TBT, CLS = "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"
ROUNDS = 3

Report = dict[str, Any]


def measure(mine: Path, bare: Path, many: Path) -> Iterator[Row]:
    """Three rows for `/rfq/`, one for each mark over all pages, and one for a page with 10,000 items."""
    reports = [(report(mine, "/rfq/"), report(bare, "/")) for _ in range(ROUNDS)]
    ours, theirs = zip(*reports, strict=True)
    yield ratio("/rfq/ on a phone: LCP", 1.05, _figure(ours, LCP) / 1000, _figure(theirs, LCP) / 1000, "s")
    yield Row("/rfq/ on a phone: more TBT", 20, _figure(ours, TBT) - _figure(theirs, TBT), "ms")
    yield Row("/rfq/ on a phone: CLS", 0.001, _figure(ours, CLS), "")
    pages = {address: report(mine, address) for address in ADDRESSES}
    for mark in MARKS:
        marks = {address: round(100 * page["categories"][mark]["score"]) for address, page in pages.items()}
        worst = min(marks, key=marks.__getitem__)
        yield Row(f"points below 100 on the worst page: {mark}", 0, 100 - marks[worst], "", worst)
    # To look for faults in a quarter of a million elements takes longer than Lighthouse waits for an answer.
    score = report(many, "/rfq/", MARKS[:1])["categories"]["performance"]["score"]
    yield Row("points below 100 with 10,000 items: performance", 10, 100 - round(100 * score), "")


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


def _figure(reports: tuple[Report, ...], audit: str) -> float:
    return median(float(each["audits"][audit]["numericValue"]) for each in reports)

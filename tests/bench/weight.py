"""The weight of a first visit: bytes over the wire and requests, beside the bare theme with an empty page."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Response

from tests.bench.table import Row, ratio
from tests.serving import serving

# Bytes as a ratio, and requests more than the bare theme's.
GOALS = {
    "/rfq/": (1.15, 2),
    "/stages/pilot-run/": (1.08, 1),
    "/glossary/": (1.08, 1),
}


def measure(browser: Browser, mine: Path, bare: Path) -> Iterator[Row]:
    """Two rows for each page."""
    empty, few = first_visit(browser, bare, "/")
    for address, (goal, more) in GOALS.items():
        size, requests = first_visit(browser, mine, address)
        yield ratio(f"first visit to {address}: bytes", goal, size / 1000, empty / 1000, "KB")
        yield Row(f"first visit to {address}: more requests", more, requests - few, "", f"{requests} - {few}")


def first_visit(browser: Browser, site: Path, address: str) -> tuple[int, int]:
    """Bytes with headers and requests until the network is quiet, with nothing cached."""
    with serving(site, compressed=True) as origin:
        context = browser.new_context()
        page = context.new_page()
        sizes = []
        # A worker's script is a request of the page; its body is told by the header alone.
        page.on("response", lambda response: sizes.append(_size(response)))
        page.goto(origin + address.removeprefix("/"), wait_until="networkidle")
        context.close()
    return sum(sizes), len(sizes)


def _size(response: Response) -> int:
    headers = response.all_headers()
    return int(headers["content-length"]) + sum(len(name) + len(value) + 4 for name, value in headers.items())

"""The weight of a first visit: what comes over the wire, compressed, with nothing cached, and what it is made of."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Response

from tests.bench.table import Row
from tests.project import source_name
from tests.serving import serving

# Kilobytes of the bodies, gzip; a kilobyte is 1,000 bytes.
GOALS = {
    "/rfq/": 48,
    "/stages/pilot-run/": 26,
    "/": 30,
    "/faq/": 30,
    "/topics/design-guide/": 30,
    "/topics/tolerance-review/": 30,
}


def measure(browser: Browser, site: Path) -> Iterator[Row]:
    """A row for each page, with its bytes by part."""
    for address, goal in GOALS.items():
        parts = first_visit(browser, site, address)
        of = ", ".join(f"{name} {size / 1000:.1f}" for name, size in parts.most_common())
        yield Row(f"first visit to `{address}`", goal, parts.total() / 1000, "KB", of)


def first_visit(browser: Browser, site: Path, address: str) -> Counter[str]:
    """Bytes of each file that a page loads until the network is quiet; its own are called `page`."""
    parts: Counter[str] = Counter()

    def count(response: Response) -> None:
        # A worker's script is a request of the page; its body is told by the header alone.
        parts[source_name(response.url) or "page"] += int(response.all_headers()["content-length"])

    with serving(site, compressed=True) as origin:
        context = browser.new_context()
        page = context.new_page()
        page.on("response", count)
        page.goto(origin + address.removeprefix("/"), wait_until="networkidle")
        context.close()
    return parts

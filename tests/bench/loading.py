"""From a click on a link to the next page answering, beside the release before; and what a first visit works."""

from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.processes import in_turn
from tests.bench.table import Row, ratio
from tests.serving import serving

ROUNDS = 9
ANSWERING = "rfq-checklist[data-list=rfq][data-ready]"
# The moments of the click, and of the frame painted once the page answers, on a clock that goes on from page to page.
WATCH = """
addEventListener("click", () => sessionStorage.setItem("clicked", performance.timeOrigin + performance.now()), true);
new MutationObserver((_, watch) => {
  if (!document.querySelector("ANSWERING") || !sessionStorage.getItem("clicked")) return;
  watch.disconnect();
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      window.took = performance.timeOrigin + performance.now() - sessionStorage.getItem("clicked");
      document.documentElement.dataset.answered = "";
    };
    channel.port2.postMessage(0);
  });
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
""".replace("ANSWERING", ANSWERING)


def measure(browser: Browser, mine: str, before: str, bare: Path) -> Iterator[Row]:
    """Two rows; the sites that pages of a release lead through are served at the address that they were built for."""
    ours, theirs = in_turn(ROUNDS, _clicking(browser, mine), _clicking(browser, before))
    yield ratio("from a click on a link to the next page answering, beside 1.0.0", 0.5, ours, theirs, "ms")
    with serving(bare, compressed=True) as empty:
        ours, theirs = in_turn(ROUNDS, _working(browser, f"{mine}rfq/", ANSWERING), _working(browser, empty, "h1"))
    yield ratio("main thread until `/rfq/` is ready, beside the theme's empty page", 0.85, ours, theirs, "ms")


def _clicking(browser: Browser, origin: str) -> Callable[[], float]:
    def click() -> float:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(f"{origin}readiness/", wait_until="networkidle")
        page.locator(".md-tabs, .md-footer").locator("a[href$='rfq/']").first.click()
        # The pages' policy forbids the script that would wait for a value.
        page.wait_for_url(f"{origin}rfq/", wait_until="commit")
        page.wait_for_selector("[data-answered]", state="attached")
        took = float(page.evaluate("window.took"))
        context.close()
        return took

    return click


def _working(browser: Browser, address: str, ready: str) -> Callable[[], float]:
    def work() -> float:
        context = browser.new_context(viewport={"width": 412, "height": 823})
        page = context.new_page()
        session = context.new_cdp_session(page)
        # From here on: seconds of the processor that the page's main thread has had.
        session.send("Performance.enable")
        page.goto(address, wait_until="networkidle")
        page.wait_for_selector(ready, state="attached")
        metrics = session.send("Performance.getMetrics")["metrics"]
        context.close()
        return 1000 * float(next(each["value"] for each in metrics if each["name"] == "ThreadTime"))

    return work

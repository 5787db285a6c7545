"""From a click on a box to the next painted frame, beside a naive page that is otherwise the same."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench.browser import slow, visiting
from tests.bench.processes import in_turn
from tests.bench.table import Row, ratio
from tests.serving import serving

FRAME = 1000 / 60
NAIVE = Path(__file__).parent / "naive.js"
ROUNDS = 15
GROWTH = {1_000: 1.25, 10_000: 1.5}
# A task that begins in a fresh frame clicks; the message after the next frame's callbacks comes when it is painted.
CLICK = """() => new Promise((done) => {
  const boxes = document.querySelectorAll(".item__done");
  const after = (run) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { channel.port1.close(); run(); };
    channel.port2.postMessage(0);
  });
  after(() => {
    const start = performance.now();
    boxes[window.turn = ((window.turn ?? 0) + 1) % 5].click();
    after(() => {
      const time = performance.now() - start;
      setTimeout(() => done(time), 150);
    });
  });
})"""
SUMMARY = """() => {
  const summary = document.querySelector("rfq-summary");
  for (const list of summary.querySelectorAll("ol, ul")) list.replaceChildren();
  void summary.offsetHeight;
  const start = performance.now();
  summary.show();
  void summary.offsetHeight;
  return performance.now() - start;
}"""


def measure(browser: Browser, sites: dict[int, Path]) -> Iterator[Row]:
    """Rows for a site with 30 items, and for those with many; all pages are open at once and clicked in turn."""
    with ExitStack() as stack:
        pages = {items: stack.enter_context(visiting(browser, site, "/rfq/")) for items, site in sites.items()}
        for page in pages.values():
            page.wait_for_selector("rfq-summary[data-ready]")
        naive = stack.enter_context(_naive(browser, sites[30]))
        (unslowed,) = in_turn(ROUNDS, _clicking(pages[30]))
        for page in (*pages.values(), naive):
            slow(page, 4)
        few, by_naive, *many = in_turn(
            ROUNDS, _clicking(pages[30]), _clicking(naive), *(_clicking(pages[items]) for items in GROWTH)
        )
        (summary,) = in_turn(ROUNDS, lambda: float(pages[1_000].evaluate(SUMMARY)))
    yield Row("click to painted, not slowed", FRAME, unslowed, "ms")
    yield ratio("click to painted, slowed 4x, beside a naive page", 0.6, few, by_naive, "ms")
    for (items, goal), time in zip(GROWTH.items(), many, strict=True):
        yield ratio(f"click to painted, slowed 4x, {items:,} items beside 30", goal, time, few, "ms")
    yield Row("summary of 1,000 items, made and laid out, slowed 4x", FRAME, summary, "ms")


def _clicking(page: Page) -> Callable[[], float]:
    def click() -> float:
        page.bring_to_front()
        return float(page.evaluate(CLICK))

    return click


@contextmanager
def _naive(browser: Browser, site: Path) -> Iterator[Page]:
    """The page of a site with the naive script in the place of ours."""
    with serving(site, compressed=True) as origin:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        page.route("**/javascripts/guide.js", lambda route: route.fulfill(path=NAIVE))
        page.goto(f"{origin}rfq/")
        yield page
        context.close()

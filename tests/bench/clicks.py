"""From a click on a box to the next painted frame, and what a full record takes to be evaluated and shown."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench.browser import opened, slow
from tests.bench.processes import in_turn
from tests.bench.table import Row, ratio

FRAME = 1000 / 60
NAIVE = Path(__file__).parent / "naive.js"
ROUNDS = 15
# What a page works from a click until the next frame is painted; the wait for the screen in between is left out.
# The message that the frame's first callback sends comes once that frame is painted.
CLICK = """() => new Promise((done) => {
  const boxes = document.querySelectorAll(".item__done");
  const drawn = (run) => requestAnimationFrame(() => {
    const start = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { channel.port1.close(); run(performance.now() - start); };
    channel.port2.postMessage(0);
  });
  drawn(() => {
    const start = performance.now();
    drawn((drawing) => setTimeout(() => done(handling + drawing), 300));
    boxes[window.turn = ((window.turn ?? 0) + 1) % 5].click();
    const handling = performance.now() - start;
  });
})"""
SUMMARY = """() => {
  const summary = document.querySelector("rfq-summary");
  for (const list of summary.querySelectorAll("ol, ul")) list.replaceChildren();
  void summary.offsetHeight;
  // What was worked out of the record is worked out again.
  summary.session.evaluated = undefined;
  const start = performance.now();
  summary.show();
  void summary.offsetHeight;
  return performance.now() - start;
}"""


def measure(browser: Browser, guide: Path, few: Path, many: Path) -> Iterator[Row]:
    """Rows for the guide as it is, and for two sites with 60 and with 500 items."""
    with ExitStack() as stack:
        pages = [stack.enter_context(opened(browser, site)) for site in (guide, few, many)]
        naive = stack.enter_context(opened(browser, few, NAIVE))
        full, by_sixty, _ = pages
        # It stands in a fold, which the bench has no need to open.
        full.locator("rfq-load-example button").dispatch_event("click")
        full.locator(".summary__progress, .summary__counts li").first.wait_for(state="attached")
        (unslowed,) = in_turn(ROUNDS, _clicking(by_sixty))
        for page in (*pages, naive):
            slow(page, 4)
        sixty, by_naive, five_hundred = in_turn(ROUNDS, *map(_clicking, (by_sixty, naive, pages[2])))
        (shown,) = in_turn(ROUNDS, lambda: float(full.evaluate(SUMMARY)))
    yield Row("click on a box to painted frame", FRAME, unslowed, "ms")
    yield ratio("the same with a processor slowed 4x, beside a naive page", 0.6, sixty, by_naive, "ms")
    yield ratio("the same with 500 items, beside 60", 1.25, five_hundred, sixty, "ms")
    yield Row("a full record evaluated and shown, slowed 4x", FRAME, shown, "ms")


def _clicking(page: Page) -> Callable[[], float]:
    def click() -> float:
        page.bring_to_front()
        return float(page.evaluate(CLICK))

    return click

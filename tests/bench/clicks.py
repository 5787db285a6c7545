"""From a click on a box to the next painted frame, beside a naive page that is otherwise the same."""

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
GROWTH = {1_000: 1.25, 10_000: 1.5}
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
  const start = performance.now();
  summary.show();
  void summary.offsetHeight;
  return performance.now() - start;
}"""


def measure(browser: Browser, sites: dict[int, Path], locks: Path) -> Iterator[Row]:
    """Rows for sites by their number of items, 30 among them, and for one with 1,000 lock items that are all open."""
    with ExitStack() as stack:
        pages = {items: stack.enter_context(opened(browser, site)) for items, site in sites.items()}
        naive = stack.enter_context(opened(browser, sites[30], NAIVE))
        summary = stack.enter_context(opened(browser, locks))
        (unslowed,) = in_turn(ROUNDS, _clicking(pages[30]))
        for page in (*pages.values(), naive, summary):
            slow(page, 4)
        few, by_naive, *many = in_turn(
            ROUNDS, _clicking(pages[30]), _clicking(naive), *(_clicking(pages[items]) for items in GROWTH)
        )
        (shown,) = in_turn(ROUNDS, lambda: float(summary.evaluate(SUMMARY)))
    yield Row("click to painted, not slowed", FRAME, unslowed, "ms")
    yield ratio("click to painted, slowed 4x, beside a naive page", 0.6, few, by_naive, "ms")
    for (items, goal), time in zip(GROWTH.items(), many, strict=True):
        yield ratio(f"click to painted, slowed 4x, {items:,} items beside 30", goal, time, few, "ms")
    yield Row("summary of 1,000 open items, made and laid out, slowed 4x", FRAME, shown, "ms")


def _clicking(page: Page) -> Callable[[], float]:
    def click() -> float:
        page.bring_to_front()
        return float(page.evaluate(CLICK))

    return click

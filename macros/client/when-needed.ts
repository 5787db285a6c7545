/** Loads the summary bundle when a reader comes near what it brings to life, or there is something to sum up. */

import { runBundle } from "./bundle-loader.ts";
import { isRecordLink, onCarried } from "./carried.ts";
import { make } from "./dom.ts";
import { isBlank } from "./record.ts";
import type { Session } from "./session.ts";
import { shared, theSession } from "./shared.ts";

/** The elements of the summary bundle that pages hold; builds stand within a summary. */
const FOLLOWING = "rfq-hand-over, rfq-summary, rfq-verdict";

/** Watches a page for the first need; whoever only reads the top of it is spared what the rest takes. */
export function loadSummaryWhenNeeded(): void {
  // Of the page before, which the theme took away.
  shared.watch?.abort();
  for (const without of document.querySelectorAll<HTMLElement>(".summary__without")) without.hidden = true;
  const places = [...document.querySelectorAll<HTMLElement>(FOLLOWING)].filter((place) => !place.matches(":defined"));
  if (places.length === 0) return;
  const watch = shared.watch = new AbortController();
  const load = (): void => {
    watch.abort();
    if (places.some((place) => place.isConnected)) void bring(places);
  };
  const near = new IntersectionObserver((seen) => {
    if (seen.some((each) => each.isIntersecting)) load();
  }, { rootMargin: "100%" });
  for (const place of places) near.observe(place);
  watch.signal.addEventListener("abort", () => near.disconnect());
  onCarried((fragment) => {
    if (isRecordLink(fragment)) load();
  }, watch.signal);
  keepDropped(places, load);
  void theSession().then(({ store }) => (isBlank(store.record) ? onNextChange(store, load, watch.signal) : load()));
}

/** A record that is dropped before the summary is there to open it waits for it; the last one counts. */
function keepDropped(places: HTMLElement[], load: () => void): void {
  const summary = places.find((place) => place.localName === "rfq-summary");
  if (!summary) return;
  let dropped: Event | undefined;
  const until = new AbortController();
  document.addEventListener("rfq-open", (event) => {
    dropped = event;
    load();
  }, { signal: until.signal });
  summary.addEventListener("rfq-ready", () => {
    until.abort();
    if (dropped) document.dispatchEvent(new CustomEvent("rfq-open", { detail: (dropped as CustomEvent).detail }));
  }, { once: true });
}

/** A bundle that does not come is told where its work would show, and asked for again with the next change. */
async function bring(places: HTMLElement[]): Promise<void> {
  for (const told of document.querySelectorAll(".is-late")) told.remove();
  try {
    await runBundle("guide-summary.js");
  } catch (error) {
    places[0]!.prepend(make("p", { class: "is-late", role: "status" }, (error as Error).message));
    onNextChange((await theSession()).store, () => void bring(places));
  }
}

/** A store tells of more than changes: of what it has written, and of what the browser promised to keep. */
function onNextChange(store: Session["store"], act: () => void, signal?: AbortSignal): void {
  const { record } = store;
  const end = store.subscribe(() => {
    if (store.record === record) return;
    end();
    act();
  });
  signal?.addEventListener("abort", end);
}

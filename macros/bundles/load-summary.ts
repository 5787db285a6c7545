/** Loads the summary bundle when a reader comes near what it brings to life, or there is something to sum up. */

import { loadSummary } from "../client/page/lazy.ts";
import { onFragment } from "../client/browser/fragment.ts";
import { make } from "../client/browser/dom.ts";
import { isBlank } from "../client/record/record.ts";
import { type Session, theSession } from "../client/page/session.ts";

/** The elements of the summary bundle, as their templates mark them; some show nothing as long as a part says nothing. */
const FOLLOWING = '[data-bundle="summary"]';
/** What shows or does more with the summary than without; what a reader does to it is the first sign of an entry. */
const ANSWERED = "rfq-checklist, rfq-parts";
const SIGNS = ["pointerdown", "keydown", "focusin", "click"];

/** Watches a page for the first need; whoever only reads the top of it is spared what the rest takes. */
export function loadSummaryWhenNeeded(): void {
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
  const [following, answered] = [all(`${FOLLOWING}:not([data-waits])`), all(ANSWERED)];
  const places = [...following, ...answered, ...all(`${FOLLOWING}[data-waits]`)];
  if (places.length === 0) return;
  const watch = new AbortController();
  // Each need that is met ends the watch for all: elements are defined once.
  const load = (): void => {
    if (watch.signal.aborted) return;
    watch.abort();
    void bring(places);
  };
  const near = new IntersectionObserver((seen) => {
    if (seen.some((each) => each.isIntersecting)) load();
  }, { rootMargin: "100%" });
  for (const place of following) near.observe(place);
  // A form that is what its page is there for, and has no place in the first bundle of the others.
  if (places.some(({ dataset }) => "atOnce" in dataset || "answers" in dataset)) load();
  for (const list of answered) for (const sign of SIGNS) list.addEventListener(sign, load, { signal: watch.signal });
  watch.signal.addEventListener("abort", () => near.disconnect());
  // An address may carry a record or values, or name a detail whose control has to be unfolded.
  onFragment(load, watch.signal);
  keepDropped(places, load);
  void theSession().then(async ({ store }) => {
    onNextChange(store, load, watch.signal);
    if (!isBlank(store.record) || await store.hasMore()) load();
  });
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
    await loadSummary();
  } catch (error) {
    places[0]?.prepend(make("p", { class: "is-late", role: "status" }, (error as Error).message));
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

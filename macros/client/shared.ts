/** What the bundles of a page have in common: each holds its own copy of the code, and there is one of these. */

import type { Session } from "./session.ts";

interface Shared {
  /** Each script that was asked for, by its address; what failed is forgotten. */
  scripts: Map<string, Promise<void>>;
  /** Set by the first bundle when it first runs: only that one holds what a session takes. */
  openSession?: () => Promise<Session>;
  /** The address of the site's root, noted while address and page are sure to belong together. */
  root?: string;
  /** Ends the watch over the page at hand for what loads the summary. */
  watch?: AbortController;
}

const page = globalThis as unknown as { rfqGuide?: Shared };

/** One for the life of the tab, however often pages are swapped and run their scripts again. */
export const shared: Shared = page.rfqGuide ??= { scripts: new Map() };

/** The session of the tab, opened when it is first asked for. */
export function theSession(): Promise<Session> {
  return shared.openSession!();
}

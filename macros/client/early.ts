/** What a reader entered while the page's script was still on its way. */

import { isBlank } from "./record.ts";
import type { RfqRecord } from "./types.ts";

type Entry = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The controls that no longer stand as the page was sent; of a part that says something, only the boxes. */
export function enteredEarly(root: HTMLElement, record: RfqRecord): Entry[] {
  if (!isFresh()) return [];
  // A text would take the place of one that the page has not shown yet.
  const entries = isBlank(record) ? "input, select, textarea" : "input[type=checkbox], input[type=radio]";
  return [...root.querySelectorAll<Entry>(entries)].filter(isTouched);
}

/** Of a page that is loaded again, the browser puts back what stood there: that is old, and nobody entered it now. */
function isFresh(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.type === "navigate";
}

function isTouched(entry: Entry): boolean {
  if (entry instanceof HTMLSelectElement) return entry.selectedIndex > 0;
  const isBox = entry instanceof HTMLInputElement && /^(checkbox|radio)$/.test(entry.type);
  return isBox ? entry.checked !== entry.defaultChecked : entry.value !== entry.defaultValue;
}

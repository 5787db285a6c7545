/** What differs between two states of a record, as pages show it. */

import type { Changes, Difference, StatusChange } from "../summary/changes.ts";
import { make, renderList } from "../browser/dom.ts";
import { shortened } from "../text/display-name.ts";

/** Shows the items that turned as a list, regressions first, and in one line what was given for the first time. */
export function showStatusChanges(root: HTMLElement, changes: Changes | undefined): void {
  const { regressions = [], settled = [], given = [] } = changes ?? {};
  renderList(root, [
    ...regressions.map(({ checklist, label }) => [make("strong", {}, "Reopened since: "), `${checklist}: ${label}`]),
    ...byList(settled).map((names) => [`Settled since: ${names}`]),
    ...(given.length > 0 ? [[`Given for the first time: ${given.map(({ label }) => label).join(", ")}`]] : []),
  ]);
}

/** What opened again is told one by one; what was settled, in one line for each list. */
function byList(changes: StatusChange[]): string[] {
  const lists = new Map<string, string[]>();
  for (const { checklist, label } of changes) lists.set(checklist, [...lists.get(checklist) ?? [], label]);
  return [...lists].map(([name, labels]) => `${name}: ${labels.join(", ")}`);
}

/** The most rows of a comparison that a page shows, and the most characters of a value in it. */
const MOST = 200;
const LONGEST = 600;

/** Shows details that differ as a table's rows, and hides what stands around them where there are none. */
export function showDifferences(around: HTMLElement, differences: Difference[]): void {
  around.hidden = differences.length === 0;
  const row = (label: string, from: string, to: string): HTMLElement =>
    make("tr", {}, make("th", { scope: "row" }, shortened(label, LONGEST)), ...[from, to].map((text) => make("td", {}, shortened(text, LONGEST))));
  const rows = differences.slice(0, MOST).map(({ label, from, to }) => row(label, from || "not given", to || "not given"));
  const more = differences.length - MOST;
  around.querySelector("tbody")!.replaceChildren(...rows, ...(more > 0 ? [row(`And ${more} more`, "", "")] : []));
}

/** What differs between two states of a record, as pages show it. */

import type { Changes, Difference, StatusChange } from "../summary/changes.ts";
import { make, renderList } from "../browser/dom.ts";

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

/** Shows details that differ as a table's rows, and hides what stands around them where there are none. */
export function showDifferences(around: HTMLElement, differences: Difference[]): void {
  around.hidden = differences.length === 0;
  around.querySelector("tbody")!.replaceChildren(...differences.map(({ label, from, to }) =>
    make("tr", {}, make("th", { scope: "row" }, label), make("td", {}, from || "not given"), make("td", {}, to || "not given"))));
}

/** What differs between two states of a record, as pages show it. */

import type { Changes, Turn } from "./changes.ts";
import type { Difference } from "./differences.ts";
import { list, make } from "./dom.ts";

/** Shows the items that turned as a list, regressions first. */
export function showTurns(root: HTMLElement, changes: Changes | undefined): void {
  const { regressions = [], settled = [] } = changes ?? {};
  list(root, [
    ...regressions.map((turn) => [make("strong", {}, "Settled then, open now: "), `${turn.list}: ${turn.label}`]),
    ...byList(settled).map((names) => [`Settled since: ${names}`]),
  ]);
}

/** What opened again is told one by one; what was settled, in one line for each list. */
function byList(turns: Turn[]): string[] {
  const lists = new Map<string, string[]>();
  for (const { list, label } of turns) lists.set(list, [...lists.get(list) ?? [], label]);
  return [...lists].map(([name, labels]) => `${name}: ${labels.join(", ")}`);
}

/** Shows details that differ as a table's rows, and hides what stands around them where there are none. */
export function showDifferences(around: HTMLElement, differences: Difference[]): void {
  around.hidden = differences.length === 0;
  around.querySelector("tbody")!.replaceChildren(...differences.map(({ label, from, to }) =>
    make("tr", {}, make("th", { scope: "row" }, label), make("td", {}, from || "not given"), make("td", {}, to || "not given"))));
}

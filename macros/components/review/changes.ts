/** What changed between two states of a part, as the desk reads it. */

import { isUnchanged } from "../../client/changes.ts";
import { list, make, part, setText } from "../../client/dom.ts";
import type { Comparison } from "../../client/review.ts";

/** Shows a comparison; without one the section is not there. */
export function showChanges(root: HTMLElement, comparison: Comparison | undefined): void {
  root.hidden = !comparison;
  if (!comparison) return;
  const { from, to, changes } = comparison;
  setText(part(root, ".review__since"), `From ${from} to ${to}${isUnchanged(changes) ? ": nothing that is compared changed." : ":"}`);
  list(part(root, "ul"), [
    ...changes.regressions.map((turn) => [make("strong", {}, "Settled then, open now: "), `${turn.list}: ${turn.label}`]),
    ...changes.settled.map((turn) => ["Settled since: ", `${turn.list}: ${turn.label}`]),
  ]);
  part<HTMLElement>(root, "table").hidden = changes.values.length === 0;
  part(root, "tbody").replaceChildren(...changes.values.map((change) =>
    make("tr", {}, make("th", { scope: "row" }, change.label), make("td", {}, change.from || "not given"), make("td", {}, change.to || "not given"))));
}

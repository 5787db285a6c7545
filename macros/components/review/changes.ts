/** What changed between two states of a part, as the desk reads it. */

import { isUnchanged } from "../../client/changes.ts";
import { showDifferences, showTurns } from "../../client/compared.ts";
import { part, setText } from "../../client/dom.ts";
import type { Comparison } from "../../client/review.ts";

/** Shows a comparison; without one the section is not there. */
export function showChanges(root: HTMLElement, comparison: Comparison | undefined): void {
  root.hidden = !comparison;
  if (!comparison) return;
  const { from, to, changes } = comparison;
  setText(part(root, ".review__since"), `From ${from} to ${to}${isUnchanged(changes) ? ": nothing that is compared changed." : ":"}`);
  showTurns(part(root, "ul"), changes);
  showDifferences(part(root, "table"), changes.values);
}

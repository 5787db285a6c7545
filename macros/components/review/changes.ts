/** What changed between two states of a part, as the desk reads it. */

import { isUnchanged } from "../../client/summary/changes.ts";
import { showDifferences, showStatusChanges } from "../../client/page/show-changes.ts";
import { query, setText } from "../../client/browser/dom.ts";
import type { Comparison } from "../../client/summary/compare.ts";

/** Shows a comparison; without one the section is not there. */
export function showChanges(root: HTMLElement, comparison: Comparison | undefined): void {
  root.hidden = !comparison;
  if (!comparison) return;
  const { from, to, changes } = comparison;
  setText(query(root, ".review__since"), `From ${from} to ${to}${isUnchanged(changes) ? ": no tracked detail changed." : ":"}`);
  showStatusChanges(query(root, "ul"), changes);
  showDifferences(query(root, "table"), changes.values);
}

/** The lock items under the rules: which hold, and what an open one leads to. */

import type { Item, Reason, Status } from "../record/types.ts";
import type { FieldState } from "./asked-fields.ts";
import { type ItemEvaluation, statesOf } from "./evaluate-items.ts";

/** A lock item that does not hold: what was answered to it, which of its details are lacking, and why it is open. */
export interface OpenLock { ref: string; item: Item; status: Status; lacking: FieldState[]; reason: Reason }

/** The locks that do not hold: not settled, or settled over details that are lacking. */
export function openLocks(evaluation: ItemEvaluation): OpenLock[] {
  const { guide, conditions } = evaluation;
  return statesOf(evaluation, guide.known.id("verdict")).flatMap(({ ref, item, status, lacking }) => {
    if (status !== "open" && lacking.length === 0) return [];
    const reason = guide.locks[ref]!.find(({ holds_if }) => !holds_if || conditions.holds(holds_if))!;
    return [{ ref, item, status, lacking, reason }];
  });
}

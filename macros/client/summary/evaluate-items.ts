/** How far the details and items of a record are, worked out once; what is judged of them follows in the evaluation. */

import { type Progress, answerTo, effectiveStatus } from "../record/answers.ts";
import type { GuideIndex, ListedItem } from "../record/guide-index.ts";
import type { Answer, RfqRecord, Status } from "../record/types.ts";
import { type FieldState, fieldStates, isLacking, isUntouched } from "./asked-fields.ts";
import { Conditions } from "./conditions.ts";

/** How far an item is: worked out from its details, with the reader's tick on top. */
export interface ItemState extends ListedItem {
  answer: Answer;
  status: Status;
  /** `given`: every detail asked for is given, and nobody has ticked it yet. */
  state: "not-started" | "partly" | "given" | "settled" | "na";
  /** How many of its details are asked for, and which of these are missing or not exact. */
  asked: number; lacking: FieldState[];
}

/** What follows for each detail and item, with the conditions as they stand. */
export interface ItemEvaluation {
  guide: GuideIndex; record: RfqRecord; today: string;
  request: string;
  conditions: Conditions;
  fields: ReadonlyMap<string, FieldState>;
  items: ReadonlyMap<string, ItemState>;
}

/** Works the details and items of a record out on a day (ISO date). */
export function evaluateItems(guide: GuideIndex, record: RfqRecord, today: string): ItemEvaluation {
  const conditions = new Conditions(guide, record, today);
  const fields = fieldStates(guide, record, conditions);
  const items = new Map(guide.items.map((listed): [string, ItemState] => {
    const { ref, item } = listed;
    const answer = answerTo(record, ref);
    const status = effectiveStatus(item, answer);
    const states = item.fields.map((id) => fields.get(id)!);
    const lacking = states.filter(isLacking);
    return [ref, { ...listed, answer, status, state: stateOf(status, states, lacking), asked: states.filter(({ asked }) => asked).length, lacking }];
  }));
  return { guide, record, today, request: conditions.request, conditions, fields, items };
}

/** The states of a checklist's items, in its order. */
export function statesOf({ guide, items }: ItemEvaluation, checklist: string): ItemState[] {
  return guide.itemsOf(checklist).map(({ ref }) => items.get(ref)!);
}

/** Counts what some items count as; a page that shows a list keeps its counts as answers change. */
export function progressOf(states: ItemState[]): Progress {
  const counts = { total: states.length, done: 0, na: 0, open: 0 };
  for (const { status } of states) counts[status] += 1;
  return counts;
}

function stateOf(status: Status, states: FieldState[], lacking: FieldState[]): ItemState["state"] {
  if (status === "na") return "na";
  if (status === "done" && lacking.length === 0) return "settled";
  if (lacking.length === 0 && states.length > 0) return "given";
  return status === "open" && isUntouched(states) ? "not-started" : "partly";
}

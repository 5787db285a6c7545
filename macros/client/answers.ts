/** Reads answers out of a record: what a blank means, what is settled, how far a list is. */

import { own } from "./entries.ts";
import type { Answer, Checklist, Item, RfqRecord, Status, Value, Words } from "./types.ts";

const BLANK: Answer = { status: "open" };

/** The answer to `checklist/item`; a blank is open. */
export function answerTo(record: Pick<RfqRecord, "answers">, item: string): Answer {
  return own(record.answers, item) ?? BLANK;
}

/** The value of a field, the stage among them, or undefined where nothing is entered. */
export function valueOf(record: Pick<RfqRecord, "stage" | "values">, field: string): Value | undefined {
  if (field === "stage") return record.stage || undefined;
  return own(record.values, field);
}

/** What an answer counts as: "not applicable" counts only where it is allowed and has a reason. */
export function standing(item: Item, answer: Answer): Status {
  if (answer.status !== "na") return answer.status;
  return item.na === "allowed" && answer.note?.trim() ? "na" : "open";
}

/** Whether an item was reworded since it was said to be settled; what is open is asked in its new words anyway. */
export function isReworded(item: Item, answer: Answer): boolean {
  return answer.status !== "open" && !!answer.text && answer.text !== item.text;
}

/** How many items of a list are done, not applicable and open. */
export interface Progress { total: number; done: number; na: number; open: number }

/** Counts a list once; a page that shows it keeps the counts as answers change. */
export function progressOf(checklist: Checklist, record: RfqRecord): Progress {
  const counts = { total: checklist.items.length, done: 0, na: 0, open: 0 };
  for (const item of checklist.items) counts[standing(item, answerTo(record, `${checklist.id}/${item.id}`))] += 1;
  return counts;
}

/** The counts in the list's own words: "4 of 6 locked, 1 not applicable, 1 still moving". */
export function progressInWords(progress: Progress, words: Words): string {
  const parts = [`${progress.done} of ${progress.total} ${words.done.toLowerCase()}`];
  if (progress.na) parts.push(`${progress.na} ${words.na.toLowerCase()}`);
  if (progress.open) parts.push(`${progress.open} ${words.open.toLowerCase()}`);
  return parts.join(", ");
}

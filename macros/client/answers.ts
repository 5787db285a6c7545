/** Reads answers out of a record: what a blank means, what is settled, how far a list is. */

import type { Answer, Checklist, Item, RfqRecord, Status, Value, Words } from "./types.ts";

const BLANK: Answer = { status: "open" };

/** The answer to `checklist/item`; a blank is open. */
export function answerTo(record: RfqRecord, item: string): Answer {
  return Object.hasOwn(record.answers, item) ? record.answers[item]! : BLANK;
}

/** The value of a field, the stage among them, or undefined where nothing is entered. */
export function valueOf(record: RfqRecord, field: string): Value | undefined {
  if (field === "stage") return record.stage || undefined;
  return Object.hasOwn(record.values, field) ? record.values[field] : undefined;
}

/** What an answer counts as: "not applicable" counts only where it is allowed and has a reason. */
export function standing(item: Item, answer: Answer): Status {
  if (answer.status !== "na") return answer.status;
  return item.na === "allowed" && answer.note?.trim() ? "na" : "open";
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

/** Reads answers out of a record: what a blank means, what is settled, how far a list is. */

import { ownEntry } from "../text/own-entry.ts";
import type { GuideIndex, ListedItem } from "./guide-index.ts";
import type { Answer, Item, RfqRecord, Status, Value, Words } from "./types.ts";

const BLANK: Answer = { status: "open" };

/** The answer to `checklist/item`; a blank is open. */
export function answerTo(record: Pick<RfqRecord, "answers">, item: string): Answer {
  return ownEntry(record.answers, item) ?? BLANK;
}

/** The value of a field, what is requested among them, or undefined where nothing is entered. */
export function valueOf(guide: GuideIndex, record: Pick<RfqRecord, "stage" | "values">, field: string): Value | undefined {
  return field === guide.known.id("request") ? record.stage || undefined : ownEntry(record.values, field);
}

/** What an answer counts as: "not applicable" counts only where it is allowed and has a reason. */
export function effectiveStatus(item: Item, answer: Answer): Status {
  if (answer.status !== "na") return answer.status;
  return item.na === "allowed" && answer.note?.trim() ? "na" : "open";
}

/** What the answer of a record, or of a build, to an item counts as. */
export function statusOf(record: Pick<RfqRecord, "answers">, { ref, item }: ListedItem): Status {
  return effectiveStatus(item, answerTo(record, ref));
}

/** Whether an item was reworded since it was said to be settled; what is open is asked in its new words anyway. */
export function isReworded(item: Item, answer: Answer): boolean {
  return answer.status !== "open" && !!answer.text && answer.text !== item.text;
}

/** How many items of a list are done, not applicable and open, by what their reader said of them. */
export interface Progress { total: number; done: number; na: number; open: number }

/** The counts in the list's own words: "4 of 6 locked, 1 not applicable, 1 still moving". */
export function formatProgress(progress: Progress, words: Words): string {
  const parts = [`${progress.done} of ${progress.total} ${words.done.toLowerCase()}`];
  if (progress.na) parts.push(`${progress.na} ${words.na.toLowerCase()}`);
  if (progress.open) parts.push(`${progress.open} ${words.open.toLowerCase()}`);
  return parts.join(", ");
}

/** The questions a quoting desk would ask of a record, the most important first. */

import { answerTo, standing, valueOf } from "./answers.ts";
import type { GuideIndex } from "./guide.ts";
import { isEmpty } from "./record.ts";
import { contradictions } from "./rules.ts";
import type { Item, RfqRecord } from "./types.ts";
import { LOCK, type Verdict } from "./verdict.ts";

/** One question, with the item or field that an answer to it would fill, or the check of files that it comes from. */
export interface Question { text: string; about: "contradiction" | "item" | "field" | "file" | "desk"; id: string }

/** Contradictions, then what blocks the verdict, then the other lists in order; no detail is asked for twice. */
export function questionsOn(guide: GuideIndex, record: RfqRecord, verdict: Verdict): Question[] {
  const broken = contradictions(guide, record);
  const questions: Question[] = broken.map((rule) => ({ text: rule.ask, about: "contradiction", id: rule.id }));
  const asked = silenced(guide, record);
  for (const { field, test } of broken.flatMap((rule) => rule.all)) if (field && test === "empty") asked.add(field);
  // A set gives the blocked ones first, and each of them once.
  const refs = new Set([...verdict.blockers, ...guide.items].map(({ ref }) => ref));
  for (const ref of refs) {
    for (const question of questionsOnItem(guide, record, ref, asked)) questions.push(question);
  }
  return questions;
}

function questionsOnItem(guide: GuideIndex, record: RfqRecord, ref: string, asked: Set<string>): Question[] {
  const item = guide.item(ref);
  const answer = answerTo(record, ref);
  const status = standing(item, answer);
  if (status === "na") return [];
  const missing = missingFields(guide, record, item);
  const fresh = missing.filter((field) => !asked.has(field));
  for (const field of missing) asked.add(field);
  const own: Question = { text: item.ask, about: "item", id: ref };
  // One question is kinder than nine: where nothing at all is filled in, the item's own question covers it.
  if (fresh.length > 0 && fresh.length === missing.length && nothingFilled(record, item)) return [own];
  if (fresh.length > 0) return fresh.map((field) => ({ text: guide.field(field).ask, about: "field", id: field }));
  if (status !== "open" || missing.length > 0 || !ref.startsWith(`${LOCK}/`)) return [];
  return [{ text: `${item.label}: ${guide.guide.unmarked}`, about: "item", id: ref }];
}

function nothingFilled(record: RfqRecord, item: Item): boolean {
  return item.fields.every((field) => isEmpty(valueOf(record, field)));
}

/** The fields that an item said to be not applicable makes superfluous, wherever else they are asked for. */
export function silenced(guide: GuideIndex, record: RfqRecord): Set<string> {
  const idle = guide.items.filter(({ item, ref }) => item.fields.length > 0 && standing(item, answerTo(record, ref)) === "na");
  return new Set(idle.flatMap(({ item }) => item.fields));
}

/** The required fields of an item that hold nothing, or no number where a number is wanted. */
export function missingFields(guide: GuideIndex, record: RfqRecord, item: Item): string[] {
  return item.fields.filter((id) => {
    const [field, value] = [guide.field(id), valueOf(record, id)];
    return field.required && (isEmpty(value) || (field.kind === "integer" && typeof value !== "number"));
  });
}

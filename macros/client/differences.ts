/** What opening a record would change, in words, for a preview. */

import { answerTo, standing, valueOf } from "./answers.ts";
import type { GuideIndex } from "./guide.ts";
import { nameOf } from "./parts.ts";
import type { Checklist, Item, RfqRecord, Value } from "./types.ts";
import { inWords } from "./values.ts";

/** One change; what is blank is an empty text. */
export interface Difference { label: string; from: string; to: string }

/** Every place where two records differ, in the order of the guide; what the guide does not know comes last. */
export function differences(before: RfqRecord, after: RfqRecord, guide: GuideIndex): Difference[] {
  const compared = (label: string, words: (record: RfqRecord) => string): Difference =>
    ({ label, from: words(before), to: words(after) });
  const { fields, checklists } = guide.guide;
  const known = new Set(fields.map((field) => field.id));
  const items = checklists.flatMap((list) => list.items.map((item) => `${list.id}/${item.id}`));
  return [
    compared("Name", nameOf),
    compared("Stage", (record) => guide.stageLabel(record.stage)),
    ...fields.filter((field) => field.id !== "stage").map((field) => compared(field.label, (record) => {
      const value = valueOf(record, field.id);
      return value === undefined ? "" : inWords(field, value);
    })),
    ...checklists.flatMap((list) => list.items.map((item) =>
      compared(item.label, (record) => answerInWords(list, item, record)))),
    ...keysOf(before.levels, after.levels).map((column) =>
      compared(`Level: ${column}`, (record) => guide.stageLabel(own(record.levels, column) ?? null))),
    compared("Builds", (record) => record.builds.map((build) => build.name).join(", ")),
    compared("Files", (record) => record.files.map((file) => file.name).join(", ")),
    ...keysOf(before.values, after.values).filter((key) => !known.has(key))
      .map((key) => compared(key, (record) => plainly(own(record.values, key)))),
    ...keysOf(before.answers, after.answers).filter((key) => !items.includes(key))
      .map((key) => compared(key, (record) => own(record.answers, key)?.status ?? "")),
  ].filter(({ from, to }) => from !== to);
}

/** The items that the other record settles, and those that it opens again, by label. */
export function turned(before: RfqRecord, after: RfqRecord, guide: GuideIndex): { done: string[]; open: string[] } {
  const found = { done: [] as string[], open: [] as string[] };
  for (const list of guide.guide.checklists) {
    for (const item of list.items) {
      const isOpen = (record: RfqRecord) => standing(item, answerTo(record, `${list.id}/${item.id}`)) === "open";
      if (isOpen(before) !== isOpen(after)) found[isOpen(after) ? "open" : "done"].push(item.label);
    }
  }
  return found;
}

function answerInWords(list: Checklist, item: Item, record: RfqRecord): string {
  const answer = answerTo(record, `${list.id}/${item.id}`);
  const said = list.words[standing(item, answer)];
  return answer.note?.trim() ? `${said}: ${answer.note.trim()}` : said;
}

function keysOf(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
}

function own<T>(entries: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

function plainly(value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return value.map((entry) => (typeof entry === "string" ? entry : Object.values(entry).join(" "))).join("; ");
}

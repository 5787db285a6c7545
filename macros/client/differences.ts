/** What opening a record would change, in words, for a preview. */

import { answerTo, standing, valueOf } from "./answers.ts";
import { own } from "./entries.ts";
import type { GuideIndex, ListedItem } from "./guide.ts";
import { nameOf } from "./parts.ts";
import type { RfqRecord, Value } from "./types.ts";
import { inWords } from "./values.ts";

/** One place that differs, from and to in words; what is blank is an empty text. */
export interface Difference { label: string; from: string; to: string }

/** Every place where two records differ, in the order of the guide; what the guide does not know comes last. */
export function differences(before: RfqRecord, after: RfqRecord, guide: GuideIndex): Difference[] {
  const compared = (label: string, words: (record: RfqRecord) => string): Difference =>
    ({ label, from: words(before), to: words(after) });
  const { fields, levels } = guide.guide;
  const unknown = (part: "values" | "answers" | "levels", known: string[]): string[] =>
    keysOf(before[part], after[part]).filter((key) => !known.includes(key));
  const levelled = (column: string, label: string): Difference =>
    compared(`Level: ${label}`, (record) => guide.stageLabel(own(record.levels, column) ?? null));
  return [
    compared("Name", nameOf),
    compared("Stage", (record) => guide.stageLabel(record.stage)),
    ...fields.filter((field) => field.id !== "stage").map((field) => compared(field.label, (record) => {
      const value = valueOf(record, field.id);
      return value === undefined ? "" : inWords(field, value);
    })),
    ...guide.items.map((listed) => compared(listed.item.label, (record) => answerInWords(listed, record))),
    ...levels.map(({ id, label }) => levelled(id, label)),
    compared("Builds", (record) => record.builds.map((build) => build.name).join(", ")),
    compared("Files", (record) => record.files.map((file) => file.name).join(", ")),
    ...unknown("levels", levels.map(({ id }) => id)).map((key) => levelled(key, key)),
    ...unknown("values", fields.map(({ id }) => id)).map((key) => compared(key, (record) => plainly(own(record.values, key)))),
    ...unknown("answers", guide.items.map(({ ref }) => ref)).map((key) => compared(key, (record) => own(record.answers, key)?.status ?? "")),
  ].filter(({ from, to }) => from !== to);
}

function answerInWords({ ref, list, item }: ListedItem, record: RfqRecord): string {
  const answer = answerTo(record, ref);
  const said = list.words[standing(item, answer)];
  return answer.note?.trim() ? `${said}: ${answer.note.trim()}` : said;
}

function keysOf(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
}

function plainly(value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return value.map((entry) => (typeof entry === "string" ? entry : Object.values(entry).join(" "))).join("; ");
}

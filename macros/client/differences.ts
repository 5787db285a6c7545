/** What opening a record would change, in words, for a preview. */

import { answerTo, standing, valueOf } from "./answers.ts";
import { askedAt, askedIn } from "./asked.ts";
import { own } from "./entries.ts";
import type { GuideIndex, ListedItem } from "./guide.ts";
import { nameOf } from "./parts.ts";
import type { Build, FileEntry, RfqRecord, Value } from "./types.ts";
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
    ...before.builds.flatMap((build) => buildThatDiffers(build, after.builds.find(({ at }) => at === build.at))),
    compared("Files", (record) => record.files.map(fileInWords).join("; ")),
    compared("Review by the quoting desk", reviewInWords),
    ...unknown("levels", levels.map(({ id }) => id)).map((key) => levelled(key, key)),
    ...unknown("values", fields.map(({ id }) => id)).map((key) => compared(key, (record) => plainly(own(record.values, key)))),
    ...unknown("answers", guide.items.map(({ ref }) => ref)).map((key) => compared(key, (record) => own(record.answers, key)?.status ?? "")),
  ].filter(({ from, to }) => from !== to);
}

/** A build is known by its moment; one that was named anew is told by the list of names. */
function buildThatDiffers(build: Build, other: Build | undefined): Difference[] {
  const content = ({ name: _, ...rest }: Build): string => JSON.stringify(rest);
  if (!other || content(build) === content(other)) return [];
  return [{ label: `Build ${build.name}`, from: "as it was kept", to: "other details or answers" }];
}

function fileInWords({ name, role, revision, size, sha256 }: FileEntry): string {
  const facts = [role, revision && `Rev ${revision}`, typeof size === "number" ? `${size} bytes` : "", sha256 && `SHA-256 ${sha256.slice(0, 8)}`];
  const told = facts.filter(Boolean).join(", ");
  return told ? `${name} (${told})` : name;
}

function reviewInWords(record: RfqRecord): string {
  const asked = askedIn(record);
  const answered = asked.filter((question) => question.answered).length;
  return asked.length > 0 ? `${asked.length} questions of ${askedAt(record)!.slice(0, 10)}, ${answered} answered` : "";
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

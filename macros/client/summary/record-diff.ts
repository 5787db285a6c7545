/** What opening a record would change, in words, for a preview. */

import { answerTo, statusOf, valueOf } from "../record/answers.ts";
import { receivedReview } from "../record/received-review.ts";
import { marked, unconfirmed } from "../record/unconfirmed.ts";
import { ownEntry } from "../text/own-entry.ts";
import type { GuideIndex, ListedItem } from "../record/guide-index.ts";
import { nameOf } from "../record/part-names.ts";
import type { Difference } from "./changes.ts";
import type { Build, FileEntry, RfqRecord, Value } from "../record/types.ts";
import { formatValue } from "../record/format-value.ts";
import { counted } from "../text/counted.ts";

/** Every place where two records differ, in the order of the guide; what the guide does not know comes last. */
export function differences(before: RfqRecord, after: RfqRecord, guide: GuideIndex): Difference[] {
  const compared = (label: string, words: (record: RfqRecord) => string): Difference =>
    ({ label, from: words(before), to: words(after) });
  const { fields, levels } = guide;
  const unknown = (part: "values" | "answers" | "levels", known: string[]): string[] =>
    keysOf(before[part], after[part]).filter((key) => !known.includes(key));
  const levelled = (column: string, label: string): Difference =>
    compared(`Level: ${label}`, (record) => guide.stageLabel(ownEntry(record.levels, column) ?? null));
  return [
    compared("Name", (record) => nameOf(guide, record)),
    compared("Stage", (record) => marked(guide.stageLabel(record.stage), unconfirmed(guide, record).includes(guide.known.id("request")))),
    ...fields.filter((field) => field.id !== guide.known.id("request")).map((field) => compared(field.label, (record) => {
      const value = valueOf(guide, record, field.id);
      return value === undefined ? "" : marked(formatValue(field, value), unconfirmed(guide, record).includes(field.id));
    })),
    ...keysOf(before.na ?? {}, after.na ?? {}).map((id) => compared(
      `Not applicable: ${fields.find((field) => field.id === id)?.label ?? id}`, (record) => ownEntry(record.na ?? {}, id)?.trim() ?? "")),
    ...guide.items.map((listed) => compared(listed.item.label, (record) => formatAnswer(listed, record))),
    ...levels.map(({ id, label }) => levelled(id, label)),
    compared("Builds", (record) => record.builds.map((build) => build.name).join(", ")),
    ...before.builds.flatMap((build) => buildThatDiffers(build, after.builds.find(({ at }) => at === build.at))),
    compared("Files", (record) => record.files.map(formatFile).join("; ")),
    compared(`Review by the ${guide.people.desk}`, formatReview),
    ...unknown("levels", levels.map(({ id }) => id)).map((key) => levelled(key, key)),
    ...unknown("values", fields.map(({ id }) => id)).map((key) => compared(key, (record) => plainly(ownEntry(record.values, key)))),
    ...unknown("answers", guide.items.map(({ ref }) => ref)).map((key) => compared(key, (record) => ownEntry(record.answers, key)?.status ?? "")),
  ].filter(({ from, to }) => from !== to);
}

/** A build is known by its moment; one that was named anew is told by the list of names. */
function buildThatDiffers(build: Build, other: Build | undefined): Difference[] {
  const content = ({ name: _, ...rest }: Build): string => JSON.stringify(rest);
  if (!other || content(build) === content(other)) return [];
  return [{ label: `Build ${build.name}`, from: "as it was kept", to: "other details or answers" }];
}

function formatFile({ name, role, revision, size, sha256 }: FileEntry): string {
  const known = [role, revision && `Rev ${revision}`, typeof size === "number" ? `${size} bytes` : "", sha256 && `SHA-256 ${sha256.slice(0, 8)}`];
  const details = known.filter(Boolean).join(", ");
  return details ? `${name} (${details})` : name;
}

function formatReview(record: RfqRecord): string {
  const { at = "", questions = [] } = receivedReview(record) ?? {};
  const answered = questions.filter((question) => question.answered).length;
  return questions.length > 0 ? `${counted(questions.length, "question")} of ${at.slice(0, 10)}, ${answered} answered` : "";
}

function formatAnswer(listed: ListedItem, record: RfqRecord): string {
  const status = listed.checklist.words[statusOf(record, listed)];
  const note = answerTo(record, listed.ref).note?.trim();
  return note ? `${status}: ${note}` : status;
}

function keysOf(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
}

function plainly(value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return value.map((entry) => (typeof entry === "string" ? entry : Object.values(entry).join(" "))).join("; ");
}

/** A record as the quoting desk reads it: what to ask, item by item, and what it says against another one. */

import { answerTo, standing, valueOf } from "./answers.ts";
import { lastBuild } from "./builds.ts";
import { type Changes, changesBetween } from "./changes.ts";
import { clean, cleanLine } from "./export/clean.ts";
import { escaped, start } from "./export/markdown.ts";
import type { GuideIndex } from "./guide.ts";
import { nameOf } from "./parts.ts";
import { type Question, questionsOn } from "./questions.ts";
import { REVIEW } from "./open.ts";
import type { Review, RfqRecord } from "./types.ts";
import { verdictOn } from "./verdict.ts";

/** The longest question that a review carries, in characters, as its schema has it. */
const MAX_QUESTION = 4_000;

/** The item next to which questions about files stand at the buyer's side. */
const FILES = "readiness/files";

/** The questions on one item, or on what contradicts itself, under a name; `ref` is the item's, else empty. */
export interface Group<Each = Question> { name: string; ref: string; questions: Each[] }

/** The questions to a buyer, grouped by item; the groups are in the order of their most important question. */
export function groupsOf(guide: GuideIndex, record: RfqRecord, ofFiles: Question[] = []): Group[] {
  const verdict = verdictOn(guide, record);
  const blocked = verdict.blockers.map(({ ref }) => ref);
  const inOrder = [...blocked.map((ref) => guide.items.find((each) => each.ref === ref)!), ...guide.items.filter(({ ref }) => !blocked.includes(ref))]
    .filter(({ item, ref }) => standing(item, answerTo(record, ref)) !== "na");
  const groups = new Map<string, Group>();
  if (ofFiles.length > 0) groups.set("files", { name: "Files", ref: FILES, questions: ofFiles });
  for (const question of questionsOn(guide, record, verdict)) {
    const found = inOrder.find(({ ref, item }) => (question.about === "item" ? ref === question.id : item.fields.includes(question.id)));
    const about = question.about === "contradiction" ? undefined : found;
    const ref = about?.ref ?? "";
    const group = groups.get(ref) ?? { name: about ? `${about.list.title}: ${about.item.label}` : "Contradictions", ref, questions: [] };
    group.questions.push(question);
    groups.set(ref, group);
  }
  return [...groups.values()];
}

/** The desk's questions as a file for the buyer, whose side shows each next to its item. */
export function reviewOf(record: RfqRecord, groups: Group<string>[], at: string): Review {
  const text = (field: string): string => String(valueOf(record, field) ?? "").trim();
  return {
    schema: REVIEW, record: record.id, part_number: text("part-number"), revision: text("revision"), updated: record.updated, at,
    questions: groups.flatMap(({ ref, questions }) => questions.map((question) => ({ ...(ref ? { item: ref } : {}), text: clean(question).trim().slice(0, MAX_QUESTION) }))),
  };
}

/** Questions as text to paste into a message, numbered through so that an answer can name its question. */
export function questionsInText(record: RfqRecord, groups: Group<string>[]): string {
  return laidOut(groups, (number, text) => `${number} ${text.replaceAll("\n", "\n   ")}`, cleanLine, titleFor(record));
}

/** The same as Markdown; nothing in a question can act as a mark. */
export function questionsInMarkdown(record: RfqRecord, groups: Group<string>[]): string {
  const lines = (text: string): string => text.split("\n").map(start).join("\\\n   ");
  return laidOut(groups, (number, text) => `${number} ${lines(text)}`, (name) => `## ${escaped(cleanLine(name))}\n`, `# ${escaped(titleFor(record))}`);
}

/** What differs between two states of one part, with what they are called. */
export interface Comparison { from: string; to: string; changes: Changes }

/** Two records of one part, from the one saved first to the other; undefined for records of different parts. */
export function compared(guide: GuideIndex, one: RfqRecord, other: RfqRecord): Comparison | undefined {
  if (!isSamePart(one, other)) return undefined;
  const [before, after] = Date.parse(one.updated) <= Date.parse(other.updated) ? [one, other] : [other, one];
  const name = (record: RfqRecord): string => `${nameOf(record)}, saved ${record.updated.slice(0, 10)}`;
  return { from: name(before), to: name(after), changes: changesBetween(guide, before, after) };
}

/** What changed since the last build that a record keeps; undefined where it keeps none. */
export function sinceLastBuild(guide: GuideIndex, record: RfqRecord): Comparison | undefined {
  const build = lastBuild(record);
  return build && { from: `${build.name}, kept ${build.at.slice(0, 10)}`, to: "this record", changes: changesBetween(guide, build, record) };
}

/** Whether two records are of one part: by their id, or by the part number. */
export function isSamePart(one: RfqRecord, other: RfqRecord): boolean {
  const [number, same] = [one, other].map((record) => String(record.values["part-number"] ?? "").trim().toLowerCase());
  return one.id === other.id || (number !== "" && number === same);
}

function titleFor(record: RfqRecord): string {
  return `Questions on ${cleanLine(nameOf(record))}`;
}

function laidOut(groups: Group<string>[], line: (number: string, text: string) => string, heading: (name: string) => string, title: string): string {
  let count = 0;
  const parts = groups.map(({ name, questions }) => [heading(name), ...questions.map((text) => line(`${count += 1}.`, clean(text)))].join("\n"));
  return `${[title, ...parts].join("\n\n")}\n`;
}

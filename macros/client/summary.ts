/** The summary: a pure projection of guide and record, which every export renders. */

import { type Progress, answerTo, isReworded, progressInWords, standing, valueOf } from "./answers.ts";
import { lastBuild } from "./builds.ts";
import { type Changes, changesBetween } from "./changes.ts";
import type { GuideIndex } from "./guide.ts";
import { type LevelReading, readLevels } from "./levels.ts";
import { isEmpty } from "./record.ts";
import { type Question, missingFields, questionsOn, silenced } from "./questions.ts";
import type { Build, Checklist, Field, FileEntry, Outcome, RfqRecord, Status, Value } from "./types.ts";
import { inWords } from "./values.ts";
import { type Blocker, verdictOn } from "./verdict.ts";

/** One field of an item: its value as stored and in words; both absent when nothing is entered. */
export interface Detail { field: Field; value: Value | undefined; words: string }

/** One item with its answer; `missing` are the required fields that hold nothing, each under the first item that asks for it. */
export interface Entry {
  ref: string; label: string; status: Status; said: string; note: string; reworded: boolean; details: Detail[]; missing: Field[];
}

/** One checklist: its counts in words, and its items. */
export interface Section { id: string; title: string; progress: string; entries: Entry[] }

/** Everything a summary says, in the order it is said. */
export interface Summary {
  part: string; revision: string; stage: string; date: string; guideVersion: string;
  outcome: Outcome; blockers: Blocker[]; isDoubtful: boolean;
  reading: LevelReading;
  since: { build: Build; changes: Changes } | null;
  sections: Section[];
  documents: Detail[];
  files: FileEntry[];
  questions: Question[];
  /** In a package, where each file is in it, by its name in the record. */
  paths?: Map<string, string>;
}

/** Sums a record up on a day (ISO date), with the questions that its files leave; reads nothing else and changes nothing. */
export function summarise(guide: GuideIndex, record: RfqRecord, date: string, ofFiles: Question[] = []): Summary {
  const verdict = verdictOn(guide, record, ofFiles.length > 0);
  const shown = new Set<string>();
  const idle = silenced(guide, record);
  return {
    part: text(record, "part-number"),
    revision: text(record, "revision"),
    stage: guide.stageLabel(record.stage),
    date,
    guideVersion: guide.guide.version,
    outcome: verdict.outcome,
    blockers: verdict.blockers,
    isDoubtful: verdict.isDoubtful,
    reading: readLevels(guide, record.levels),
    since: since(guide, record),
    sections: guide.guide.checklists.map((checklist) => section(guide, record, checklist, shown, idle)),
    documents: documents(guide, record),
    files: record.files.map((file) => ({ ...file, role: roleLabel(guide, file.role) })),
    questions: [...ofFiles, ...questionsOn(guide, record, verdict)],
  };
}

/** A field's value stands under the first item that asks for it; later items do not repeat it. */
function section(guide: GuideIndex, record: RfqRecord, checklist: Checklist, shown: Set<string>, idle: Set<string>): Section {
  const counts: Progress = { total: checklist.items.length, done: 0, na: 0, open: 0 };
  const entries = guide.itemsOf(checklist.id).map(({ ref, item }): Entry => {
    const answer = answerTo(record, ref);
    const status = standing(item, answer);
    counts[status] += 1;
    const fresh = item.fields.filter((field) => !shown.has(field));
    for (const field of fresh) shown.add(field);
    return {
      ref,
      label: item.label,
      status,
      said: checklist.words[status],
      note: answer.note ?? "",
      reworded: isReworded(item, answer),
      details: fresh.map((field) => detail(guide.field(field), record)).filter((each) => !isEmpty(each.value)),
      missing: missingFields(guide, record, item).filter((field) => fresh.includes(field) && !idle.has(field)).map((field) => guide.field(field)),
    };
  });
  return { id: checklist.id, title: checklist.title, progress: progressInWords(counts, checklist.words), entries };
}

function since(guide: GuideIndex, record: RfqRecord): Summary["since"] {
  const build = lastBuild(record);
  return build ? { build, changes: changesBetween(guide, build, record) } : null;
}

function documents(guide: GuideIndex, record: RfqRecord): Detail[] {
  return guide.item("readiness/quality-scope").fields
    .map((field) => detail(guide.field(field), record))
    .filter((each) => !isEmpty(each.value));
}

function detail(field: Field, record: RfqRecord): Detail {
  const value = valueOf(record, field.id);
  return { field, value, words: value === undefined ? "" : inWords(field, value) };
}

function roleLabel(guide: GuideIndex, id = ""): string {
  return guide.guide.roles.find((role) => role.id === id)?.label ?? id;
}

function text(record: RfqRecord, field: string): string {
  const value = valueOf(record, field);
  return typeof value === "string" ? value.trim() : "";
}

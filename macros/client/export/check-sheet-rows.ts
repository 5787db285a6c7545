/** The check sheet as rows of a table, after those of a request. */

import type { CheckSheet, Entry, Section } from "../summary/check-sheet.ts";
import { isComplete } from "../summary/levels.ts";
import type { Summary } from "../summary/summary.ts";
import { clean } from "../text/sanitize.ts";
import { type TableRow, rowOf } from "./table-row.ts";

/** The verdict with what holds it, where the part is, what turned since the last build, each item, and the questions. */
export function checkSheetRows(summary: Summary): TableRow[] {
  return [...verdictRows(summary), ...turnedRows(summary), ...summary.sections.flatMap(sectionRows), ...questionRows(summary)];
}

function verdictRows({ outcome, blockers, levels }: CheckSheet): TableRow[] {
  return [
    { detail: "Verdict", value: outcome.label },
    ...blockers.map((blocker) => ({ item: blocker.ref, detail: "Blocker", value: blocker.item.label, note: blocker.text })),
    ...(isComplete(levels) ? [{ detail: "Where the part is", value: levels.label }] : []),
    ...(isComplete(levels) ? levels.limiting : []).map(({ column, step }) =>
      ({ item: column.id, detail: "Column that decides", value: column.label, note: step ? `next level: ${step}` : "" })),
  ].map((part) => rowOf("check-sheet", part));
}

function turnedRows({ since }: Summary): TableRow[] {
  const { regressions = [], settled = [] } = since ?? {};
  return [
    ...regressions.map((change) => ({ item: change.ref, detail: "Reopened since", value: change.label })),
    ...settled.map((change) => ({ item: change.ref, detail: "Settled since", value: change.label })),
  ].map((part) => rowOf("check-sheet", part));
}

/** Each item of a checklist with its status, and after it what the desk wants but was not given, or not exactly. */
function sectionRows(section: Section): TableRow[] {
  return section.entries.flatMap((entry) => {
    const about = { item: entry.ref.slice(section.id.length + 1), subject: section.title };
    const missing = entry.missing.map((field) => ({ detail: "Not given", value: field.label }));
    const vague = entry.vague.map((field) => ({ detail: "Not exact", value: field.label }));
    const unconfirmed = entry.unconfirmed.map((field) => ({ detail: "Not confirmed", value: field.label }));
    return [itemRow(entry), ...missing, ...vague, ...unconfirmed].map((part) => rowOf(section.id, { ...about, ...part }));
  });
}

function itemRow(entry: Entry): Partial<TableRow> {
  const status = entry.reworded ? `${entry.statusLabel}; the wording has changed since, check again` : entry.statusLabel;
  return { status: entry.status, detail: entry.label, value: status, note: clean(entry.note) };
}

/** The questions, numbered, each with the item, field or rule that it is about. */
function questionRows(summary: CheckSheet): TableRow[] {
  return summary.questions.map(({ text, id }, index) =>
    rowOf("questions", { item: id, detail: `Question ${index + 1}`, value: clean(text) }));
}

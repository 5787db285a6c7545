/** The summary as lines of a table: the one walk that CSV and the spreadsheet share. */

import { isWhole } from "../levels.ts";
import type { Detail, Entry, Section, Summary } from "../summary.ts";
import type { FileEntry, Status } from "../types.ts";
import { clean, cleanLine } from "./clean.ts";
import { type Named, cellOf, fileFacts, headerFacts } from "./facts.ts";

/** One line; `list` and `item` are ids as in a record, `subject` is the item's label, a date is ISO text. */
export interface Line {
  list: string; item: string; subject: string; status: Status | "";
  detail: string; value: string | number; unit: string; note: string; date: boolean;
}

/** Every line of a summary, in the order of the other exports. */
export function linesOf(summary: Summary): Line[] {
  return [
    ...summaryLines(summary),
    ...changeLines(summary),
    ...summary.sections.flatMap((section) => sectionLines(section)),
    ...summary.files.flatMap((file) => fileLines(file, summary.paths)),
    ...questionLines(summary),
  ];
}

/** The head, the verdict, what holds it, where the part is, and the next step. */
export function summaryLines(summary: Summary): Line[] {
  const { outcome, blockers, reading } = summary;
  const of = (part: Partial<Line>): Line => line("summary", part);
  return [
    ...headerFacts(summary).map((fact) => of(named(fact))),
    of({ detail: "Verdict", value: outcome.label, note: outcome.text }),
    ...blockers.map((blocker) =>
      of({ item: blocker.ref, detail: "Held by", value: blocker.item.label, note: blocker.outcome.label })),
    ...(isWhole(reading) ? [of({ detail: "Where the part is", value: reading.label })] : []),
    ...(isWhole(reading) ? reading.holding : []).map(({ column, step }) =>
      of({ item: column.id, detail: "Column that decides", value: column.label, note: step ? `next level: ${step}` : "" })),
    of({ detail: "Next step", value: outcome.next_label, note: outcome.next_url }),
  ];
}

/** What changed since the last build: one line for each turn and each detail, the old value in the note. */
export function changeLines({ since }: Summary): Line[] {
  if (!since) return [];
  const { regressions, settled, values } = since.changes;
  return [
    { detail: "Since the build", value: cleanLine(since.build.name), note: since.build.at.slice(0, 10) },
    ...regressions.map((turn) => ({ item: turn.ref, detail: "Settled then, open now", value: turn.label })),
    ...settled.map((turn) => ({ item: turn.ref, detail: "Settled since", value: turn.label })),
    ...values.map((change) => ({
      item: change.field, detail: cleanLine(change.label), value: clean(change.to) || "not given", note: `was: ${clean(change.from) || "not given"}`,
    })),
  ].map((part) => line("changes", part));
}

/** Each item of a checklist with its status, and after it its details, and what the desk wants but was not given. */
export function sectionLines(section: Section, inLines = detailLines): Line[] {
  return section.entries.flatMap((entry) => {
    const about = { item: entry.ref.slice(section.id.length + 1), subject: entry.label };
    const missing = entry.missing.map((field) => ({ detail: "Not given", value: field.label }));
    const parts = [itemLine(entry), ...entry.details.flatMap((detail) => inLines(detail)), ...missing];
    return parts.map((part) => line(section.id, { ...about, ...part }));
  });
}

/** The questions, numbered, each with the item, field or rule that it is about. */
export function questionLines(summary: Summary): Line[] {
  return summary.questions.map(({ text, id }, place) =>
    line("questions", { item: id, detail: `Question ${place + 1}`, value: text }));
}

function fileLines(file: FileEntry, paths?: Map<string, string>): Line[] {
  const name = cleanLine(file.name);
  const known = fileFacts(file, paths).filter((fact) => fact.value !== "");
  return [{ label: "File", value: name }, ...known].map((fact) => line("files", { item: name, ...named(fact) }));
}

function itemLine(entry: Entry): Partial<Line> {
  const said = entry.reworded ? `${entry.said}; the wording has changed since, check again` : entry.said;
  return { status: entry.status, detail: entry.label, value: said, note: clean(entry.note) };
}

/** A detail of several rows gives one line for each filled cell. */
export function detailLines({ field, value, words }: Detail): Partial<Line>[] {
  const date = field.kind === "date";
  const one = (text: string | number, unit = field.unit ?? ""): Partial<Line>[] =>
    text === "" ? [] : [{ detail: field.label, value: text, unit, date }];
  if (typeof value === "number") return one(value);
  if (typeof value === "string" && field.kind !== "choice") return one(clean(value));
  if (field.columns.length === 0 || !Array.isArray(value)) return one(clean(words), "");
  return value.flatMap((row, place) =>
    field.columns
      .map((column) => ({
        detail: `${field.label}: ${column.label} (row ${place + 1})`,
        value: typeof row === "string" ? "" : cellOf(row, column),
        unit: column.unit ?? "",
        date: column.kind === "date",
      }))
      .filter((cell) => cell.value !== ""));
}

function named({ label, value, unit, date }: Named): Partial<Line> {
  return { detail: label, value, unit: unit ?? "", date: date ?? false };
}

function line(list: string, part: Partial<Line>): Line {
  return { list, item: "", subject: "", status: "", detail: "", value: "", unit: "", note: "", date: false, ...part };
}

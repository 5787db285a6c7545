/** Lays the request out as a document: the one walk that Markdown, plain text and print share. */

import type { Detail } from "../summary/details.ts";
import type { RequestChapter, RequestSummary } from "../summary/request.ts";
import type { Summary } from "../summary/summary.ts";
import { marked } from "../record/unconfirmed.ts";
import { clean, cleanLine } from "../text/sanitize.ts";
import { chaptersOf, checkSheetChapters } from "./check-sheet.ts";
import { type Block, type Document, type LabeledText, type Table, NOT_GIVEN, isTable } from "./document-types.ts";
import { buildName, fileValues, headed, tableOf } from "./labeled-values.ts";

/** The request, in the order it is read; with the check sheet after it where that goes along. */
export function requestDocument(summary: Summary): Document {
  return {
    kind: "Request for quotation",
    ...headOf(summary),
    titleBlock: summary.titleBlock.map((cells) => cells.map(({ label, text }) => ({ label, text: cleanLine(text) }))),
    chapters: [
      ...summary.chapters.map((chapter) => ({ heading: chapter.label, blocks: blocksOf(chapter, summary) })).filter(({ blocks }) => blocks.length > 0),
      ...(summary.withCheckSheet ? checkSheetChapters(summary) : []),
    ],
  };
}

/** The check sheet as a document of its own. */
export function checkSheetDocument(summary: Summary): Document {
  const said = (name: RequestSummary["unconfirmed"][number]): string => marked(cleanLine(summary[name]), summary.unconfirmed.includes(name));
  const values = [["Part number", said("part")], ["Revision", said("revision")], ["Request", said("request")], ["Guide version", cleanLine(summary.guideVersion)]];
  const titleBlock = [values.map(([label, text]) => ({ label: label!, text: text! }))];
  return { kind: "Check sheet", ...headOf(summary), titleBlock, chapters: chaptersOf(summary) };
}

/** What a document is about, of which day it is, and what each printed page says of both. */
function headOf({ part, revision, request, date, unconfirmed }: RequestSummary): Pick<Document, "name" | "date" | "running"> {
  const named = [cleanLine(part), revision && `revision ${cleanLine(revision)}`].filter(Boolean).join(", ");
  const name = marked(named, unconfirmed.includes("part") || unconfirmed.includes("revision"));
  return { name, date, running: [name, marked(cleanLine(request), unconfirmed.includes("request")), date].filter(Boolean).join(", ") };
}

/** The details of a chapter, and after them what its meaning brings in. */
function blocksOf({ means, details, remarks }: RequestChapter, summary: Summary): Block[] {
  const more = means === "history" ? changes(summary) : means === "files" ? files(summary) : remarks.map(({ label, text }) => ({ label, text }));
  const all = [...shownDetails(details), ...more];
  return all.length > 0 ? [{ kind: "details", details: all }] : [];
}

/** What was changed since the last build, from and to; what was given for the first time is one line. */
function changes({ since }: RequestSummary): (LabeledText | Table)[] {
  if (!since) return [];
  const { changed, given } = since;
  const lead = `Changed since ${buildName(since.build)}, kept ${since.build.at.slice(0, 10)}`;
  if (changed.length + given.length === 0) return [{ label: lead, text: "Nothing" }];
  const columns = ["Detail", "From", "To"].map((label) => ({ label, kind: "text" as const }));
  const rows = changed.map(({ label, from, to }) => [cleanLine(label), cleanLine(from) || NOT_GIVEN, cleanLine(to) || NOT_GIVEN]);
  const first = given.map(cleanLine).join(", ");
  return [
    ...(rows.length > 0 ? [{ label: lead, columns, rows }] : []),
    ...(first ? [{ label: "Given for the first time", text: first }] : []),
  ];
}

function files({ files: entries, paths }: RequestSummary): Table[] {
  if (entries.length === 0) return [];
  const values = entries.map((file) => fileValues(file, paths));
  const known = values[0]!.map((_, index) => values.some((file) => file[index]!.value !== ""));
  const columns = values[0]!.filter((_, index) => known[index]).map(({ label, unit }) => ({
    label: headed(label, unit),
    kind: unit ? "integer" as const : "text" as const,
  }));
  const rows = values.map((file) => file.filter((_, index) => known[index]).map(({ value }) => String(value) || "unknown"));
  return [{ label: "", columns, rows }];
}

/** What of the details can be seen: a value may be nothing but characters that do not show. */
function shownDetails(all: Detail[]): (LabeledText | Table)[] {
  return all.map(detailOf).filter((each) => isTable(each) || each.text);
}

/** A detail as a table where it has rows of several columns, else in words. */
function detailOf(detail: Detail): LabeledText | Table {
  const { field, text } = detail;
  const table = tableOf(detail);
  if (!table) return { label: field.label, text: clean(text) };
  return {
    label: field.label,
    columns: table.columns.map(({ label, unit, kind }) => ({ label: headed(label, unit), kind })),
    rows: table.rows.map((cells) => cells.map(String)),
  };
}

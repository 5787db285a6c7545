/** The summary as rows of a table: the one walk that CSV and the spreadsheet share. */

import type { Detail } from "../summary/details.ts";
import type { RequestChapter, RequestSummary } from "../summary/request.ts";
import type { Summary } from "../summary/summary.ts";
import type { TitleBlockCell } from "../summary/title-block.ts";
import type { FileEntry } from "../record/types.ts";
import { clean, cleanLine } from "../text/sanitize.ts";
import { checkSheetRows } from "./check-sheet-rows.ts";
import { UNCONFIRMED } from "../record/unconfirmed.ts";
import { NOT_GIVEN } from "./document-types.ts";
import { cellOf, fileValues } from "./labeled-values.ts";
import { type TableRow, rowOf } from "./table-row.ts";

/** Every row of a request, in the order of the other exports, and of its check sheet where that goes along. */
export function tableRows(summary: Summary): TableRow[] {
  return [
    ...titleRows(summary),
    ...summary.chapters.flatMap((chapter) => [
      ...chapterRows(chapter),
      ...(chapter.means === "history" ? changeRows(summary) : []),
      ...(chapter.means === "files" ? summary.files.flatMap((file) => fileRows(file, summary.paths)) : []),
    ]),
    ...(summary.withCheckSheet ? checkSheetRows(summary) : []),
  ];
}

/** The title block: a row for each detail, under the cell's name where it is alone in it. */
export function titleRows({ titleBlock, date }: RequestSummary, rowsFor = detailRows): TableRow[] {
  const rows = titleBlock.flat().flatMap((cell) => (cell.details.length > 0 ? cell.details.flatMap((detail) => named(rowsFor(detail), cell)) : [{ detail: cell.label }]));
  return [...rows, { detail: "Date", value: date, date: true }].map((row) => rowOf("title-block", row));
}

function named(rows: Partial<TableRow>[], { label, details }: TitleBlockCell): Partial<TableRow>[] {
  return details.length === 1 && rows.length === 1 ? [{ ...rows[0], detail: label }] : rows;
}

/** Each detail and remark of a chapter; one of several rows gives one row for each filled cell, unless it is told in another way. */
export function chapterRows({ id, label, means, details, remarks }: RequestChapter, rowsFor = detailRows): TableRow[] {
  const status = means === "left-open" ? "open" : "";
  return [
    ...details.flatMap((detail) => rowsFor(detail).map((row) => rowOf(id, { subject: label, ...row }))),
    ...remarks.map((remark) => rowOf(means!, { subject: label, status, item: remark.id, detail: remark.label, value: remark.text })),
  ];
}

/** What changed since the last build: one row for each detail, the old value in the note. */
function changeRows({ since }: RequestSummary): TableRow[] {
  if (!since) return [];
  const { changed, given } = since;
  return [
    { detail: "Since the build", value: cleanLine(since.build.name), note: since.build.at.slice(0, 10) },
    ...changed.map((change) => ({
      item: change.field, detail: cleanLine(change.label), value: clean(change.to) || NOT_GIVEN, note: `was: ${clean(change.from) || NOT_GIVEN}`,
    })),
    ...(given.length > 0 ? [{ detail: "Given for the first time", value: given.map(cleanLine).join(", ") }] : []),
  ].map((part) => rowOf("changes", part));
}

function fileRows(file: FileEntry, paths?: Map<string, string>): TableRow[] {
  const name = cleanLine(file.name);
  const known = fileValues(file, paths).filter(({ value }, index) => index === 0 || value !== "");
  return known.map(({ label, value, unit = "" }) => rowOf("files", { item: name, detail: label, value, unit }));
}

/** A detail of several rows gives one row for each filled cell. */
export function detailRows(detail: Detail): Partial<TableRow>[] {
  return plainRows(detail).map((row) => ({ ...row, ...noteOf(detail) }));
}

/** That a value is a link's word stands beside it, so that a number stays one. */
export function noteOf({ unconfirmed }: Detail): Partial<TableRow> {
  return unconfirmed ? { note: UNCONFIRMED } : {};
}

function plainRows({ field, value, text }: Detail): Partial<TableRow>[] {
  const date = field.kind === "date";
  const one = (cell: string | number, unit = field.unit ?? ""): Partial<TableRow>[] =>
    cell === "" ? [] : [{ item: field.id, detail: field.label, value: cell, unit, date }];
  if (typeof value === "number") return one(value);
  if (typeof value === "string" && field.kind !== "choice") return one(clean(value));
  if (!field.columns || !Array.isArray(value)) return one(clean(text), "");
  const { columns } = field;
  return value.flatMap((row, index) =>
    columns
      .map((column) => ({
        item: field.id,
        detail: `${field.label}: ${column.label} (row ${index + 1})`,
        value: typeof row === "string" ? "" : cellOf(row, column),
        unit: column.unit ?? "",
        date: column.kind === "date",
      }))
      .filter((cell) => cell.value !== ""));
}

/** The request as a spreadsheet: its title block, its details, a sheet for each table, what changed, and the files. */

import writeExcelFile, { type Sheet } from "write-excel-file/universal";
import type { Detail } from "../summary/details.ts";
import type { Summary } from "../summary/summary.ts";
import { counted } from "../text/counted.ts";
import { clean, cleanLine } from "../text/sanitize.ts";
import { checkSheetRows } from "./check-sheet-rows.ts";
import { NOT_GIVEN } from "./document-types.ts";
import { requestDocument } from "./document.ts";
import { type LabeledValue, buildName, fileValues, headed, tableOf } from "./labeled-values.ts";
import { type TableRow, rowOf } from "./table-row.ts";
import { chapterRows, detailRows, noteOf, titleRows } from "./table-rows.ts";
import { type Cell, cell, columnWidth, sheetName, sized } from "./xlsx-cells.ts";
import { pages } from "./xlsx-pages.ts";

/** A column of a sheet: its heading, its width in characters, and its cell of a row. */
type Column<Each> = [heading: string, width: number, of: (row: Each) => Cell];

const FONT = { fontFamily: "Arial", fontSize: 10 };
/** A table of fewer columns is told in words among the other details. */
const WIDE = 4;

const VALUE: Column<TableRow>[2] = (row) => cell(row.value, row.date);
const DETAIL: Column<TableRow>[2] = (row) => cell(row.detail);
const UNIT: Column<TableRow>[2] = (row) => cell(row.unit);

const TITLE: Column<TableRow>[] = [["Title block", 28, DETAIL], ["Value", 80, (row) => cell(row.value || NOT_GIVEN, row.date)], ["Unit", 14, UNIT]];
const DETAILS: Column<TableRow>[] = [["Chapter", 22, (row) => cell(row.subject)], ["Detail", 32, DETAIL], ["Value", 68, VALUE], ["Unit", 14, UNIT]];
/** Only where a row says so: as a rule nothing is to be noted of a detail. */
const NOTE: Column<TableRow> = ["Note", 28, (row) => cell(row.note)];
const CHECKED: Column<TableRow>[] = [
  ["Part", 26, (row) => cell(row.subject || (row.list === "questions" ? "Open questions" : "Verdict"))],
  ["Subject", 34, DETAIL], ["State or value", 44, VALUE], ["Note", 36, (row) => cell(row.note)],
];

/** The bytes of an xlsx file; numbers are numbers, ISO dates are dates, and text is never a formula. */
export async function toXlsx(summary: Summary): Promise<Uint8Array<ArrayBuffer>> {
  const names = new Set<string>();
  const tables: Sheet<Blob>[] = [];
  const sheets = [
    sheetOfDetails("Request", TITLE, titleRows(summary, inOneRow), names),
    sheetOfDetails("Details", DETAILS, detailsOf(summary, (detail) => tableSheet(detail, names, tables)), names),
    ...tables,
    ...changesSheet(summary, names),
    ...(summary.files.length > 0 ? [filesSheet(summary, names)] : []),
    ...(summary.withCheckSheet ? [sheet("Check sheet", CHECKED, checkSheetRows(summary), names)] : []),
  ];
  const blob = await writeExcelFile(sheets, { ...FONT, features: [pages(sheets, requestDocument(summary).running)] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** Each chapter's details and remarks; what was given for the first time at its place among them. */
function detailsOf(summary: Summary, rowsFor: typeof detailRows): TableRow[] {
  const given = summary.since?.given ?? [];
  return summary.chapters.flatMap((chapter) => [
    ...chapterRows(chapter, rowsFor),
    ...(chapter.means === "history" && given.length > 0 ? [rowOf(chapter.id, { detail: "Given for the first time", value: given.map(cleanLine).join(", ") })] : []),
  ].map((row) => ({ ...row, subject: chapter.label })));
}

/** Several rows of a detail as one text. */
function inOneRow(detail: Detail): Partial<TableRow>[] {
  return Array.isArray(detail.value) ? [{ item: detail.field.id, detail: detail.field.label, value: clean(detail.text), ...noteOf(detail) }] : detailRows(detail);
}

/** A desk sorts and filters a table, so a wide one has a sheet of its own; the row in its place says which. */
function tableSheet(detail: Detail, names: Set<string>, tables: Sheet<Blob>[]): Partial<TableRow>[] {
  const table = tableOf(detail);
  if (!table) return inOneRow(detail);
  if (detail.field.columns!.length < WIDE) return table.rows.map((cells) => ({ detail: detail.field.label, value: inWords(table.columns, cells) }));
  const columns = table.columns.map(({ label, unit, kind }, index): Column<(string | number)[]> =>
    [headed(label, unit), columnWidth([headed(label, unit), ...table.rows.map((cells) => cells[index]!)]), (cells) => cell(cells[index]!, kind === "date")]);
  const own = sheet(detail.field.label, columns, table.rows, names);
  tables.push(own);
  return [{ detail: detail.field.label, value: `${counted(table.rows.length, "row")}, on the sheet “${own.sheet}”` }];
}

/** The first cell names a row; the others follow under their own names. */
function inWords(columns: { label: string }[], cells: (string | number)[]): string {
  return cells.flatMap((each, index) => (each === "" ? [] : [index === 0 ? String(each) : `${columns[index]!.label} ${each}`])).join(", ");
}

/** What changed since the last build, from and to. */
function changesSheet({ since }: Summary, names: Set<string>): Sheet<Blob>[] {
  if (!since || since.changed.length === 0) return [];
  const rows = since.changed.map(({ label, from, to }) => [cleanLine(label), clean(from) || NOT_GIVEN, clean(to) || NOT_GIVEN]);
  const from = `From (${buildName(since.build)}, ${since.build.at.slice(0, 10)})`;
  const columns = (["Detail", from, "To"]).map((heading, index): Column<string[]> => [heading, [36, 48, 52][index]!, (cells) => cell(cells[index]!)]);
  return [sheet("Changes", columns, rows, names)];
}

function filesSheet(summary: Summary, names: Set<string>): Sheet<Blob> {
  const rows = summary.files.map((file) => fileValues(file));
  const columns = rows[0]!.map(({ label, unit }, index): Column<LabeledValue[]> => [headed(label, unit), [40, 18, 10, 13, 68][index]!, (values) => cell(values[index]!.value)]);
  return sheet("Files", columns, rows, names);
}

function sheetOfDetails(title: string, columns: Column<TableRow>[], rows: TableRow[], names: Set<string>): Sheet<Blob> {
  return sheet(title, rows.some(({ note }) => note) ? [...columns, NOTE] : columns, rows, names);
}

function sheet<Each>(title: string, columns: Column<Each>[], rows: Each[], names: Set<string>): Sheet<Blob> {
  const widths = columns.map(([, width]) => width);
  const head = columns.map(([value]): Cell => (({ ...(cell(value) as object), fontWeight: "bold", backgroundColor: "#ebedf8" }) as Cell));
  const data = [head, ...rows.map((row) => columns.map(([, , of]) => of(row)))].map((row) => sized(row, widths));
  return { sheet: sheetName(title, names), data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1, orientation: "landscape" };
}

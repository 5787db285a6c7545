/** The summary as a spreadsheet: sheets for the head, each checklist, each table in them, changes, questions and files. */

import writeExcelFile, { type Row, type Sheet } from "write-excel-file/universal";
import { dayOf } from "../days.ts";
import type { Detail, Summary } from "../summary.ts";
import { cleanLine, coded } from "./clean.ts";
import { fileFacts, headed, tableOf } from "./facts.ts";
import { type Line, changeLines, detailLines, questionLines, sectionLines, summaryLines } from "./lines.ts";

/** A column of a sheet: its heading, its width in characters, and its cell of a line. */
type Column = [heading: string, width: number, of: (line: Line) => Row[number]];

const VALUE = (line: Line): Row[number] => cell(line.value, line.date);
const NOTE = (line: Line): Row[number] => cell(line.note);
const DETAIL = (line: Line): Row[number] => cell(line.detail);

const NOTED: Column[] = [["Subject", 20, DETAIL], ["Value", 44, VALUE], ["Note", 80, NOTE]];
const ITEMS: Column[] = [
  ["Item", 30, (line) => cell(line.subject)],
  ["Status", 8, (line) => cell(line.status)],
  ["Detail", 36, (line) => (line.status ? null : DETAIL(line))],
  ["Value", 50, VALUE],
  ["Unit", 14, (line) => cell(line.unit)],
  ["Note", 60, NOTE],
];
const CHANGED: Column[] = [["Detail", 44, DETAIL], ["Value", 50, VALUE], ["Note", 60, NOTE], ["About", 36, (line) => cell(line.item)]];
const ASKED: Column[] = [["Number", 14, DETAIL], ["Question", 90, VALUE], ["About", 36, (line) => cell(line.item)]];

// From here on spreadsheets count days without their leap-year fault.
const FIRST_DAY = new Date(Date.UTC(1900, 2, 1));

/** The bytes of an xlsx file; numbers are numbers, ISO dates are dates, and text is never a formula. */
export async function toXlsx(summary: Summary): Promise<Uint8Array<ArrayBuffer>> {
  const names = new Set<string>();
  const tables: Sheet<Blob>[] = [];
  const sheets = [
    sheet("Summary", NOTED, summaryLines(summary), names),
    ...summary.sections.map((section) =>
      sheet(section.title, ITEMS, sectionLines(section, (detail) => tableSheet(detail, names, tables)), names)),
  ];
  sheets.push(...tables);
  if (summary.since) sheets.push(sheet("What changed", CHANGED, changeLines(summary), names));
  if (summary.questions.length) sheets.push(sheet("Questions", ASKED, questionLines(summary), names));
  if (summary.files.length) sheets.push(filesSheet(summary, names));
  const blob = await writeExcelFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheet(title: string, columns: Column[], lines: Line[], names: Set<string>): Sheet<Blob> {
  const rows = lines.map((line) => columns.map(([, , of]) => of(line)));
  return { ...framed(columns, rows), sheet: sheetName(title, names) };
}

/** A desk sorts and filters a table, so it has a sheet of its own; the line in its place says which. */
function tableSheet(detail: Detail, names: Set<string>, tables: Sheet<Blob>[]): Partial<Line>[] {
  const table = tableOf(detail);
  if (!table) return detailLines(detail);
  const name = sheetName(detail.field.label, names);
  const columns = table.columns.map(({ label, unit, kind }): [string, number] =>
    [headed(label, unit), kind === "text" ? 30 : 14]);
  const rows = table.rows.map((cells) => cells.map((each, place) => cell(each, table.columns[place]!.kind === "date")));
  tables.push({ ...framed(columns, rows), sheet: name });
  const count = table.rows.length;
  return [{ detail: detail.field.label, value: `${count} ${count === 1 ? "row" : "rows"}, on the sheet “${name}”` }];
}

function filesSheet(summary: Summary, names: Set<string>): Sheet<Blob> {
  const columns: [string, number][] = [
    ["File", 44], ["Role", 20], ["Revision", 12], ["Size (bytes)", 14], ["SHA-256", 68],
  ];
  const rows = summary.files.map((file) => [cleanLine(file.name), ...fileFacts(file).map((fact) => fact.value)]);
  return { ...framed(columns, rows.map((cells) => cells.map((each) => cell(each)))), sheet: sheetName("Files", names) };
}

function framed(columns: [string, number, ...unknown[]][], rows: Row[]): Sheet<Blob> {
  const head = columns.map(([heading]) => ({ value: heading, type: String, fontWeight: "bold" as const }));
  return { data: [head, ...rows], columns: columns.map(([, width]) => ({ width })), stickyRowsCount: 1 };
}

function cell(value: string | number, date = false): Row[number] {
  if (typeof value === "number") return { value, type: Number, alignVertical: "top", align: "left" };
  const day = date ? dayOf(value) : null;
  if (day && day >= FIRST_DAY) return { value: day, type: Date, format: "yyyy-mm-dd", alignVertical: "top", align: "left" };
  // "@" keeps text that looks like a formula text even after somebody has edited the cell.
  return value ? { value: textOf(value), type: String, format: "@", wrap: true, alignVertical: "top" } : null;
}

const LONGEST = 32_767;
const CUT = " [cut here; the record holds the whole text]";

/** Text as a cell can hold it, with what Excel and the library would take for something else made plain. */
function textOf(text: string): string {
  // Excel reads _x0041_ as a character; the library drops U+FFFD, and looks names up in an object with a prototype.
  const plain = text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replaceAll("\uFFFD", coded);
  const own = plain in {} ? `${plain} ` : plain;
  if (own.length <= LONGEST) return own;
  return whole(own.slice(0, LONGEST - CUT.length)) + CUT;
}

/** Cut text without the half of a character that the cut may have left. */
function whole(cut: string): string {
  return cut.replace(/[\uD800-\uDBFF]$/, "");
}

/** A name that every spreadsheet takes, and no sheet has yet. */
function sheetName(title: string, names: Set<string>): string {
  const plain = cleanLine(title).replace(/[[\]/\\:*?]+/g, " ").replace(/^'+|'+$/g, "").trim() || "Sheet";
  const numbered = (count: number): string => {
    const ending = count === 1 ? "" : ` ${count}`;
    return whole(plain.slice(0, 31 - ending.length)).trim() + ending;
  };
  let count = 1;
  // Excel keeps "History" to itself, and does not tell capitals from small letters.
  while (names.has(numbered(count).toLowerCase()) || numbered(count).toLowerCase() === "history") count += 1;
  names.add(numbered(count).toLowerCase());
  return numbered(count);
}

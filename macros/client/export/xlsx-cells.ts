/** Cells, rows and names that every spreadsheet takes. */

import type { Row } from "write-excel-file/universal";
import { dayOf } from "../text/dates.ts";
import { cleanLine, coded } from "../text/sanitize.ts";
import { widthOf } from "../text/width.ts";
import { wrapped } from "../text/wrap.ts";

/** One cell of a sheet. */
export type Cell = Row[number];

/** The lines of a row at the font's size, in points; no row of a spreadsheet is higher than the last. */
const LINE = 13;
const HIGHEST = 409;
/** Letters are narrower than the figures that a column's width is counted in, and capitals are wider. */
const FULL = 0.95;

// From here on spreadsheets count days without their leap-year fault.
const FIRST_DAY = new Date(Date.UTC(1900, 2, 1));

/** A number as a number, an ISO date as a date, any other text as text that never becomes a formula. */
export function cell(value: string | number, date = false): Cell {
  if (typeof value === "number") return { value, type: Number, alignVertical: "top", align: "left" };
  const day = date ? dayOf(value) : null;
  if (day && day >= FIRST_DAY) return { value: day, type: Date, format: "yyyy-mm-dd", alignVertical: "top", align: "left" };
  // "@" keeps text that looks like a formula text even after somebody has edited the cell.
  return value ? { value: textOf(value), type: String, format: "@", wrap: true, alignVertical: "top" } : null;
}

/** A row that is as high as its texts, wrapped in columns of these widths: not every spreadsheet finds that out by itself. */
export function sized(row: Row, widths: number[]): Row {
  const lines = Math.max(1, ...row.map((each, index) => linesOf(each, widths[index]!)));
  const height = Math.min(HIGHEST, lines * LINE + 3);
  return row.map((each) => (each === null || each === undefined ? each : { ...(each as object), height } as Cell));
}

/** The width of a column that holds these texts, in characters, within limits. */
export function columnWidth(texts: (string | number)[]): number {
  const longest = texts.reduce<number>((most, text) => String(text).split("\n").reduce((each, line) => Math.max(each, widthOf(line)), most), 0);
  return Math.min(44, Math.max(8, longest + 3));
}

function linesOf(each: Cell, width: number): number {
  const value = (each as { value?: unknown } | null)?.value;
  if (typeof value !== "string") return 1;
  const columns = Math.max(1, Math.floor(width * FULL) - 1);
  return wrapped(value, "", "", columns).split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
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
export function sheetName(title: string, names: Set<string>): string {
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

/** What conditions compare: the values of fields, the cells of their rows, and how these stand against each other. */

import { isEmpty } from "../record/record.ts";
import type { Condition, Row, Value } from "../record/types.ts";
import { dayOf } from "../text/dates.ts";
import { ownEntry } from "../text/own-entry.ts";

/** A condition on what a field says. */
export type FieldCondition = Extract<Condition, { field: string }>;
type Against = Extract<Condition, { field: string; than: string }>;

/** The rows of a value; none where it has no rows. */
export function rowsIn(value: Value | undefined): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row !== "string") : [];
}

/** Rows that say anything. */
export function filledRows(value: Value | undefined): Row[] {
  return rowsIn(value).filter((row) => !isEmpty([row]));
}

/** What a condition compares: the value, each of several, the cells of a column, or each row as a text. */
export function cellsOf(value: Value | undefined, condition: FieldCondition): (string | number)[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [value];
  const rows = filledRows(value);
  if (rows.length === 0) return value.filter((each): each is string => typeof each === "string");
  const column = "column" in condition ? condition.column : undefined;
  if (!column) return rows.map((row) => Object.entries(row).filter(([key]) => key !== "id").map(([, cell]) => cell).join(" | "));
  const meant = "row" in condition && condition.row === "newest" ? rows.slice(0, 1) : rows;
  return meant.map((row) => ownEntry(row, column)).filter((cell): cell is string | number => !isBlankCell(cell));
}

/** How cells stand against another field's value; without one of them, in no way. */
export function stands(cells: (string | number)[], test: Against["test"], other: Value | undefined): boolean {
  const [first] = cells;
  if (first === undefined || other === undefined) return false;
  switch (test) {
    case "above-every": return typeof first === "number" && numbersIn(other).length > 0 && numbersIn(other).every((each) => first > each);
    case "differs": return plain(first) !== plain(other);
    case "equals": return plain(first) === plain(other);
    case "sample-above": return cells.some((cell) => samplesIn(String(cell)).some((sample) => sample > Number(other)));
    case "unit-differs": return cells.map((cell) => unitIn(String(cell))).some((unit) => unit !== undefined && unit !== other);
    default: return false;
  }
}

function numbersIn(rows: Value): number[] {
  return filledRows(rows).flatMap((row) => Object.values(row)).filter((cell) => typeof cell === "number");
}

/** The sizes of samples and lots in a text: “13 of 50” says both, “50 pcs” says one. */
function samplesIn(text: string): number[] {
  const sizes = [...text.matchAll(/\b(\d+) of (\d+)\b/g)].flatMap(([, sample, lot]) => [Number(sample), Number(lot)]);
  return [...sizes, ...[...text.matchAll(/\b(\d+) (?:pcs|pieces|parts)\b/g)].map(([, sample]) => Number(sample))];
}

function unitIn(text: string): "mm" | "inch" | undefined {
  const unit = text.trim().toLowerCase();
  if (/^(mm|millimet(er|re)s?)$/.test(unit)) return "mm";
  return /^(in|inch|inches|")$/.test(unit) ? "inch" : undefined;
}

/** Whether a figure, so many times, is above another one; without one of them it is not. */
export function isAbove(value: Value | undefined, times: number, other: Value | undefined): boolean {
  return typeof value === "number" && typeof other === "number" && value * times > other;
}

/** Whether a date or moment lies before another one; without one of them it does not. */
export function isBefore(date: Value | undefined, other: Value | undefined): boolean {
  const [one, two] = [date, other].map((each) => (typeof each === "string" ? dayOf(each.slice(0, 10)) : null));
  return !!one && !!two && one < two;
}

/** The day some months before a day; in a shorter month its last. */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  // A shorter month has no such day: the count went on into the next one.
  if (date.getUTCDate() !== wanted) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}

function plain(value: Value): string {
  return String(value).trim().toLowerCase();
}

/** Whether a cell of a row says nothing. */
export function isBlankCell(cell: string | number | undefined): boolean {
  return cell === undefined || String(cell).trim() === "";
}

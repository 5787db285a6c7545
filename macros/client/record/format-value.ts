/** A value in words, as a person reads it. */

import { ownEntry } from "../text/own-entry.ts";
import type { Column, Field, Row, Value } from "./types.ts";

/** A value of a field on one line, with something between its entries: semicolons where they are rows. */
export function formatValue(field: Field, value: Value, between = field.kind === "rows" ? "; " : ", "): string {
  if (!Array.isArray(value)) return field.kind === "choice" ? optionLabel(field, String(value)) : withUnit(String(value), typeof value === "number" ? field.unit : null);
  return value
    .map((entry) => (typeof entry === "string" ? optionLabel(field, entry) : formatRow(field.columns ?? [], entry)))
    .filter(Boolean)
    .join(between);
}

/** One row on one line: each filled cell after its column's label, or alone where there is one column. */
export function formatRow(columns: Column[], row: Row): string {
  const filled = columns.map((column) => ({ column, words: formatCell(column, row) })).filter(({ words }) => words !== "");
  if (columns.length === 1) return filled.map(({ words }) => words).join("");
  return filled.map(({ column, words }) => `${column.label} ${words}`).join(", ");
}

/** One cell with its unit; an empty text for a cell that holds nothing. */
export function formatCell(column: Column, row: Row): string {
  const cell = String(ownEntry(row, column.id) ?? "");
  return cell === "" ? "" : withUnit(optionLabel(column, cell), column.unit);
}

/** The label of an option, offered still or not; a value that is no option keeps its own text. */
export function optionLabel({ options = [], retired = [] }: Pick<Field, "options" | "retired">, id: string): string {
  return [...options, ...retired].find((option) => option.id === id)?.label ?? id;
}

function withUnit(text: string, unit: string | null | undefined): string {
  return unit ? `${text} ${unit}` : text;
}

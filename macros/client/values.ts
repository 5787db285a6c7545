/** A value in words, as a person reads it. */

import { own } from "./entries.ts";
import type { Column, Field, Row, Value } from "./types.ts";

/** A value of a field on one line; rows follow each other, parted by semicolons. */
export function inWords(field: Field, value: Value): string {
  if (!Array.isArray(value)) return field.kind === "choice" ? optionLabel(field, String(value)) : withUnit(String(value), typeof value === "number" ? field.unit : null);
  return value
    .map((entry) => (typeof entry === "string" ? optionLabel(field, entry) : rowInWords(field.columns, entry)))
    .filter(Boolean)
    .join(field.kind === "rows" ? "; " : ", ");
}

/** One row on one line: each filled cell after its column's label, or alone where there is one column. */
export function rowInWords(columns: Column[], row: Row): string {
  const filled = columns.map((column) => ({ column, words: cellInWords(column, row) })).filter(({ words }) => words !== "");
  if (columns.length === 1) return filled.map(({ words }) => words).join("");
  return filled.map(({ column, words }) => `${column.label} ${words}`).join(", ");
}

/** One cell with its unit; an empty text for a cell that holds nothing. */
export function cellInWords(column: Column, row: Row): string {
  const cell = String(own(row, column.id) ?? "");
  return cell === "" ? "" : withUnit(cell, column.unit);
}

/** The label of an option; a value that is no option keeps its own text. */
function optionLabel(field: Field, id: string): string {
  return field.options.find((option) => option.id === id)?.label ?? id;
}

function withUnit(text: string, unit: string | null): string {
  return unit ? `${text} ${unit}` : text;
}

/** A value in words, as a person reads it. */

import type { Column, Field, Row, Value } from "./types.ts";

/** A value of a field on one line; rows follow each other, parted by semicolons. */
export function inWords(field: Field, value: Value): string {
  if (!Array.isArray(value)) return field.kind === "choice" ? optionLabel(field, String(value)) : withUnit(String(value), field.unit);
  return value
    .map((entry) => (typeof entry === "string" ? optionLabel(field, entry) : rowInWords(field.columns, entry)))
    .filter(Boolean)
    .join(field.kind === "rows" ? "; " : ", ");
}

/** One row on one line: each filled cell after its column's label, or alone where there is one column. */
export function rowInWords(columns: Column[], row: Row): string {
  const filled = columns.filter((column) => row[column.id] !== undefined && row[column.id] !== "");
  if (columns.length === 1) return filled.map((column) => withUnit(String(row[column.id]), column.unit)).join("");
  return filled.map((column) => `${column.label} ${withUnit(String(row[column.id]), column.unit)}`).join(", ");
}

/** The label of an option; a value that is no option keeps its own text. */
export function optionLabel(field: Field, id: string): string {
  return field.options.find((option) => option.id === id)?.label ?? id;
}

function withUnit(text: string, unit: string | null): string {
  return unit ? `${text} ${unit}` : text;
}

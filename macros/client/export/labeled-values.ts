/** Values with their labels that documents and sheets alike say of a summary, cleaned. */

import { ownEntry } from "../text/own-entry.ts";
import { optionLabel } from "../record/format-value.ts";
import { rowsIn } from "../summary/cells.ts";
import type { Detail } from "../summary/details.ts";
import type { Build, Column, FileEntry, Row } from "../record/types.ts";
import { clean, cleanLine } from "../text/sanitize.ts";

/** A named value; an empty one was not given. */
export interface LabeledValue { label: string; value: string | number; unit?: string }

/** What is known of a file, its name first; in a package also where it is. */
export function fileValues(file: FileEntry, paths?: Map<string, string>): LabeledValue[] {
  return [
    { label: "File", value: cleanLine(file.name) },
    ...(paths ? [{ label: "In this package", value: paths.get(file.name) ?? "no" }] : []),
    { label: "Role", value: cleanLine(file.role) },
    { label: "Revision", value: cleanLine(file.revision) },
    { label: "Size", value: typeof file.size === "number" ? file.size : "", unit: "bytes" },
    { label: "SHA-256", value: cleanLine(file.sha256) },
  ];
}

/** A cell of a row: a number, cleaned text, or "" where nothing is filled in. */
export function cellOf(row: Row, column: Column): string | number {
  const cell = ownEntry(row, column.id) ?? "";
  return typeof cell === "number" ? cell : clean(optionLabel(column, cell));
}

/** A detail that has rows of several columns, without the columns in which nothing is filled; null for any other. */
export function tableOf({ field, value }: Detail): { columns: Column[]; rows: (string | number)[][] } | null {
  const rows = rowsIn(value);
  if ((field.columns ?? []).length < 2 || rows.length === 0) return null;
  const columns = field.columns!.filter((column) => rows.some((row) => cellOf(row, column) !== ""));
  return { columns, rows: rows.map((row) => columns.map((column) => cellOf(row, column))) };
}

/** What a build is called. */
export function buildName({ name }: Build): string {
  return cleanLine(name) || "the last build";
}

/** A heading with the unit of what stands under it. */
export function headed(label: string, unit: string | null | undefined): string {
  return unit ? `${label} (${unit})` : label;
}

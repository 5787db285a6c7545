/** Small facts that documents and sheets alike say of a summary, cleaned. */

import { own } from "../entries.ts";
import type { Detail, Summary } from "../summary.ts";
import type { Column, FileEntry, Row } from "../types.ts";
import { clean, cleanLine } from "./clean.ts";

/** A named value; an empty one was not given. */
export interface Named { label: string; value: string | number; unit?: string; date?: boolean }

/** What stands at the head of every export. */
export function headerFacts(summary: Summary): Named[] {
  return [
    { label: "Part number", value: cleanLine(summary.part) },
    { label: "Revision", value: cleanLine(summary.revision) },
    { label: "Stage", value: cleanLine(summary.stage) },
    { label: "Date", value: summary.date, date: true },
    { label: "Guide version", value: summary.guideVersion },
  ];
}

/** What is known of a file beside its name; in a package also where it is. */
export function fileFacts(file: FileEntry, paths?: Map<string, string>): Named[] {
  return [
    ...(paths ? [{ label: "In this package", value: paths.get(file.name) ?? "no" }] : []),
    { label: "Role", value: cleanLine(file.role) },
    { label: "Revision", value: cleanLine(file.revision) },
    { label: "Size", value: typeof file.size === "number" ? file.size : "", unit: "bytes" },
    { label: "SHA-256", value: cleanLine(file.sha256) },
  ];
}

/** A cell of a row: a number, cleaned text, or "" where nothing is filled in. */
export function cellOf(row: Row, column: Column): string | number {
  const cell = own(row, column.id) ?? "";
  return typeof cell === "number" ? cell : clean(cell);
}

/** A detail that has rows of several columns, without the columns in which nothing is filled; null for any other. */
export function tableOf({ field, value }: Detail): { columns: Column[]; rows: (string | number)[][] } | null {
  const rows = Array.isArray(value) ? value.filter((each): each is Row => typeof each !== "string") : [];
  if (field.columns.length < 2 || rows.length === 0) return null;
  const columns = field.columns.filter((column) => rows.some((row) => cellOf(row, column) !== ""));
  return { columns, rows: rows.map((row) => columns.map((column) => cellOf(row, column))) };
}

/** A heading with the unit of what stands under it. */
export function headed(label: string, unit: string | null | undefined): string {
  return unit ? `${label} (${unit})` : label;
}

/** The address of the next step, if it is one that a file may link to; a page of the guide has none outside of it. */
export function outsideAddress(url: string): string | null {
  return /^(https?:\/\/|mailto:)[^\s<>"'\\]+$/i.test(url) ? url : null;
}

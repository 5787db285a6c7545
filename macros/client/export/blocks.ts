/** What a document is made of, before it is written as Markdown, plain text or print. */

import type { ColumnKind, Status } from "../types.ts";

/** A label with its value in words; the words may have several lines. */
export interface Fact { label: string; words: string }

/** A table; a column in which nothing is filled is left out, and the label is "" where the heading says enough. */
export interface Table { label: string; columns: { label: string; kind: ColumnKind }[]; rows: string[][] }

/** An item of a checklist with everything said about it. */
export interface Tick { status: Status; label: string; said: string; about: (Fact | Table)[] }

/** What a chapter is made of; all text is clean, none is escaped. */
export type Block =
  | { kind: "text"; text: string; strong?: true }
  | { kind: "about"; about: (Fact | Table)[] }
  | { kind: "list"; numbered: boolean; texts: string[] }
  | { kind: "items"; items: Tick[] }
  | { kind: "link"; label: string; url: string };

/** A heading with what stands under it. */
export interface Chapter { heading: string; blocks: Block[] }

/** A whole document; `running` repeats on every printed page. */
export interface Document { title: string; running: string; facts: Fact[]; chapters: Chapter[] }

/** Whether a detail is a table. */
export function isTable(about: Fact | Table): about is Table {
  return "rows" in about;
}

/** Whether a column's figures stand under each other, at the right. */
export function isNumeric({ kind }: { kind: ColumnKind }): boolean {
  return kind === "integer" || kind === "number";
}

/** What a document is made of, before it is written as Markdown, plain text or print. */

import type { ColumnKind, Status } from "../record/types.ts";

/** A label with its value in words; the text may have several lines. */
export interface LabeledText { label: string; text: string }

/** A table; a column in which nothing is filled is left out, and the label is "" where the heading says enough. */
export interface Table { label: string; columns: { label: string; kind: ColumnKind }[]; rows: string[][] }

/** An item of a checklist with everything said about it. */
export interface DocumentItem { status: Status; label: string; statusLabel: string; details: LabeledText[] }

/** What a chapter is made of; all text is clean, none is escaped. */
export type Block =
  | { kind: "text"; text: string; strong?: true }
  | { kind: "details"; details: (LabeledText | Table)[] }
  | { kind: "list"; numbered: boolean; texts: string[] }
  | { kind: "items"; items: DocumentItem[] };

/** A heading with what stands under it. */
export interface Chapter { heading: string; blocks: Block[] }

/**
 * A whole document: what it is and what it is about, the day it is of, and its title block in rows, where a cell that says
 * nothing has an empty text. `running` repeats on every printed page.
 */
export interface Document { kind: string; name: string; date: string; running: string; titleBlock: LabeledText[][]; chapters: Chapter[] }

/** What stands for a cell of the title block that says nothing. */
export const NOT_GIVEN = "not given";

/** The title of a document in one line. */
export function titleOf({ kind, name }: Document): string {
  return name ? `${kind}: ${name}` : kind;
}

/** Whether a detail is a table. */
export function isTable(detail: LabeledText | Table): detail is Table {
  return "rows" in detail;
}

/** Whether a column's figures stand under each other, at the right. */
export function isNumeric({ kind }: { kind: ColumnKind }): boolean {
  return kind === "integer" || kind === "number";
}

/** The cells of the title block one after the other, the day last, for a document that draws none. */
export function titleCells({ titleBlock, date }: Document): LabeledText[] {
  return [...titleBlock.flat().map(({ label, text }) => ({ label, text: text || NOT_GIVEN })), { label: "Date", text: date }];
}

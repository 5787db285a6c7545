/** Words that answer nothing exactly, such as “TBD” and “or similar”, in what a field says. */

import { hasWord } from "../text/match-words.ts";
import { ownEntry } from "../text/own-entry.ts";
import type { Field, Value, VagueWords } from "../record/types.ts";
import { rowsIn } from "./cells.ts";

/** A text with such words in it, and in how many rows it stands. */
export interface VagueText { text: string; group: VagueWords["group"]; rows: number }

// What spares a text that has a vague word: a figure or a document's name, or limits.
const SPARED = {
  document: /\d|\bdatum\b|[A-Z]{2,}-/,
  tolerance: /±|\+\/-|\b(?:max|min)\b/i,
};

// A record is judged anew with every change, and all values but one are what they were.
const latest = new WeakMap<Field, { words: VagueWords[]; value: Value; found: VagueText[] }>();

/** The vague texts of a field, each of them once; none where the field may say what it likes. */
export function vagueTextsIn(words: VagueWords[], field: Field, value: Value | undefined): VagueText[] {
  if (field.vague === "allowed" || value === undefined) return [];
  const known = latest.get(field);
  if (known?.value === value && known.words === words) return known.found;
  const found = find(words, field, value);
  latest.set(field, { words, value, found });
  return found;
}

function find(words: VagueWords[], field: Field, value: Value): VagueText[] {
  const found = new Map<string, VagueText>();
  for (const text of textsOf(field, value)) {
    const group = words.find((each) => isVague(text, field.id, each))?.group;
    if (group) found.set(text, { text, group, rows: (found.get(text)?.rows ?? 0) + 1 });
  }
  return [...found.values()];
}

function isVague(text: string, field: string, { say, match, unless, fields }: VagueWords): boolean {
  if (fields && !fields.includes(field)) return false;
  return hasWord(text, { words: say, whole: match === "whole" }) && !(unless && SPARED[unless].test(text));
}

function textsOf(field: Field, value: Value): string[] {
  if (field.kind === "text" || field.kind === "long-text") return [String(value)];
  if (field.kind !== "rows") return [];
  const columns = (field.columns ?? []).filter((column) => (column.kind ?? "text") === "text");
  return rowsIn(value).flatMap((row) => columns.map((column) => String(ownEntry(row, column.id) ?? "")));
}

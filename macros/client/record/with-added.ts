/** Adds to what a field says, and leaves the rest of it alone. */

import { ownEntry } from "../text/own-entry.ts";
import { valueOf } from "./answers.ts";
import type { GuideIndex } from "./guide-index.ts";
import { changed, valueChange } from "./record.ts";
import type { RfqRecord, Row, Value } from "./types.ts";

/** The record with one more row in a table, or a text after the one there, made at a moment; that the field does not apply is taken back. */
export function withAdded(guide: GuideIndex, record: RfqRecord, field: string, added: Row | string, at: string): RfqRecord {
  const there = valueOf(guide, record, field);
  const next = changed(record, valueChange(guide, field, joined(there, added)), at);
  return ownEntry(next.na ?? {}, field) === undefined ? next : changed(next, { what: "na", field, reason: null }, at);
}

/** What is there already is not added again: a change may be made twice to what is stored. */
function joined(there: Value | undefined, added: Row | string): Value {
  if (typeof added !== "string") return [...(Array.isArray(there) ? (there as Row[]) : []).filter(({ id }) => id !== added.id), added];
  const said = typeof there === "string" ? there.trim() : "";
  if (said === added || said.endsWith(`; ${added}`)) return said;
  return said ? `${said}; ${added}` : added;
}

/** Parts by name. */

import { valueOf } from "./answers.ts";
import type { RfqRecord } from "./types.ts";

/** The reader's own name for a part, else its number and revision. */
export function nameOf(record: RfqRecord): string {
  return typeof record.name === "string" && record.name ? record.name : derivedName(record);
}

/** Each part with a name that no other has: one that an earlier part bears is numbered. */
export function toldApart(records: RfqRecord[]): { id: string; name: string }[] {
  const taken = new Set<string>();
  return records.map((record) => {
    const own = nameOf(record);
    let name = own;
    for (let count = 2; taken.has(name); count++) name = `${own} (${count})`;
    taken.add(name);
    return { id: record.id, name };
  });
}

/** The name that a part has by itself, and that changes with its number and revision. */
export function derivedName(record: RfqRecord): string {
  const [number, revision] = ["part-number", "revision"].map((field) => String(valueOf(record, field) ?? ""));
  return numberAndRevision(number!, revision!) || "Unnamed part";
}

/** A part number with its revision, if it has one; empty without a number. */
export function numberAndRevision(number: string, revision: string): string {
  return number.trim() && [number.trim(), revision.trim()].filter(Boolean).join(" Rev ");
}

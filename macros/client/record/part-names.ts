/** Parts by name. */

import { unused } from "../text/unused-name.ts";
import type { GuideIndex } from "./guide-index.ts";
import type { RfqRecord } from "./types.ts";

/** What of a guide finds the number and the revision of a part. */
export type Naming = Pick<GuideIndex, "known">;

/** What of a record tells which part it is of. */
type Identity = Pick<RfqRecord, "id" | "stage" | "values">;

/** The reader's own name for a part, else its number and revision. */
export function nameOf(guide: Naming, record: RfqRecord): string {
  return typeof record.name === "string" && record.name ? record.name : derivedName(guide, record);
}

/** Each part with a name that no other has: one that an earlier part bears is numbered. */
export function uniqueNames(guide: Naming, records: RfqRecord[]): { id: string; name: string }[] {
  const taken = new Set<string>();
  return records.map((record) => {
    const name = unused(nameOf(guide, record), (each) => taken.has(each));
    taken.add(name);
    return { id: record.id, name };
  });
}

/** The name that a part has by itself, and that changes with its number and revision. */
export function derivedName({ known }: Naming, record: RfqRecord): string {
  return numberAndRevision(known.textOf(record, "part-number"), known.textOf(record, "revision")) || "Unnamed part";
}

/** A part number with its revision, if it has one; empty without a number. */
export function numberAndRevision(number: string, revision: string): string {
  return number.trim() && [number.trim(), revision.trim()].filter(Boolean).join(" Rev ");
}

/** Whether two records are of one part: by their id, or by the part number. */
export function isSamePart({ known }: Naming, one: Identity, other: Identity): boolean {
  const [number, same] = [one, other].map((record) => known.textOf(record, "part-number").toLowerCase());
  return one.id === other.id || (number !== "" && number === same);
}

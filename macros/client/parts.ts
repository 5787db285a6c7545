/** Parts by name. */

import { valueOf } from "./answers.ts";
import type { RfqRecord } from "./types.ts";

/** The reader's own name for a part, else its number and revision. */
export function nameOf(record: RfqRecord): string {
  if (typeof record.name === "string" && record.name) return record.name;
  const [number, revision] = ["part-number", "revision"].map((field) => String(valueOf(record, field) ?? "").trim());
  return number ? (revision ? `${number} Rev ${revision}` : number) : "Unnamed part";
}

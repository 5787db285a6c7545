/** The record itself as a file: the one export that loses nothing and can be opened again. */

import type { RfqRecord } from "../types.ts";

/** The record as JSON, indented by two spaces, with a line end after it. */
export function toJson(record: RfqRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

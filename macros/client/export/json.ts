/** The record or the review itself as a file: the one export that loses nothing and can be opened again. */

import type { Review, RfqRecord } from "../record/types.ts";

/** What is sent as JSON, indented by two spaces, with a line end after it. */
export function toJson(sent: RfqRecord | Review): string {
  return `${JSON.stringify(sent, null, 2)}\n`;
}

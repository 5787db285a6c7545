/** The names of downloaded files. */

import type { Summary } from "../summary.ts";

// Together with the date, an ending and what stands between them these stay under 120 characters.
const LONGEST = { part: 47, revision: 16, stage: 24, ending: 12 };

/** `RFQ_<part-number>_Rev<revision>_<stage>_<YYYY-MM-DD>.<ext>`: empty parts left out, safe on every system. */
export function fileName(
  { part, revision, date }: Pick<Summary, "part" | "revision" | "date">, stageId: string | null, ext: string,
): string {
  const short = safe(revision, LONGEST.revision);
  const stage = safe(stageId ?? "", LONGEST.stage);
  const parts = ["RFQ", safe(part, LONGEST.part), short && `Rev${short}`, stage, safe(date, 10)];
  return `${parts.filter(Boolean).join("_")}.${safe(ext, LONGEST.ending)}`;
}

/** Runs of other characters become one hyphen; none is left at either end, nor a dot that could climb or hide. */
function safe(text: string, longest: number): string {
  const name = text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/\.{2,}/g, ".");
  return name.replace(/^[-.]+/, "").slice(0, longest).replace(/[-.]+$/, "");
}

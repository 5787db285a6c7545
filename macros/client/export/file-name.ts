/** The names of downloaded files. */

import type { RequestSummary } from "../summary/request.ts";

// Together with the date, an ending and what stands between them these stay under 120 characters.
const LONGEST = { part: 47, revision: 16, stage: 24, ending: 12 };

/** Latin letters that no mark is taken off of. */
const LETTERS: Record<string, string> = {
  ß: "ss", ẞ: "SS", æ: "ae", Æ: "Ae", œ: "oe", Œ: "Oe", ø: "o", Ø: "O", đ: "d", Đ: "D", ð: "d", Ð: "D", ł: "l", Ł: "L", þ: "th", Þ: "Th", ı: "i", ħ: "h", Ħ: "H",
};

/** `RFQ_<part-number>_Rev<revision>_<stage>_<YYYY-MM-DD>.<ext>`: empty parts left out, safe on every system. */
export function fileName(
  { part, revision, date }: Pick<RequestSummary, "part" | "revision" | "date">, stageId: string | null, ext: string, what = "RFQ",
): string {
  const short = safe(revision, LONGEST.revision);
  const stage = safe(stageId ?? "", LONGEST.stage);
  const parts = [what, safe(part, LONGEST.part), short && `Rev${short}`, stage, safe(date, 10)];
  return `${parts.filter(Boolean).join("_")}.${safe(ext, LONGEST.ending)}`;
}

/** Text that no system takes for anything but a name; letters of another script, where there are only those, go by their codes. */
function safe(text: string, longest: number): string {
  return plain(latin(text), longest) || plain(codes(text), longest);
}

/** Runs of other characters become one hyphen; none is left at either end, nor a dot that could climb or hide. */
function plain(text: string, longest: number): string {
  const name = text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/\.{2,}/g, ".");
  return name.replace(/^[-.]+/, "").slice(0, longest).replace(/[-.]+$/, "");
}

/** Latin letters without their marks, and figures and letters of other widths as the common ones. */
function latin(text: string): string {
  return text.replace(/[^\0-\x7F]/gu, (letter) => LETTERS[letter] ?? letter).normalize("NFKD").replace(/\p{M}+/gu, "");
}

function codes(text: string): string {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).map((letter) => letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")).join("-");
}

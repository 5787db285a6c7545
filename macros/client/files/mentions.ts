/** What a running text speaks of: a part number, a file, revisions. */

import type { Preflight } from "../generated.ts";
import { REVISION, plainNumber, plainRevision } from "./names.ts";

/** A file is named near the beginning of a text or not at all. */
const LONGEST_TEXT = 2000;
/** A longer part number is not looked for: each word of a text would be joined with all that follow it. */
export const LONGEST_PART = 100;
const SIGN = "[\\p{L}\\p{N}]";

/** Whether a text has a part number in it, however it is written: "TVR_10427" has TVR-10427, "TVR-104270" has not. */
export function mentions(text: string, part: string, revision = ""): boolean {
  const wanted = [plainNumber(part), plainNumber(part + revision)];
  if (wanted[0] === "" || part.length + revision.length > LONGEST_PART) return false;
  const words = text.toUpperCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.some((_, first) => {
    let joined = "";
    for (let next = first; next < words.length && joined.length < wanted[1]!.length; next++) {
      joined += words[next];
      if (wanted.includes(joined)) return true;
    }
    return false;
  });
}

/** Whether a text names a file: "TVR-10427-B.stp" names neither B.stp nor TVR-10427-B.st. */
export function namesFile(text: string, name: string): boolean {
  const [there, wanted] = [text.slice(0, LONGEST_TEXT).toLowerCase(), name.toLowerCase()];
  for (let at = there.indexOf(wanted); at >= 0 && at < there.length; at = there.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const within = /[\p{L}\p{N}._-]$/u.test(there.slice(Math.max(0, at - 2), at)) || /^\.?[\p{L}\p{N}_-]/u.test(there.slice(end, end + 3));
    if (!within) return true;
  }
  return false;
}

/** Every revision that a running text names after a word for it, each once. */
export function revisionsIn(text: string, data: Preflight): string[] {
  const words = `(?<!${SIGN})(?:${data.names.revision_words.join("|")})`;
  const found = text.matchAll(new RegExp(`${words}[\\s.:#_-]{1,4}${REVISION}(?!${SIGN})`, "giu"));
  const read = Array.from(found, (each) => each[1]!.toLowerCase()).filter((each) => !data.names.not_revisions.includes(each));
  return [...new Set(read.map((each) => plainRevision(each, data)))];
}

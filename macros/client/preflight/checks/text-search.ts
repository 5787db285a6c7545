/** What a running text speaks of: a part number, a file, revisions. */

import type { Preflight } from "../../record/generated.ts";
import { type FoundInText, tidy } from "../file-facts.ts";
import { REVISION, plainPartNumber, plainRevision } from "../file-names.ts";

/** A file is named near the beginning of a text or not at context. */
const LONGEST_TEXT = 2000;
/** A longer part number is not looked for: each word of a text would be joined with all that follow it. */
export const LONGEST_PART = 100;
const SIGN = "[\\p{L}\\p{N}]";

/** Whether a text has a part number in it, however it is written: "TVR_10427" has TVR-10427, "TVR-104270" has not. */
export function mentionsPart(text: string, part: string, revision = ""): boolean {
  const wanted = [plainPartNumber(part), plainPartNumber(part + revision)];
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

/** Every revision that a running text names after a word for it on the same line, each once. */
export function revisionsIn(text: string, data: Preflight): string[] {
  // A dimension (21.45), a sheet (2/4, 2 of 4) and a scale (2:1) begin like a revision.
  return namedAfter(text, `[ \\t.:#_-]{1,4}`, data);
}

/** Every revision that may stand on the line below a word for it: next to it as likely as not is something else. */
export function revisionsBelow(text: string, data: Preflight): string[] {
  return namedAfter(text, `[ \\t.:#]{0,3}[\\r\\n]{1,2}[ \\t]{0,8}`, data);
}

function namedAfter(text: string, gap: string, data: Preflight): string[] {
  const words = `(?<!${SIGN})(?:${data.names.revision_words.join("|")})`;
  const found = text.matchAll(new RegExp(`${words}${gap}${REVISION}(?!${SIGN}| ?[.,/:] ?[0-9]| of )`, "giu"));
  const read = Array.from(found, (each) => each[1]!.toLowerCase()).filter((each) => !data.names.not_revisions.includes(each));
  return [...new Set(read.map((each) => plainRevision(each, data)))];
}

const NUMBER = "([a-z0-9][a-z0-9._/-]{2,38}[a-z0-9])";

/** The number that a drawing gives itself after a word for it; empty where there is none with a digit. */
function drawingNumberIn(text: string, data: Preflight): string {
  const words = data.drawing_number_words.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "[ .]{0,2}"));
  if (words.length === 0) return "";
  const found = text.matchAll(new RegExp(`(?<!${SIGN})(?:${words.join("|")})[ .:#]{0,4}${NUMBER}(?!${SIGN})`, "giu"));
  return Array.from(found, (each) => each[1]!).find((each) => /[0-9]/.test(each)) ?? "";
}

/** The line of a text that has a part number in it, for a person to check; empty where it goes over several. */
function lineWith(text: string, part: string, revision: string): string {
  return text.split("\n").find((line) => line.length < 400 && mentionsPart(line, part, revision))?.trim() ?? "";
}

/** Less text than this is a stamp or a watermark, and not what a drawing says. */
const ENOUGH_TEXT = 40;

/** What is found in the text of a drawing, where a part number of the record is looked for as well. */
export function findInText(text: string, part: string, revision: string, data: Preflight): FoundInText {
  const isThere = part !== "" && mentionsPart(text, part, revision);
  return {
    revisions: revisionsIn(text, data),
    below: revisionsBelow(text, data),
    number: drawingNumberIn(text, data),
    part: plainPartNumber(part + revision),
    line: isThere ? tidy(lineWith(text, part, revision), 80) || part : "",
    enough: text.replace(/\s/g, "").length >= ENOUGH_TEXT,
  };
}

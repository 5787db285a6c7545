/** What the name of a file tells: its ending, role, part number and revision. */

import type { NamePattern, Preflight } from "../generated.ts";

/** What a name says; each is absent when it cannot be told. `base` is the name without revision, role and signs. */
export interface NameFacts { part?: string | undefined; revision?: string | undefined; base: string }

const LONGEST = 160;
/** A file is named near the beginning of a text or not at all. */
const LONGEST_TEXT = 2000;
/** A longer part number is not looked for: each word of a text would be joined with all that follow it. */
export const LONGEST_PART = 100;
const OTHER = "other";
const PART = "([a-z0-9][a-z0-9.-]{1,38}[a-z0-9])";
const REVISION = "([a-z]{1,2}|[0-9]{1,3})";
const GAP = "[ ._-]";
const SIGN = "[\\p{L}\\p{N}]";

/** The ending of a name that a role lists, in lower case; a number after it (`.prt.3`) counts versions. */
export function endingOf(name: string, data: Preflight): string {
  return /\.([a-z0-9_]{1,12})(?:\.[0-9]{1,4})?$/.exec(fileNameOf(name).toLowerCase())?.slice(1)
    .find((ending) => data.roles.some((role) => role.extensions.includes(ending))) ?? "";
}

/** The role that a name suggests. */
export function guessRole(name: string, data: Preflight): string {
  const ending = endingOf(name, data);
  const words = wordsOf(name);
  const fitting = data.roles.filter((role) => role.extensions.includes(ending));
  const named = fitting.findLast((role) => role.words.some((word) => words.includes(word)));
  return (named ?? fitting[0])?.id ?? OTHER;
}

/** Part number and revision as the first pattern that fits reads them. */
export function namesIn(name: string, data: Preflight): NameFacts {
  const stem = stemOf(name, data);
  for (const pattern of data.name_patterns) {
    const found = expression(pattern, data).exec(stem);
    if (!found) continue;
    const read = (piece: "part-number" | "revision"): string | undefined => {
      const place = pattern.pieces.filter((each) => each === "part-number" || each === "revision").indexOf(piece);
      return place < 0 ? undefined : found[place + 1];
    };
    const [part, revision] = [read("part-number"), read("revision")];
    if (part !== undefined && !isPartNumber(part, data)) continue;
    if (revision !== undefined && data.names.not_revisions.includes(revision.toLowerCase())) continue;
    const before = stem.slice(0, found.index) + (part ?? "");
    return { part, revision: revision && plainRevision(revision, data), base: plainNumber(before) };
  }
  return { base: plainNumber(stem) };
}

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

/** A revision as it is compared: without "Rev", leading zeros and case. */
export function plainRevision(revision: string, data: Preflight): string {
  const words = data.names.revision_words.join("|");
  const bare = revision.trim().replace(new RegExp(`^(?:${words})(?![a-z])[ .:_-]{0,3}`, "i"), "");
  return bare.toUpperCase().replace(/^0+(?=.)/, "");
}

/** Every revision that a running text names after a word for it, each once. */
export function revisionsIn(text: string, data: Preflight): string[] {
  const words = `(?<!${SIGN})(?:${data.names.revision_words.join("|")})`;
  const found = text.matchAll(new RegExp(`${words}[\\s.:#_-]{1,4}${REVISION}(?!${SIGN})`, "giu"));
  const read = Array.from(found, (each) => each[1]!.toLowerCase()).filter((each) => !data.names.not_revisions.includes(each));
  return [...new Set(read.map((each) => plainRevision(each, data)))];
}

function fileNameOf(name: string): string {
  return name.slice(-LONGEST).replace(/^.*[\\/]/s, "");
}

function wordsOf(name: string): string[] {
  return fileNameOf(name).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** The name without its ending, the mark of a copy ("(1)"), and words of roles at its end. */
function stemOf(name: string, data: Preflight): string {
  const ending = endingOf(name, data);
  let stem = fileNameOf(name);
  if (ending) stem = stem.slice(0, stem.toLowerCase().lastIndexOf(`.${ending}`));
  stem = stem.replace(/ ?\([0-9]{1,3}\)$/, "");
  const words = data.roles.flatMap((role) => role.words);
  for (;;) {
    const last = /[ ._-]([a-z0-9]+)$/i.exec(stem);
    if (!last || !words.includes(last[1]!.toLowerCase())) return stem;
    stem = stem.slice(0, last.index);
  }
}

/** The pattern as an expression; every piece is bounded, and so is the name. */
function expression(pattern: NamePattern, data: Preflight): RegExp {
  const pieces = pattern.pieces.map((piece) => {
    switch (piece) {
      case "part-number": return PART;
      case "revision": return REVISION;
      case "revision-word": return `(?:${data.names.revision_words.join("|")})`;
      case "gap": return GAP;
      case "underscore": return "_";
    }
  });
  const start = pattern.pieces[0] === "part-number" ? "(?:^|[_ ])" : `(?:^|${GAP})`;
  return new RegExp(`${pattern.pieces.length === 1 ? "^" : start}${pieces.join("")}$`, "i");
}

/** A part number has a digit, is no date, and is more than a common word with a number: "Part1" is none. */
function isPartNumber(text: string, data: Preflight): boolean {
  const letters = text.toLowerCase().replace(/[^a-z]/g, "");
  const isDate = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);
  return /[0-9]/.test(text) && !isDate && !data.names.not_part_numbers.includes(letters);
}

function plainNumber(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

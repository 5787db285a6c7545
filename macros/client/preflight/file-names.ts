/** What the name of a file tells: its ending, role, part number and revision. */

import type { NamePattern, Preflight } from "../record/generated.ts";

/**
 * What a name says; each is absent when it cannot be told. `base` is the name without revision, role and signs; `counted`
 * says that the revision may as well be a count of versions, or an index.
 */
export interface NameFacts { part?: string | undefined; revision?: string | undefined; counted?: "version" | "index" | undefined; base: string }

const LONGEST = 160;
const OTHER = "other";
const PART = "([a-z0-9][a-z0-9.-]{1,38}[a-z0-9])";
/** A revision within an expression. */
export const REVISION = "([a-z]{1,2}|[0-9]{1,3})";
const GAP = "[ ._-]";
/** What the program counts, as people write it: 2, 0.2, 1.0.3. */
const VERSION = "([0-9]{1,3}(?:\\.[0-9]{1,3}){0,2})";
/** The pieces that are read, and not only passed by. */
const READ = ["part-number", "revision", "version"];

/** The ending of a name that a role lists, in lower case; a number after it (`.prt.3`) counts versions, and `.gz` packs. */
export function endingOf(name: string, data: Preflight): string {
  return /\.([a-z0-9_]{1,12})(?:\.[0-9]{1,4}|\.gz)?$/.exec(fileNameOf(name).toLowerCase())?.slice(1)
    .find((ending) => data.roles.some((role) => role.extensions.includes(ending))) ?? "";
}

/** The role that a name suggests; where it has no ending that is known, the one that its contents usually have. */
export function guessRole(name: string, data: Preflight, usual = ""): string {
  const ending = endingOf(name, data) || usual;
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
      const index = pattern.pieces.filter((each) => READ.includes(each)).map((each) => (each === "version" ? "revision" : each)).indexOf(piece);
      return index < 0 ? undefined : found[index + 1];
    };
    const [part, revision] = [read("part-number"), read("revision")];
    if (part !== undefined && !isPartNumber(part, data)) continue;
    if (revision !== undefined && data.names.not_revisions.includes(revision.toLowerCase())) continue;
    const before = pattern.pieces.includes("word") ? stem.slice(0, stem.lastIndexOf("_")) : stem.slice(0, found.index) + (part ?? "");
    return { part, revision: revision?.toUpperCase(), counted: countOf(pattern, revision), base: plainPartNumber(before) };
  }
  return { base: plainPartNumber(stem) };
}

/** What a revision may be that no word marks as one. */
function countOf({ pieces }: NamePattern, revision: string | undefined): NameFacts["counted"] {
  if (pieces.includes("version-word")) return "version";
  return pieces.includes("revision-word") || !/^[0-9]/.test(revision ?? "") ? undefined : "index";
}

/** A revision as it is compared: without "Rev", leading zeros and case. */
export function plainRevision(revision: string, data: Preflight): string {
  const [words, versions] = [data.names.revision_words.join("|"), data.names.version_words.join("|")];
  const bare = revision.trim().replace(new RegExp(`^(?:(?:${words})(?![a-z])[ .:_-]{0,3}|(?:${versions})[ .]?(?=[0-9]))`, "i"), "");
  return bare.toUpperCase().replace(/^0+(?=[0-9A-Z])/, "");
}

/** Whether a spreadsheet makes one of the other: it drops leading zeros, and takes 1E5 for a number. */
export function isSpreadsheetTrace(one: string, other: string): boolean {
  const isNumber = (text: string): boolean => /^[0-9]{1,30}(?:\.[0-9]{1,15})?(?:e\+?[0-9]{1,2})?$/i.test(text);
  return one !== other && isNumber(one) && isNumber(other) && Number(one) === Number(other);
}

function fileNameOf(name: string): string {
  return baseName(name.slice(-LONGEST));
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
      case "version": return VERSION;
      case "version-word": return `(?:${data.names.version_words.join("|")})`;
      case "word": return "[a-z]{2,40}";
      case "revision-word": return `(?:${data.names.revision_words.join("|")})`;
      case "gap": return GAP;
      case "underscore": return "_";
    }
  });
  const start = ["part-number", "word"].includes(pattern.pieces[0]!) ? "(?:^|[_ ])" : `(?:^|${GAP})`;
  return new RegExp(`${pattern.pieces.length === 1 ? "^" : start}${pieces.join("")}$`, "i");
}

/** A part number has a digit, is no date, and is more than a common word with a number: "Part1" is none. */
function isPartNumber(text: string, data: Preflight): boolean {
  const letters = text.toLowerCase().replace(/[^a-z]/g, "");
  const isDate = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);
  return /[0-9]/.test(text) && !isDate && !data.names.not_part_numbers.includes(letters);
}

/** A name without the folders before it. */
export function baseName(path: string): string {
  return path.replace(/^.*[\\/]/s, "");
}

/** A part number as it is compared: its letters and digits, in capitals. */
export function plainPartNumber(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

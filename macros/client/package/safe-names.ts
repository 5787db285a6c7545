/** The names of files in a package: what every system can unpack, as near to the reader's own names as that allows. */

/** The longest name in UTF-8 bytes: Linux allows 255, and Windows 260 characters for the whole path. */
const LONGEST = 120;

// What Windows refuses, whatever ending follows.
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

// Controls, and what does not show or turns text around; but for the joiners, which some scripts are written with.
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
// Halves of a character, and the signs that Windows or a shell reads in a way of its own.
const UNFIT = /[\p{Cs}\p{Noncharacter_Code_Point}<>:"|?*]+/gu;

/** A safe name for each name, in the same order; no two differ in nothing but capitals. */
export function safeNames(names: string[]): string[] {
  const taken = new Set<string>();
  // For each safe name the count at which the next of its kind begins: names that collapse to one are not counted through again.
  const counts = new Map<string, number>();
  return names.map((name) => {
    const safe = safeName(name);
    let unused = safe;
    let count = counts.get(keyOf(safe)) ?? 2;
    for (; taken.has(keyOf(unused)); count++) unused = withEnding(safe, ` (${count})`);
    counts.set(keyOf(safe), count);
    taken.add(keyOf(unused));
    return unused;
  });
}

/** One name: no path, no name that a system keeps for itself, no dot or space that hides or is lost. */
export function safeName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).findLast((step) => /[^.\s]/.test(step)) ?? "";
  const plain = trimmed(last.replace(/\s+/g, " ").replace(UNSEEN, "").replace(UNFIT, "_"));
  const own = plain.replace(/^-/, "_").replace(RESERVED, "_$&");
  return withEnding(/[\p{L}\p{N}\p{P}\p{S}]/u.test(own) ? own : "file", "");
}

/** How names are told apart: some systems know no capitals, and some no forms of a letter. */
function keyOf(name: string): string {
  return name.toLowerCase().normalize("NFKC");
}

/** Without dots and spaces at either end; an expression would look for the last of them from each of them anew. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isDotOrSpace(text[start]!)) start++;
  while (end > start && isDotOrSpace(text[end - 1]!)) end--;
  return text.slice(start, end);
}

function isDotOrSpace(sign: string): boolean {
  return sign === "." || sign === " ";
}

/** The name with something put before its ending, cut so that the whole is not too long. */
function withEnding(name: string, mark: string): string {
  const [stem, ending] = parted(name);
  let room = LONGEST - bytesIn(mark + ending);
  let short = "";
  for (const character of stem) {
    room -= bytesIn(character);
    if (room < 0) break;
    short += character;
  }
  return `${trimmed(`x${short}`).slice(1)}${mark}${ending}`;
}

/** What stands before the last dot, and the ending from it on; a longer one, or one with a space in it, is none. */
function parted(name: string): [stem: string, ending: string] {
  const dot = name.lastIndexOf(".");
  const ending = name.slice(dot);
  return dot > 0 && /^\.[^\s]{1,12}$/su.test(ending) ? [name.slice(0, dot), ending] : [name, ""];
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Cleans a reader's text for a file that leaves the page: nothing in it may act on the words around it. */

const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

// Soft hyphens, zero-width spaces, direction marks, byte order marks, tags: they come along with pasted text.
const UNSEEN =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u2060-\u2065\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

// Controls, halves of a character, non-characters, and what turns the direction of the text that follows.
const MEDDLING = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu;

/** Lines parted by "\n", none of them blank; what meddles shows as its code, such as [U+202E]. */
export function clean(text: unknown): string {
  return String(text ?? "")
    .replace(LINE_END, "\n")
    .replaceAll("\t", " ")
    .replace(UNSEEN, "")
    .replace(MEDDLING, (character) => (character === "\n" ? character : coded(character)))
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

/** The same on one line, for a title or a name. */
export function cleanLine(text: unknown): string {
  return clean(text).replaceAll("\n", " ");
}

/** A character as its code, which a person can look up. */
export function coded(character: string): string {
  return `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** Reads JSON that anyone may have written: neither its size nor its depth may cost much before it is refused. */

/** The size of the largest file that is read, in bytes. */
export const MAX_FILE_BYTES = 5_000_000;
/** How many entries it may have in all: a page takes longer to parse more of them than its reader waits. */
const MAX_ENTRIES = 60_000;
/** How deep a record may be nested; other readers of JSON give up not far beyond. */
const MAX_DEPTH = 100;
/** How each sentence about what is no record ends. */
export const EXPECTED = "a record that this guide saved was expected";

/** What JSON text says; what is too large, too deep or no JSON is told in one sentence. `size` is in bytes. */
export function parseJson(text: string, size: number): { found: unknown } | { problem: string } {
  if (size > MAX_FILE_BYTES) {
    return { problem: `This is ${inMegabytes(size)}; at most ${inMegabytes(MAX_FILE_BYTES)} was expected.` };
  }
  const beyond = tooDeepOrLong(text);
  if (beyond) return { problem: `This ${beyond}; ${EXPECTED}.` };
  try {
    return { found: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return { problem: `${whatIs(text)}; ${EXPECTED}.` };
  }
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function whatIs(text: string): string {
  if (text.trim() === "") return "This is empty";
  return /^\s*[[{]/.test(text) ? "This is JSON that is cut short or damaged" : "This is not JSON";
}

const [QUOTE, ESCAPE, COMMA] = [0x22, 0x5c, 0x2c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Looked for in the text, since parsing what is nested a million levels deep, or has a million entries, takes a second. */
function tooDeepOrLong(text: string): string | undefined {
  let depth = 0;
  let entries = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    if (quoted && sign === ESCAPE) index++;
    else if (sign === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (sign === LIST || sign === OBJECT) {
      if (++depth > MAX_DEPTH) return `is nested more than ${MAX_DEPTH} levels deep`;
    } else if (sign === LIST_END || sign === OBJECT_END) depth--;
    else if (sign === COMMA && ++entries > MAX_ENTRIES) return `holds more than ${MAX_ENTRIES.toLocaleString("en")} entries`;
  }
  return undefined;
}

/** JSON can write 1e999, which is read as Infinity; a record with that could not be written as JSON again. */
export function hasEndlessNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasEndlessNumber);
}

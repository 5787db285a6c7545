/** Reads JSON that anyone may have written: neither its size nor its depth may cost much before it is refused. */

/** The size of the largest file that is read, in bytes. */
export const MAX_FILE_BYTES = 5_000_000;
/** How deep a record may be nested; other readers of JSON give up not far beyond. */
const MAX_DEPTH = 100;
/** How each sentence about what is no record ends. */
export const EXPECTED = "a record that this guide saved was expected";

/** What JSON text says; what is too large, too deep or no JSON is told in one sentence. `size` is in bytes. */
export function parseJson(text: string, size: number): { found: unknown } | { problem: string } {
  if (size > MAX_FILE_BYTES) {
    return { problem: `This is ${inMegabytes(size)}; at most ${inMegabytes(MAX_FILE_BYTES)} was expected.` };
  }
  if (isNestedTooDeep(text)) return { problem: `This is nested more than ${MAX_DEPTH} levels deep; ${EXPECTED}.` };
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

/** Looked for in the text, since parsing what is nested a million levels deep takes a second. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length && depth <= MAX_DEPTH; index++) {
    const sign = text[index];
    if (quoted && sign === "\\") index++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "[" || sign === "{")) depth++;
    else if (!quoted && (sign === "]" || sign === "}")) depth--;
  }
  return depth > MAX_DEPTH;
}

/** JSON can write 1e999, which is read as Infinity; a record with that could not be written as JSON again. */
export function hasEndlessNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasEndlessNumber);
}

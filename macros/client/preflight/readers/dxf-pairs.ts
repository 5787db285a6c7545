/** The pairs of group code and value that a DXF file is made of, as text or in binary, bit by bit. */

import { nextTask } from "../../browser/frames.ts";
import { SLICE, asLatin, bytesOf, nextSlice } from "./bytes.ts";
import type { Source } from "../file-facts.ts";

/** How a binary DXF begins. */
export const BINARY = "AutoCAD Binary DXF\r\n\x1a\0";

/** Hears each pair; ends the reading by `true`. */
export type TakePair = (code: number, value: string) => boolean | void;

/** Reads the pairs of a text up to a number of bytes. */
export async function textPairs(file: Source, most: number, take: TakePair): Promise<void> {
  let rest = "";
  let code: string | undefined;
  for (let offset = 0; offset < Math.min(file.size, most); offset += SLICE) {
    const text = rest + await nextSlice(file, offset, file.size);
    // A line end of two signs may be cut in two.
    const lines = (text.endsWith("\r") ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    rest = lines.pop()! + (text.endsWith("\r") ? "\r" : "");
    if (offset + SLICE >= file.size) lines.push(rest);
    for (const line of lines) {
      if (code === undefined) code = line;
      else {
        if (take(Number(code), line.trim())) return;
        code = undefined;
      }
    }
    if (rest.length > SLICE) return;
  }
}

/** Reads the pairs of a binary file up to a number of bytes. */
export async function binaryPairs(file: Source, most: number, take: TakePair): Promise<void> {
  const bytes = await bytesOf(file, 0, most);
  const view = new DataView(bytes.buffer);
  // Before R13 a code has one byte: the first pair, a text, then has its own letters where the second byte of a code would be.
  const short = bytes[BINARY.length + 1] !== 0;
  for (let at = BINARY.length, turn = SLICE; at + 4 <= bytes.length;) {
    if (at >= turn) turn = await nextTask(at + SLICE);
    let code = short ? bytes[at]! : view.getUint16(at, true);
    at += short ? 1 : 2;
    if (short && code === 255) [code, at] = [view.getUint16(at, true), at + 2];
    const [value, length] = valueAt(view, bytes, at, code);
    if (value === undefined || take(code, value)) return;
    at += length;
  }
}

function valueAt(view: DataView, bytes: Uint8Array, at: number, code: number): [string | undefined, number] {
  const width = widthOf(code);
  if (width === "text") {
    const end = bytes.indexOf(0, at);
    return end < 0 ? [undefined, 0] : [asLatin(bytes.subarray(at, end)).trim(), end + 1 - at];
  }
  if (width === "chunk") return ["", 1 + (bytes[at] ?? 0)];
  if (at + width > bytes.length) return [undefined, 0];
  if (width === 8) return [String(code >= 160 && code < 170 ? view.getBigInt64(at, true) : view.getFloat64(at, true)), 8];
  if (width === 4) return [String(view.getInt32(at, true)), 4];
  return [String(width === 2 ? view.getInt16(at, true) : view.getInt8(at)), width];
}

/** How many bytes the value of a code has; texts end with a zero, and chunks begin with their length. */
function widthOf(code: number): "text" | "chunk" | 1 | 2 | 4 | 8 {
  const within = (from: number, to: number): boolean => code >= from && code <= to;
  if (within(310, 319) || code === 1004) return "chunk";
  if (within(10, 59) || within(110, 149) || within(160, 169) || within(210, 239) || within(460, 469) || within(1010, 1059)) return 8;
  if (within(60, 79) || within(170, 179) || within(270, 289) || within(370, 389) || within(400, 409) || within(1060, 1070)) return 2;
  if (within(90, 99) || within(420, 429) || within(440, 459) || code === 1071) return 4;
  return within(290, 299) ? 1 : "text";
}

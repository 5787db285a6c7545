/** Reads files in parts, so that no reader holds a large one in memory. */

import { nextTask } from "../../browser/frames.ts";
import type { Source } from "../file-facts.ts";

/** What is read at a time: the page gets its turn in between. */
export const SLICE = 1 << 17;

/** A file's content, under the name that it is listed by: the ending says how it is read. */
export function sourceOf(name: string, content: Blob): Source {
  return { name, size: content.size, slice: (start, end) => content.slice(start, end) };
}

/** The bytes from one offset up to another, both within the file. */
export async function bytesOf(file: Source, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const from = Math.max(0, start);
  const to = Math.min(file.size, end);
  return new Uint8Array(to > from ? await file.slice(from, to).arrayBuffer() : new ArrayBuffer(0));
}

/** A slice of a file from one offset up to another as text, one character for each byte, in a task of its own: not every Blob comes in one. */
export async function nextSlice(file: Source, start: number, end: number): Promise<string> {
  return asText(await nextTask(await bytesOf(file, start, Math.min(start + SLICE, end))));
}

/** The first bytes of a file. */
export function head(file: Source, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(file, 0, length);
}

/** The last bytes of a file. */
export function tail(file: Source, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(file, file.size - length, file.size);
}

/** Bytes as text, one character for each byte, so that offsets in both agree. */
export function asLatin(bytes: Uint8Array): string {
  let text = "";
  for (let offset = 0; offset < bytes.length; offset += 8192) {
    text += String.fromCharCode(...bytes.subarray(offset, offset + 8192));
  }
  return text;
}

const WESTERN = new TextDecoder("windows-1252");
/** The signs that the alphabet of Western Europe has for bytes from 0x80 to 0x9F, by which they are found again. */
const BYTES = new Map(Array.from(WESTERN.decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)), (sign, index) => [sign, 0x80 + index]));

/** Bytes as text as well, ten times as fast; `bytesOfText` gives back what they were. */
export function asText(bytes: Uint8Array): string {
  return WESTERN.decode(bytes);
}

/** The bytes of which `asText` made a text. */
export function bytesOfText(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => BYTES.get(sign) ?? sign.charCodeAt(0));
}

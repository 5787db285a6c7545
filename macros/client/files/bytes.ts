/** Reads files in parts, so that no reader holds a large one in memory. */

import type { Source } from "./reading.ts";

/** A file at hand, under the name that it is listed by: the ending says how it is read. */
export function sourceOf(name: string, content: Blob): Source {
  return { name, size: content.size, slice: (start, end) => content.slice(start, end) };
}

/** The bytes from one place up to another, both within the file. */
export async function bytesOf(file: Source, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const from = Math.max(0, start);
  const to = Math.min(file.size, end);
  return new Uint8Array(to > from ? await file.slice(from, to).arrayBuffer() : new ArrayBuffer(0));
}

/** The first bytes of a file. */
export function head(file: Source, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(file, 0, length);
}

/** The last bytes of a file. */
export function tail(file: Source, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(file, file.size - length, file.size);
}

/** Bytes as text, one character for each byte, so that places in both agree. */
export function asLatin(bytes: Uint8Array): string {
  let text = "";
  for (let place = 0; place < bytes.length; place += 8192) {
    text += String.fromCharCode(...bytes.subarray(place, place + 8192));
  }
  return text;
}

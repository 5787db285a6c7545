/** The lines of a text file, bit by bit, so that the page gets its turn in between. */

import { SLICE, nextSlice } from "./bytes.ts";
import type { Source } from "../file-facts.ts";

/** A longer line is no line of any format that is read here. */
const LONGEST = 1 << 20;

/** Hands each line on, one character for each byte, from an offset up to a number of bytes; `take` ends the reading by `true`. Resolves to whether that was all. */
export async function eachLine(file: Source, most: number, take: (line: string) => boolean | void, from = 0): Promise<boolean> {
  let rest = "";
  for (let offset = from; offset < Math.min(file.size, most); offset += SLICE) {
    const lines = (rest + await nextSlice(file, offset, file.size)).split(/[\r\n]/);
    rest = lines.pop()!;
    for (const line of lines) if (line !== "" && take(line)) return true;
    if (rest.length > LONGEST) return false;
  }
  take(rest);
  return file.size <= most;
}

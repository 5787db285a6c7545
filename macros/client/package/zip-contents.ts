/** The contents of one file in a ZIP: where they are, and how they are unpacked bit by bit. */

import { Inflate } from "fflate";
import { nextTask } from "../browser/frames.ts";
import { type Entry, type Sliced, STORED, ZipProblem, truncatedZip, viewOf } from "./zip-directory.ts";

const DEFLATED = 8;
/** So little is inflated at a time that a bomb grows to no more than a thousand times of this before it is noticed. */
const STEP = 4096;
const SLICE = 1 << 20;
/** After so many unpacked bytes the page gets its turn: to draw, and to hear the reader. */
const TURN = 1 << 21;

/** The packed bytes of a file, not read yet. */
export async function packedBytes(zip: Sliced, { start, packed, path }: Entry): Promise<Blob> {
  const head = await viewOf(zip, start, 30);
  if (head.getUint32(0, true) !== 0x0403_4b50) throw truncatedZip();
  const from = start + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (from + packed > zip.size) throw new ZipProblem(`This ZIP is cut short: “${path}” is not whole in it.`);
  return zip.slice(from, from + packed);
}

/** Hands a file's bytes on, bit by bit; stops where there are more than the ZIP says, or than are wanted. */
export async function unpack(zip: Sliced, entry: Entry, take: (bytes: Uint8Array) => void, most = entry.size): Promise<void> {
  const { path, method } = entry;
  if (method !== STORED && method !== DEFLATED) throw new ZipProblem(`“${path}” in this ZIP uses an unsupported compression method.`);
  const packed = await packedBytes(zip, entry);
  let size = 0;
  let turn = TURN;
  const count = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > most) throw new ZipProblem(`“${path}” in this ZIP unpacks to more than the ${most.toLocaleString("en")} bytes that it may have.`);
    if (bytes.length > 0) take(bytes);
  };
  const inflate = method === DEFLATED ? new Inflate(count) : undefined;
  for (let offset = 0; offset < packed.size; offset += SLICE) {
    const slice = new Uint8Array(await packed.slice(offset, offset + SLICE).arrayBuffer());
    if (!inflate) count(slice);
    else for (let step = 0; step < slice.length; step += STEP) {
      inflated(inflate, slice.subarray(step, step + STEP), offset + step + STEP >= packed.size);
      if (size >= turn) turn = await nextTask(size + TURN);
    }
  }
  if (size < Math.min(entry.size, most)) throw new ZipProblem(`“${path}” in this ZIP is damaged.`);
}

function inflated(inflate: Inflate, bytes: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(bytes, isLast);
  } catch (error) {
    throw error instanceof ZipProblem ? error : new ZipProblem("This ZIP is damaged: what is packed in it does not unpack.");
  }
}

/** Reads a ZIP by the list at its end: only what is asked for is read, so that size and tricks cost nothing. */

import { Inflate } from "fflate";
import { nextTask } from "../frames.ts";

/** One file in a ZIP: where its bytes are, how they are packed, and how many they are unpacked. */
export interface Entry { path: string; start: number; packed: number; size: number; method: number; encrypted: boolean }

/** What is wrong with a ZIP, in one sentence for the reader. */
export class ZipProblem extends Error {}

/** How a file is packed that is not packed at all. */
export const STORED = 0;
const DEFLATED = 8;
/** So little is inflated at a time that a bomb grows to no more than a thousand times of this before it is noticed. */
const STEP = 4096;
const SLICE = 1 << 20;
/** After so many unpacked bytes the page gets its turn: to draw, and to hear the reader. */
const TURN = 1 << 21;
/** The longest comment at the end of a ZIP, and the records before it. */
const TAIL = 65_535 + 22 + 20;
const MOST_ENTRIES = 10_000;
const MOST_LISTED = 4_000_000;
const FULL = 0xffff_ffff;

/** Whether a file begins as a ZIP does. */
export async function isZip(file: Blob): Promise<boolean> {
  const [p, k, one, two] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return p === 0x50 && k === 0x4b && ((one === 3 && two === 4) || (one === 5 && two === 6));
}

/** The files in a ZIP; folders are none. */
export async function entriesOf(zip: Blob): Promise<Entry[]> {
  const { place, size, count } = await listOf(zip);
  if (count > MOST_ENTRIES || size > MOST_LISTED) throw new ZipProblem(`This ZIP lists more than ${MOST_ENTRIES.toLocaleString("en")} files, so it was not opened.`);
  const list = await viewOf(zip, place, size);
  const entries: Entry[] = [];
  for (let at = 0, left = count; left > 0; left--) {
    if (at + 46 > list.byteLength || list.getUint32(at, true) !== 0x0201_4b50) throw cut();
    const [name, extra, comment] = [28, 30, 32].map((field) => list.getUint16(at + field, true)) as [number, number, number];
    if (at + 46 + name + extra + comment > list.byteLength) throw cut();
    const path = new TextDecoder().decode(new Uint8Array(list.buffer, at + 46, name));
    const [size, packed, start] = long(list, at, at + 46 + name, extra);
    const entry = { path, start, packed, size, method: list.getUint16(at + 10, true), encrypted: (list.getUint16(at + 8, true) & 1) === 1 };
    if (start + packed > place) throw cut();
    if (!path.endsWith("/")) entries.push(entry);
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The packed bytes of a file, not read yet. */
export async function packedBytes(zip: Blob, { start, packed, path }: Entry): Promise<Blob> {
  const head = await viewOf(zip, start, 30);
  if (head.getUint32(0, true) !== 0x0403_4b50) throw cut();
  const from = start + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (from + packed > zip.size) throw new ZipProblem(`This ZIP is cut short: “${path}” is not whole in it.`);
  return zip.slice(from, from + packed);
}

/** Hands a file's bytes on, bit by bit; stops where there are more than the ZIP says, or than are wanted. */
export async function unpack(zip: Blob, entry: Entry, take: (bytes: Uint8Array) => void, most = entry.size): Promise<void> {
  const { path, method } = entry;
  if (method !== STORED && method !== DEFLATED) throw new ZipProblem(`“${path}” in this ZIP is packed in a way that this page does not know.`);
  const packed = await packedBytes(zip, entry);
  let size = 0;
  let turn = TURN;
  const count = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > most) throw new ZipProblem(`“${path}” in this ZIP unpacks to more than the ${most.toLocaleString("en")} bytes that it may have.`);
    if (bytes.length > 0) take(bytes);
  };
  const inflate = method === DEFLATED ? new Inflate(count) : undefined;
  for (let place = 0; place < packed.size; place += SLICE) {
    const slice = new Uint8Array(await packed.slice(place, place + SLICE).arrayBuffer());
    if (!inflate) count(slice);
    else for (let step = 0; step < slice.length; step += STEP) {
      inflated(inflate, slice.subarray(step, step + STEP), place + step + STEP >= packed.size);
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

/** Where the list is: told by the last record of the file, and by the one before it where the figures are too long. */
async function listOf(zip: Blob): Promise<{ place: number; size: number; count: number }> {
  const from = Math.max(0, zip.size - TAIL);
  const tail = await viewOf(zip, from, zip.size - from);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x0605_4b50 || at + 22 + tail.getUint16(at + 20, true) !== tail.byteLength) continue;
    const short = { count: tail.getUint16(at + 10, true), size: tail.getUint32(at + 12, true), place: tail.getUint32(at + 16, true) };
    const isLong = short.count === 0xffff || short.size === FULL || short.place === FULL;
    const found = isLong && at >= 20 && tail.getUint32(at - 20, true) === 0x0706_4b50 ? await longListOf(zip, figure(tail, at - 12)) : short;
    if (found.place + found.size > from + at) throw cut();
    return found;
  }
  throw cut();
}

async function longListOf(zip: Blob, place: number): Promise<{ place: number; size: number; count: number }> {
  const end = await viewOf(zip, place, 56);
  if (end.getUint32(0, true) !== 0x0606_4b50) throw cut();
  return { count: figure(end, 32), size: figure(end, 40), place: figure(end, 48) };
}

/** Size, packed size and place of a file; those that need eight bytes stand in the extra field, in this order. */
function long(list: DataView, at: number, extra: number, length: number): [number, number, number] {
  const short = [24, 20, 42].map((field) => list.getUint32(at + field, true));
  for (let place = extra; place + 4 <= extra + length; place += 4 + list.getUint16(place + 2, true)) {
    if (list.getUint16(place, true) !== 1) continue;
    let next = place + 4;
    return short.map((figured) => {
      if (figured !== FULL || next + 8 > extra + length) return figured;
      next += 8;
      return figure(list, next - 8);
    }) as [number, number, number];
  }
  return short as [number, number, number];
}

function figure(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

async function viewOf(zip: Blob, place: number, length: number): Promise<DataView<ArrayBuffer>> {
  if (place + length > zip.size) throw cut();
  return new DataView(await zip.slice(place, place + length).arrayBuffer());
}

function cut(): ZipProblem {
  return new ZipProblem("This ZIP is cut short or damaged.");
}

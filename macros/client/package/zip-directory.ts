/** What is in a ZIP, told by the list at its end: nothing else of it is read, so that size and tricks cost nothing. */

/** One file in a ZIP: where its bytes are, how they are packed, and how many they are unpacked. */
export interface Entry { path: string; start: number; packed: number; size: number; method: number; encrypted: boolean }

/** What can be read in parts: a Blob, or a file that stands for one. */
export interface Sliced { readonly size: number; slice(start: number, end: number): Blob }

/** What is wrong with a ZIP, in one sentence for the reader. */
export class ZipProblem extends Error {}

/** How a file is packed that is not packed at all. */
export const STORED = 0;
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
export async function entriesOf(zip: Sliced): Promise<Entry[]> {
  const { offset, size, count } = await listOf(zip);
  if (count > MOST_ENTRIES || size > MOST_LISTED) throw new ZipProblem(`This ZIP lists more than ${MOST_ENTRIES.toLocaleString("en")} files, so it was not opened.`);
  const list = await viewOf(zip, offset, size);
  const entries: Entry[] = [];
  for (let at = 0, left = count; left > 0; left--) {
    if (at + 46 > list.byteLength || list.getUint32(at, true) !== 0x0201_4b50) throw truncatedZip();
    const [name, extra, comment] = [28, 30, 32].map((field) => list.getUint16(at + field, true)) as [number, number, number];
    if (at + 46 + name + extra + comment > list.byteLength) throw truncatedZip();
    const path = new TextDecoder().decode(new Uint8Array(list.buffer, at + 46, name));
    const [size, packed, start] = figuresOf(list, at, at + 46 + name, extra);
    const entry = { path, start, packed, size, method: list.getUint16(at + 10, true), encrypted: (list.getUint16(at + 8, true) & 1) === 1 };
    if (start + packed > offset) throw truncatedZip();
    if (!path.endsWith("/")) entries.push(entry);
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** Where the list is: told by the last record of the file, and by the one before it where the figures are too long. */
async function listOf(zip: Sliced): Promise<{ offset: number; size: number; count: number }> {
  const from = Math.max(0, zip.size - TAIL);
  const tail = await viewOf(zip, from, zip.size - from);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x0605_4b50 || at + 22 + tail.getUint16(at + 20, true) !== tail.byteLength) continue;
    const short = { count: tail.getUint16(at + 10, true), size: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true) };
    const isLong = short.count === 0xffff || short.size === FULL || short.offset === FULL;
    const found = isLong && at >= 20 && tail.getUint32(at - 20, true) === 0x0706_4b50 ? await longListOf(zip, longFigure(tail, at - 12)) : short;
    if (found.offset + found.size > from + at) throw truncatedZip();
    return found;
  }
  throw truncatedZip();
}

async function longListOf(zip: Sliced, offset: number): Promise<{ offset: number; size: number; count: number }> {
  const end = await viewOf(zip, offset, 56);
  if (end.getUint32(0, true) !== 0x0606_4b50) throw truncatedZip();
  return { count: longFigure(end, 32), size: longFigure(end, 40), offset: longFigure(end, 48) };
}

/** Size, packed size and offset of a file; those that need eight bytes stand in the extra field, in this order. */
function figuresOf(list: DataView, at: number, extra: number, length: number): [number, number, number] {
  const short = [24, 20, 42].map((field) => list.getUint32(at + field, true));
  for (let offset = extra; offset + 4 <= extra + length; offset += 4 + list.getUint16(offset + 2, true)) {
    if (list.getUint16(offset, true) !== 1) continue;
    let next = offset + 4;
    return short.map((each) => {
      if (each !== FULL || next + 8 > extra + length) return each;
      next += 8;
      return longFigure(list, next - 8);
    }) as [number, number, number];
  }
  return short as [number, number, number];
}

/** A figure of eight bytes. */
function longFigure(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** Bytes of a ZIP; an offset beyond its end is one more way to be cut short. */
export async function viewOf(zip: Sliced, offset: number, length: number): Promise<DataView<ArrayBuffer>> {
  if (offset + length > zip.size) throw truncatedZip();
  return new DataView(await zip.slice(offset, offset + length).arrayBuffer());
}

/** What is said of a ZIP that ends too soon, or does not say what it should where it should. */
export function truncatedZip(): ZipProblem {
  return new ZipProblem("This ZIP is cut short or damaged.");
}

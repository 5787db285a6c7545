/** What is in a ZIP, told by the list at its end: nothing else of it is read, so that size and tricks cost nothing. */

/** One file in a ZIP: where its bytes are, how they are packed, and how many they are unpacked. */
export interface Entry { path: string; start: number; packed: number; size: number; method: number; encrypted: boolean }

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
    const [size, packed, start] = figuresOf(list, at, at + 46 + name, extra);
    const entry = { path, start, packed, size, method: list.getUint16(at + 10, true), encrypted: (list.getUint16(at + 8, true) & 1) === 1 };
    if (start + packed > place) throw cut();
    if (!path.endsWith("/")) entries.push(entry);
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** Where the list is: told by the last record of the file, and by the one before it where the figures are too long. */
async function listOf(zip: Blob): Promise<{ place: number; size: number; count: number }> {
  const from = Math.max(0, zip.size - TAIL);
  const tail = await viewOf(zip, from, zip.size - from);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x0605_4b50 || at + 22 + tail.getUint16(at + 20, true) !== tail.byteLength) continue;
    const short = { count: tail.getUint16(at + 10, true), size: tail.getUint32(at + 12, true), place: tail.getUint32(at + 16, true) };
    const isLong = short.count === 0xffff || short.size === FULL || short.place === FULL;
    const found = isLong && at >= 20 && tail.getUint32(at - 20, true) === 0x0706_4b50 ? await longListOf(zip, longFigure(tail, at - 12)) : short;
    if (found.place + found.size > from + at) throw cut();
    return found;
  }
  throw cut();
}

async function longListOf(zip: Blob, place: number): Promise<{ place: number; size: number; count: number }> {
  const end = await viewOf(zip, place, 56);
  if (end.getUint32(0, true) !== 0x0606_4b50) throw cut();
  return { count: longFigure(end, 32), size: longFigure(end, 40), place: longFigure(end, 48) };
}

/** Size, packed size and place of a file; those that need eight bytes stand in the extra field, in this order. */
function figuresOf(list: DataView, at: number, extra: number, length: number): [number, number, number] {
  const short = [24, 20, 42].map((field) => list.getUint32(at + field, true));
  for (let place = extra; place + 4 <= extra + length; place += 4 + list.getUint16(place + 2, true)) {
    if (list.getUint16(place, true) !== 1) continue;
    let next = place + 4;
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

/** Bytes of a ZIP; a place that is not in it is one more way to be cut short. */
export async function viewOf(zip: Blob, place: number, length: number): Promise<DataView<ArrayBuffer>> {
  if (place + length > zip.size) throw cut();
  return new DataView(await zip.slice(place, place + length).arrayBuffer());
}

/** What is said of a ZIP that ends too soon, or does not say what it should where it should. */
export function cut(): ZipProblem {
  return new ZipProblem("This ZIP is cut short or damaged.");
}

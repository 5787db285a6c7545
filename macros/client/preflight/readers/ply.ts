/** Reads a PLY file: what its header counts, and what its corners span. */

import { counted } from "../../text/counted.ts";
import { asLatin, bytesOf, head } from "./bytes.ts";
import type { FileFacts, Source } from "../file-facts.ts";
import { eachLine } from "./lines.ts";

const HEADER = 64 * 1024;
const MOST_READ = 64 << 20;
const WIDTHS: Record<string, number> = {
  char: 1, uchar: 1, int8: 1, uint8: 1, short: 2, ushort: 2, int16: 2, uint16: 2, int: 4, uint: 4, int32: 4, uint32: 4, float: 4,
  float32: 4, double: 8, float64: 8,
};
const NO_UNIT = "A PLY has no unit: its numbers alone do not say whether they are millimeters or inches.";

interface Property { name: string; type: string; list: boolean }
interface Element { name: string; count: number; properties: Property[] }

/** The facts of a PLY file. */
export async function readPly(file: Source): Promise<FileFacts> {
  const text = asLatin(await head(file, HEADER));
  const end = /\bend_header\r?\n/.exec(text);
  const fits = /^ply\r?\n/.test(text);
  const facts: FileFacts = { kind: "mesh", format: "PLY mesh", fits, problems: [] };
  if (!fits || !end) return { ...facts, problems: ["The file does not begin as a PLY file does."] };
  const header = text.slice(0, end.index).split(/\r?\n/);
  const format = /^format (\w+)/.exec(header.find((line) => line.startsWith("format ")) ?? "")?.[1] ?? "";
  const elements = elementsOf(header);
  const [first] = elements;
  const faces = elements.find(({ name }) => name === "face")?.count ?? 0;
  const problems = faces === 0 ? ["It has no face."] : [];
  const canMeasure = first?.name === "vertex" && file.size <= MOST_READ;
  const extents = !canMeasure ? undefined : format === "ascii" ? await fromText(file, first, end.index + end[0].length) : await fromBytes(file, first, end.index + end[0].length, format);
  return { ...facts, extents, remarks: [extents && NO_UNIT, faces > 0 && `It has ${counted(faces, "face")}.`].filter((each) => typeof each === "string"), problems };
}

function elementsOf(header: string[]): Element[] {
  const elements: Element[] = [];
  for (const line of header) {
    const [word, ...rest] = line.trim().split(/\s+/);
    if (word === "element") elements.push({ name: rest[0] ?? "", count: Number(rest[1]), properties: [] });
    else if (word === "property") elements.at(-1)?.properties.push({ name: rest.at(-1) ?? "", type: rest[0] ?? "", list: rest[0] === "list" });
  }
  return elements;
}

/** What corners span, of which each gives a place to `reach`; nothing where fewer came than were said. */
class Span {
  readonly #least = [Infinity, Infinity, Infinity];
  readonly #most = [-Infinity, -Infinity, -Infinity];
  count = 0;

  reach(place: number[]): void {
    this.count++;
    place.forEach((value, axis) => {
      this.#least[axis] = Math.min(this.#least[axis]!, value);
      this.#most[axis] = Math.max(this.#most[axis]!, value);
    });
  }

  extents(wanted: number): number[] | undefined {
    const spans = this.#most.map((most, axis) => most - this.#least[axis]!);
    return this.count === wanted && spans.every((span) => Number.isFinite(span)) ? spans : undefined;
  }
}

async function fromText(file: Source, { count, properties }: Element, from: number): Promise<number[] | undefined> {
  const span = new Span();
  const axes = ["x", "y", "z"].map((axis) => properties.findIndex(({ name }) => name === axis));
  if (axes.includes(-1) || count === 0) return undefined;
  await eachLine(file, MOST_READ, (line) => {
    const numbers = line.trim().split(/\s+/).map(Number);
    span.reach(axes.map((at) => numbers[at] ?? NaN));
    return span.count >= count;
  }, from);
  return span.extents(count);
}

async function fromBytes(file: Source, { count, properties }: Element, from: number, format: string): Promise<number[] | undefined> {
  const little = format === "binary_little_endian";
  const widths = properties.map(({ type, list }) => (list ? undefined : WIDTHS[type]));
  const stride = widths.reduce<number>((sum, width) => sum + (width ?? NaN), 0);
  const offsets = ["x", "y", "z"].map((axis) => properties.findIndex(({ name }) => name === axis)).map((at) => ({ at, offset: widths.slice(0, at).reduce<number>((sum, width) => sum + width!, 0) }));
  if (!(stride > 0) || offsets.some(({ at }) => at < 0 || !["float", "float32", "double", "float64"].includes(properties[at]!.type))) return undefined;
  const span = new Span();
  const most = Math.max(1, Math.floor((1 << 18) / stride));
  for (let done = 0; done < count; done += most) {
    const bytes = await bytesOf(file, from + done * stride, from + Math.min(count, done + most) * stride);
    const view = new DataView(bytes.buffer);
    if (bytes.length < stride) return undefined;
    for (let start = 0; start + stride <= bytes.length; start += stride) {
      span.reach(offsets.map(({ at, offset }) => (widths[at] === 8 ? view.getFloat64(start + offset, little) : view.getFloat32(start + offset, little))));
    }
  }
  return span.extents(count);
}

/** Reads an IGES file: what its global section says of it, what kinds of geometry its directory lists, and whether it is whole. */

import { SLICE, asLatin, head, nextSlice, tail } from "./bytes.ts";
import type { FileFacts, Geometry, Source } from "../file-facts.ts";
import { tidy } from "../file-facts.ts";
import { lengthOf } from "./lengths.ts";

const GLOBAL = 64 * 1024;
const MOST_READ = 16 << 20;
/** A file of lines of 80 signs, with the letter of the section in the 73rd. */
export const IGES = /^[^\r\n]{72}[SCB][ 0]{0,6}1[ \t]*\r?\n/;
const FLAGS = ["", "inch", "mm", "", "feet", "mile", "m", "km", "mil", "µm", "cm", "microinch"];
const VERSIONS = new Map([["4", "3.0"], ["6", "4.0"], ["8", "5.0"], ["9", "5.1"], ["10", "5.2"], ["11", "5.3"]]);
const IN_GLOBAL = { file: 3, system: 4, version: 22, scale: 12, flag: 13, unit: 14, written: 17, author: 20 };

/** The facts of an IGES file. */
export async function readIges(file: Source): Promise<FileFacts> {
  const lines = asLatin(await head(file, GLOBAL)).split(/\r\n|\n|\r/);
  if (/^.{72}[CB]/.test(lines[0] ?? "")) {
    return { kind: "iges", format: lines[0]![72] === "C" ? "IGES, compressed" : "IGES, binary", problems: ["This kind of IGES file is not checked."] };
  }
  const values = globalValues(lines.filter((line) => line[72] === "G").map((line) => line.slice(0, 72)).join(""));
  const said = (at: number): string => tidy(values[at] ?? "", 80);
  const complete = isComplete(asLatin(await tail(file, 400)));
  const { unit, doubt } = unitOf(said(IN_GLOBAL.flag), said(IN_GLOBAL.unit));
  const scale = Number(said(IN_GLOBAL.scale) || 1);
  const problems = complete ? [] : ["The file does not end as an IGES file does: it is cut short or damaged."];
  if (doubt) problems.push(`Its unit of length contradicts itself: ${doubt}.`);
  return {
    kind: "iges",
    format: ["IGES", VERSIONS.get(said(IN_GLOBAL.version))].filter(Boolean).join(" "),
    complete,
    unit,
    unitDoubt: doubt,
    system: said(IN_GLOBAL.system) || undefined,
    author: said(IN_GLOBAL.author) || undefined,
    written: dayOf(said(IN_GLOBAL.written)),
    geometry: complete && file.size <= MOST_READ ? await geometryOf(file) : undefined,
    remarks: scale !== 1 && scale > 0 ? [`It is drawn at a scale of ${scale}.`] : undefined,
    problems,
  };
}

/** The values of the global section, with its own signs between them; a text is written with its length: `4HINCH`. */
function globalValues(text: string): string[] {
  const values: string[] = [];
  let [separator, end] = [",", ";"];
  for (let at = 0; at < text.length && values.length < 40;) {
    const counted = /^\s*(\d{1,5})H/.exec(text.slice(at, at + 20));
    let value = "";
    if (counted) {
      const from = at + counted[0].length;
      value = text.slice(from, from + Number(counted[1]));
      at = from + Number(counted[1]);
    }
    const next = nearest(text, at, separator, end);
    value ||= text.slice(at, next).trim();
    if (values.length === 0 && counted) separator = value || separator;
    if (values.length === 1 && counted) end = value || end;
    values.push(value);
    if (text[next] === end && next >= at) break;
    at = next + 1;
  }
  return values;
}

function nearest(text: string, from: number, ...signs: string[]): number {
  const found = signs.map((sign) => text.indexOf(sign, from)).filter((each) => each >= 0);
  return found.length > 0 ? Math.min(...found) : text.length;
}

function unitOf(flag: string, name: string): { unit?: string | undefined; doubt?: string } {
  const named = lengthOf(name)?.unit;
  const flagged = FLAGS[Number(flag)] || undefined;
  if (flag === "3") return { unit: named };
  if (flagged && named && named !== flagged) return { doubt: `${flagged} by its flag, ${tidy(name, 40)} by its name` };
  return { unit: flagged };
}

/** `20260302.100000` or, with a year of two digits, `260302.100000`. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{2}|\d{4})(\d{2})(\d{2})\.\d{6}$/.exec(text) ?? [];
  if (!year) return text || undefined;
  return `${year.length === 4 ? year : `${Number(year) < 70 ? "20" : "19"}${year}`}-${month}-${day}`;
}

/** The last line counts the lines of each section; the ones before it are numbered up to the last of these counts. */
function isComplete(end: string): boolean {
  const lines = end.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const counts = /^S *\d+G *\d+D *\d+P *(\d+) *T *1 *$/.exec(lines.at(-1) ?? "");
  return counts !== null && Number(/P *(\d+) *$/.exec(lines.at(-2) ?? "")?.[1]) === Number(counts[1]);
}

/** The best kind of geometry that the directory lists: the number of a kind stands at the beginning of each first line. */
async function geometryOf(file: Source): Promise<Geometry | undefined> {
  const found = new Set<Geometry>();
  let rest = "";
  for (let offset = 0; offset < file.size; offset += SLICE) {
    const lines = (rest + await nextSlice(file, offset, file.size)).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? "";
    for (const line of lines) if (line[72] === "D") found.add(kindOf(Number(line.slice(0, 8))) ?? "none");
    if (lines.some((line) => line[72] === "P") || rest.length > 200) break;
  }
  return (["solids", "surfaces", "curves"] as const).find((kind) => found.has(kind)) ?? (found.size > 0 ? "none" : undefined);
}

function kindOf(type: number): Geometry | undefined {
  if (type === 186 || (type >= 150 && type <= 184)) return "solids";
  if ([108, 114, 118, 120, 122, 128, 140, 143, 144, 510, 514].includes(type) || (type >= 190 && type <= 198)) return "surfaces";
  return [100, 102, 104, 106, 110, 112, 126, 130].includes(type) ? "curves" : undefined;
}

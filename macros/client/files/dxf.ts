/** Reads what a DXF file says of itself: its version and the units of its drawing. */

import { asLatin, head, tail } from "./bytes.ts";
import type { Reading, Source } from "./reading.ts";

const HEADER = 256 * 1024;
/** How a binary DXF begins. */
export const BINARY = "AutoCAD Binary DXF\r\n\x1a\0";
const UNITS = new Map([
  ["1", "inch"], ["2", "feet"], ["4", "mm"], ["5", "cm"], ["6", "m"], ["7", "km"], ["8", "microinch"], ["9", "mil"], ["10", "yard"],
  ["13", "µm"], ["14", "dm"],
]);
const VERSIONS = new Map([
  ["AC1009", "R12"], ["AC1012", "R13"], ["AC1014", "R14"], ["AC1015", "2000"], ["AC1018", "2004"], ["AC1021", "2007"],
  ["AC1024", "2010"], ["AC1027", "2013"], ["AC1032", "2018"],
]);
const PATTERNS = new Map([["0", "imperial"], ["1", "metric"]]);

/** The facts of a DXF file. */
export async function readDxf(file: Source): Promise<Reading> {
  const beginning = asLatin(await head(file, HEADER));
  const end = asLatin(await tail(file, 64));
  const binary = beginning.startsWith(BINARY);
  const variable = binary ? binaryVariable : textVariable;
  const version = variable(beginning, "$ACADVER", 1);
  const units = variable(beginning, "$INSUNITS", 70);
  const complete = binary ? /\0EOF\0+$/.test(end) : /(?:^|[\r\n])[ \t]*EOF\s*$/.test(end);
  const problems = complete ? [] : ["The file does not end as a DXF file does: it is cut short or damaged."];
  if (units === undefined || units === "0") problems.push(noUnits(variable(beginning, "$MEASUREMENT", 70)));
  else if (!UNITS.has(units)) problems.push("The file declares its units by a number that is not known here.");
  const year = VERSIONS.get(version ?? "");
  return {
    kind: "dxf",
    format: ["DXF", year, binary && "binary"].filter(Boolean).join(" "),
    complete,
    unit: UNITS.get(units ?? ""),
    problems,
  };
}

/** `$MEASUREMENT` picks hatches and line types; it is a hint at the units, and not more. */
function noUnits(measurement: string | undefined): string {
  const patterns = PATTERNS.get(measurement ?? "");
  return `The file declares no units.${patterns ? ` It is set up for ${patterns} patterns.` : ""}`;
}

/** The value of a header variable: its name, a group code and the value are each on a line of their own. */
function textVariable(text: string, name: string, code: number): string | undefined {
  const at = text.indexOf(name);
  const lines = at < 0 ? [] : text.slice(at + name.length, at + name.length + 100).split(/\r\n|\n|\r/);
  return lines[0]?.trim() === "" && Number(lines[1]) === code && lines.length > 3 ? lines[2]!.trim() : undefined;
}

/** The same in a binary file: the name ends with a zero, the code has two bytes, a number two and a text its own zero. */
function binaryVariable(text: string, name: string, code: number): string | undefined {
  const at = text.indexOf(`${name}\0`) + name.length + 1;
  if (at <= name.length || text.charCodeAt(at) !== code || text.charCodeAt(at + 1) !== 0) return undefined;
  if (code === 1) return /^[^\0]{1,20}/.exec(text.slice(at + 2, at + 22))?.[0];
  return at + 4 > text.length ? undefined : String(text.charCodeAt(at + 2) + 256 * text.charCodeAt(at + 3));
}

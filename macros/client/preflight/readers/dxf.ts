/** Reads what a DXF file says of itself, its version and the units of its drawing, and what is drawn in it. */

import { asLatin, head, tail } from "./bytes.ts";
import { DxfDrawing } from "./dxf-drawing.ts";
import { BINARY, binaryPairs, textPairs } from "./dxf-pairs.ts";
import { type FileFacts, type Source, tidy } from "../file-facts.ts";

/** More is not read: of a larger drawing it is not told how much is drawn. */
const MOST_READ = 24 << 20;
const UNITS = new Map([
  ["1", "inch"], ["2", "feet"], ["3", "mile"], ["4", "mm"], ["5", "cm"], ["6", "m"], ["7", "km"], ["8", "microinch"], ["9", "mil"],
  ["10", "yard"], ["13", "µm"], ["14", "dm"],
]);
const IMPERIAL = ["inch", "feet", "mile", "microinch", "mil", "yard"];
const VERSIONS = new Map([
  ["AC1002", "R2.5"], ["AC1003", "R2.6"], ["AC1004", "R9"], ["AC1006", "R10"], ["AC1009", "R12"], ["AC1012", "R13"], ["AC1014", "R14"],
  ["AC1015", "2000"], ["AC1018", "2004"], ["AC1021", "2007"], ["AC1024", "2010"], ["AC1027", "2013"], ["AC1032", "2018"],
]);
const PATTERNS = new Map([["0", "imperial"], ["1", "metric"]]);
/** Where a header has no extents it has these: no drawing is that large. */
const NO_EXTENT = 1e15;

/** The facts of a DXF file. */
export async function readDxf(file: Source): Promise<FileFacts> {
  const binary = asLatin(await head(file, BINARY.length)) === BINARY;
  const end = asLatin(await tail(file, 64));
  const contents = new DxfContents();
  await (binary ? binaryPairs : textPairs)(file, MOST_READ, (code, value) => contents.take(code, value));
  const complete = binary ? /\0EOF\0+$/.test(end) : /(?:^|[\r\n])[ \t]*EOF\s*$/.test(end);
  const problems = complete ? [] : ["The file does not end as a DXF file does: it is cut short or damaged."];
  const [units, measurement] = [contents.header.get("$INSUNITS 70"), contents.header.get("$MEASUREMENT 70")];
  const unit = UNITS.get(units ?? "");
  const patterns = PATTERNS.get(measurement ?? "");
  // Inches are what is left there by a program in which nobody set them: beside metric patterns they settle nothing.
  const doubt = unit && patterns && IMPERIAL.includes(unit) && patterns === "metric" ? `${unit} by $INSUNITS, metric by $MEASUREMENT` : undefined;
  if (doubt) problems.push(`Its units contradict each other: ${doubt}.`);
  else if (units === undefined || units === "0") problems.push(`The file declares no units.${patterns ? ` It is set up for ${patterns} patterns.` : ""}`);
  else if (!unit) problems.push("The file declares its units by a number that is not known here.");
  const all = complete && contents.ended;
  if (all && contents.drawing.entities === 0) problems.push("Nothing is drawn in its model space.");
  const year = VERSIONS.get(contents.header.get("$ACADVER 1") ?? "");
  return {
    kind: "dxf",
    format: ["DXF", year, binary && "binary"].filter(Boolean).join(" "),
    complete,
    unit: doubt ? undefined : unit,
    unitDoubt: doubt,
    extents: (all ? contents.drawing.extents : undefined) ?? contents.extents,
    entities: all ? contents.drawing.entities : undefined,
    sketch: contents.drawing.sketch,
    problems,
  };
}

/** Takes the pairs of a file in: the header's variables, and what is drawn. */
class DxfContents {
  readonly header = new Map<string, string>();
  readonly drawing = new DxfDrawing();
  /** Whether the entities were read to the end of their section, or there is none. */
  ended = false;
  #section = "";
  #begins = false;
  #variable = "";

  take(code: number, value: string): boolean {
    if (code === 0 && value === "SECTION") {
      this.#begins = true;
    } else if (this.#begins && code === 2) {
      [this.#section, this.#begins] = [value, false];
    } else if (code === 0 && (value === "ENDSEC" || value === "EOF")) {
      if (this.#section === "ENTITIES") this.drawing.end();
      this.ended ||= this.#section === "ENTITIES" || value === "EOF";
      this.#section = "";
      return this.ended;
    } else if (this.#section === "HEADER") {
      if (code === 9) this.#variable = value;
      else if (this.header.size < 2000) this.header.set(`${this.#variable} ${code}`, tidy(value, 40));
    } else if (this.#section === "ENTITIES") {
      this.drawing.take(code, value);
    }
    return false;
  }

  /** What the header says that is spanned, along two axes or three. */
  get extents(): number[] | undefined {
    const spans = [10, 20].map((code) => {
      const [least, most] = ["$EXTMIN", "$EXTMAX"].map((name) => Number(this.header.get(`${name} ${code}`) ?? NaN)) as [number, number];
      return Math.max(Math.abs(least), Math.abs(most)) < NO_EXTENT ? most - least : NaN;
    });
    return spans.every((span) => span >= 0) && spans.some((span) => span > 0) ? spans : undefined;
  }
}

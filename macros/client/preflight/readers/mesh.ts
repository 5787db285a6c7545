/** Reads meshes: that they are meshes is what matters, then what they span, and whether they are whole and closed. */

import { nextTask } from "../../browser/frames.ts";
import { asLatin, bytesOf, head, tail } from "./bytes.ts";
import type { FileFacts, Source } from "../file-facts.ts";
import { MeshMeasures } from "./mesh-measures.ts";
import { eachLine } from "./lines.ts";
import { readPly } from "./ply.ts";
import { readThreeMf } from "./three-mf.ts";

const STL_HEADER = 84;
const STL_TRIANGLE = 50;
/** So many triangles are read at a time: the page gets its turn in between. */
const TRIANGLES = 5000;
const MOST_READ = 64 << 20;
const NO_UNIT = "A mesh of this format has no unit: its numbers alone do not say whether they are millimeters or inches.";

/** The facts of a mesh, read by the ending of its name. */
export async function readMesh(file: Source, ending: string): Promise<FileFacts> {
  if (ending === "stl") return readStl(file);
  if (ending === "3mf") return readThreeMf(file);
  if (ending === "obj") return readObj(file);
  return ending === "ply" ? readPly(file) : { kind: "mesh", problems: [] };
}

async function readStl(file: Source): Promise<FileFacts> {
  const start = await head(file, STL_HEADER);
  if (start.length < STL_HEADER || isText(start)) return readTextStl(file);
  const triangles = new DataView(start.buffer).getUint32(80, true);
  const complete = file.size === STL_HEADER + STL_TRIANGLE * triangles;
  const facts: FileFacts = { kind: "mesh", format: "STL mesh, binary", complete, fits: complete || undefined, problems: [] };
  if (!complete) return { ...facts, problems: ["The file is not as long as its number of triangles asks for: it is cut short or damaged."] };
  return withMeasures(facts, triangles, file.size <= MOST_READ ? await binaryMeasures(file, triangles) : undefined);
}

function withMeasures(facts: FileFacts, triangles: number | undefined, measures: MeshMeasures | undefined): FileFacts {
  if (triangles === 0) return { ...facts, triangles, complete: undefined, problems: [...facts.problems, "It has no triangle."] };
  if (!measures) return { ...facts, triangles };
  const { extents, openEdges, watertight } = measures;
  return { ...facts, triangles: measures.triangles, extents, openEdges: openEdges || undefined, watertight, remarks: extents && [NO_UNIT] };
}

async function binaryMeasures(file: Source, triangles: number): Promise<MeshMeasures> {
  const measures = new MeshMeasures();
  for (let done = 0; done < triangles; done += TRIANGLES) {
    const from = STL_HEADER + STL_TRIANGLE * done;
    const view = new DataView((await nextTask(await bytesOf(file, from, from + STL_TRIANGLE * TRIANGLES))).buffer);
    for (let at = 12; at + 38 <= view.byteLength; at += STL_TRIANGLE) {
      const corner = (number: number): number => {
        const offset = at + 12 * number;
        return measures.corner(view.getFloat32(offset, true), view.getFloat32(offset + 4, true), view.getFloat32(offset + 8, true));
      };
      measures.triangle(corner(0), corner(1), corner(2));
    }
  }
  return measures;
}

/** A binary file may begin with "solid" too; only a text has a facet, or its end, right after. */
function isText(start: Uint8Array): boolean {
  const text = asLatin(start);
  return /^\s*solid\b/i.test(text) && !/[^\t\r\n -\u00ff]/.test(text) && /^\s*solid[^\r\n]*(?:[\r\n]+\s*(?:f|e|$)|$)/i.test(text);
}

async function readTextStl(file: Source): Promise<FileFacts> {
  const complete = /\bendsolid\b[^\r\n]*\s*$/i.test(asLatin(await tail(file, 300)));
  const fits = /^\s*solid\b/i.test(asLatin(await head(file, 80)));
  const problems = fits ? [] : ["The file does not begin as an STL file does."];
  if (!complete) problems.push("The file does not end as an STL file does: it is cut short or damaged.");
  const facts: FileFacts = { kind: "mesh", format: "STL mesh, text", complete, fits, problems };
  if (!complete || !fits || file.size > MOST_READ) return facts;
  const text = new TextStl();
  const all = await eachLine(file, MOST_READ, (line) => text.take(line));
  return all ? withMeasures(facts, text.measures.triangles, text.measures) : facts;
}

/** Takes the words of a text in, wherever its lines end. */
class TextStl {
  readonly measures = new MeshMeasures();
  #corners: number[] = [];
  #place: number[] | undefined;

  take(line: string): void {
    for (const word of line.trim().split(/\s+/)) {
      if (this.#place) this.#coordinate(Number(word), this.#place);
      else if (/^vertex$/i.test(word)) this.#place = [];
      else if (/^endfacet$/i.test(word)) this.#facet();
    }
  }

  #coordinate(value: number, place: number[]): void {
    if (place.push(value) < 3) return;
    this.#corners.push(this.measures.corner(place[0]!, place[1]!, place[2]!));
    this.#place = undefined;
  }

  #facet(): void {
    const [one = 0, two = 0, three = 0] = this.#corners;
    this.measures.triangle(one, two, three);
    this.#corners = [];
  }
}

/** The faces of an OBJ file may have any number of corners, counted from the first or back from the last. */
async function readObj(file: Source): Promise<FileFacts> {
  const facts: FileFacts = { kind: "mesh", format: "OBJ mesh", problems: [] };
  if (file.size > MOST_READ) return facts;
  const measures = new MeshMeasures();
  const corners: number[] = [];
  const all = await eachLine(file, MOST_READ, (line) => {
    const [word, ...rest] = line.trim().split(/\s+/);
    if (word === "v") corners.push(measures.corner(...rest.slice(0, 3).map(Number) as [number, number, number]));
    else if (word === "f") {
      const face = rest.map((each) => Number.parseInt(each, 10)).map((each) => corners[each < 0 ? corners.length + each : each - 1] ?? 0);
      for (let next = 2; next < face.length; next++) measures.triangle(face[0]!, face[next - 1]!, face[next]!);
    }
  });
  return all ? withMeasures(facts, measures.triangles, measures) : facts;
}

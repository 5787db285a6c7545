/** Reads meshes: that they are meshes is what matters, and whether they are whole. */

import { asLatin, head, tail } from "./bytes.ts";
import type { Reading, Source } from "./reading.ts";

const STL_HEADER = 84;
const STL_TRIANGLE = 50;
const MOST_READ = 16 << 20;

/** The facts of a mesh, read by the ending of its name. */
export async function readMesh(file: Source, ending: string): Promise<Reading> {
  if (ending === "stl") return readStl(file);
  if (ending === "3mf") return readZipped(file);
  return { kind: "mesh", problems: [] };
}

async function readStl(file: Source): Promise<Reading> {
  const start = await head(file, STL_HEADER);
  if (start.length < STL_HEADER || isText(start)) return readTextStl(file);
  const triangles = new DataView(start.buffer).getUint32(80, true);
  const complete = file.size === STL_HEADER + STL_TRIANGLE * triangles;
  return {
    kind: "mesh",
    format: "STL mesh, binary",
    triangles: complete ? triangles : undefined,
    complete,
    fits: complete || undefined,
    problems: complete ? [] : ["The file is not as long as its number of triangles asks for: it is cut short or damaged."],
  };
}

/** A binary file may begin with "solid" too; only a text has a facet, or its end, right after. */
function isText(start: Uint8Array): boolean {
  const text = asLatin(start);
  return /^\s*solid\b/i.test(text) && !/[^\t\r\n -\u00ff]/.test(text) && /^\s*solid[^\r\n]*(?:[\r\n]+\s*(?:f|e|$)|$)/i.test(text);
}

async function readTextStl(file: Source): Promise<Reading> {
  const complete = /\bendsolid\b[^\r\n]*\s*$/i.test(asLatin(await tail(file, 300)));
  const whole = file.size <= MOST_READ;
  const triangles = whole && complete ? asLatin(await head(file, MOST_READ)).split(/\bendfacet\b/i).length - 1 : undefined;
  const fits = /^\s*solid\b/i.test(asLatin(await head(file, 80)));
  const problems = fits ? [] : ["The file does not begin as an STL file does."];
  if (!complete) problems.push("The file does not end as an STL file does: it is cut short or damaged.");
  return { kind: "mesh", format: "STL mesh, text", triangles, complete, fits, problems };
}

/** A 3MF file is a ZIP archive with a model in it; the list of what is in an archive stands at its end. */
async function readZipped(file: Source): Promise<Reading> {
  const end = asLatin(await tail(file, 66_000));
  const last = end.lastIndexOf("PK\x05\x06");
  // The record at the end is 22 bytes long, and a comment may follow, of the length that its last two bytes say.
  const comment = end.charCodeAt(last + 20) + 256 * end.charCodeAt(last + 21);
  const complete = last >= 0 && last + 22 + comment === end.length;
  const fits = complete ? /\.model\b/i.test(end) : undefined;
  const problems = fits === false ? ["The archive holds no model."] : [];
  if (!complete) problems.push("The list of contents at its end is missing: the file is cut short or damaged.");
  return { kind: "mesh", format: "3MF mesh", complete, fits, problems };
}

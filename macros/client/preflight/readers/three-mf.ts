/** Reads a 3MF file: a ZIP with a model in it, whose unit, triangles and size it says. */

import type { FileFacts, Source } from "../file-facts.ts";
import { SLICE, nextSlice } from "./bytes.ts";
import { MeshMeasures } from "./mesh-measures.ts";
import { lengthOf } from "./lengths.ts";
import { listOf, unpacked } from "./zipped.ts";

/** Between two tags there is no more than a tag of this length. */
const LONGEST_TAG = 4096;

/** The facts of a 3MF file. */
export async function readThreeMf(file: Source): Promise<FileFacts> {
  const facts: FileFacts = { kind: "mesh", format: "3MF mesh", problems: [] };
  const found = await listOf(file);
  if ("problem" in found) return { ...facts, complete: false, problems: [found.problem] };
  const entry = found.entries.find(({ path }) => /(?:^|\/)3dmodel\.model$/i.test(path)) ?? found.entries.find(({ path }) => /\.model$/i.test(path));
  if (!entry) return { ...facts, complete: true, fits: false, problems: ["The archive holds no model."] };
  const model = await unpacked(file, entry);
  if (!model) return { ...facts, fits: true, problems: ["The model in the archive could not be checked."] };
  const read = await readModel(model);
  if (!read) return { ...facts, complete: false, fits: true, problems: ["The model in the archive is cut short or damaged."] };
  const { unit, measures, placed } = read;
  const { triangles, openEdges } = measures;
  return {
    ...facts,
    complete: triangles === 0 ? undefined : true,
    fits: true,
    unit,
    triangles,
    // What is turned, moved or put together as it is placed spans something else than its corners.
    extents: placed ? undefined : measures.extents,
    openEdges: placed ? undefined : openEdges,
    watertight: placed ? undefined : measures.watertight,
    problems: triangles === 0 ? ["It has no triangle."] : [],
  };
}

/** Goes over the tags of a model; nothing where it does not end as one. */
async function readModel(model: Source): Promise<{ unit: string | undefined; measures: MeshMeasures; placed: boolean } | undefined> {
  const measures = new MeshMeasures();
  let [rest, unit, placed, ended]: [string, string | undefined, boolean, boolean] = ["", undefined, false, false];
  let corners: number[] = [];
  let objects = 0;
  for (let offset = 0; offset < model.size; offset += SLICE) {
    const text = rest + await nextSlice(model, offset, model.size);
    let last = 0;
    for (const { 0: tag, 1: name, index } of text.matchAll(/<(\/?[\w:]{1,60})(?:\s[^<>]{0,4000})?>/g)) {
      last = index + tag.length;
      if (name === "model") [unit, ended] = [lengthOf(attribute(tag, "unit") ?? "millimeter")?.unit, tag.endsWith("/>")];
      else if (name === "mesh") [corners, objects] = [[], objects + 1];
      else if (name === "vertex") corners.push(measures.corner(...["x", "y", "z"].map((axis) => Number(attribute(tag, axis))) as [number, number, number]));
      else if (name === "triangle") measures.triangle(...["v1", "v2", "v3"].map((each) => corners[Number(attribute(tag, each))] ?? 0) as [number, number, number]);
      else if (name === "component" || (name === "item" && attribute(tag, "transform"))) placed = true;
      else if (name === "/model") ended = true;
    }
    rest = text.slice(Math.max(last, text.length - LONGEST_TAG));
  }
  return ended ? { unit, measures, placed: placed || objects > 1 } : undefined;
}

const ATTRIBUTES = new Map(["unit", "x", "y", "z", "v1", "v2", "v3", "transform"].map((name) => [name, new RegExp(`\\s${name}\\s*=\\s*["']([^"']{0,200})["']`)]));

function attribute(tag: string, name: string): string | undefined {
  return ATTRIBUTES.get(name)?.exec(tag)?.[1];
}

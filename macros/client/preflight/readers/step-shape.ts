/** The geometry of a STEP file: its best kind, its solids, the contexts they stand in, and the points they go through. */

import type { Geometry } from "../file-facts.ts";
import { argumentsOf } from "./step-text.ts";

const BREPS = ["MANIFOLD_SOLID_BREP", "BREP_WITH_VOIDS", "FACETED_BREP", "FACETED_BREP_WITH_VOIDS"];
const SOLIDS = [
  "CSG_SOLID", "BOOLEAN_RESULT", "BLOCK", "RIGHT_CIRCULAR_CYLINDER", "RIGHT_CIRCULAR_CONE", "RIGHT_ANGULAR_WEDGE", "SPHERE", "TORUS",
  "EXTRUDED_AREA_SOLID", "REVOLVED_AREA_SOLID", "EXTRUDED_FACE_SOLID", "REVOLVED_FACE_SOLID", "SURFACE_CURVE_SWEPT_AREA_SOLID",
  "SWEPT_DISK_SOLID", "SOLID_REPLICA", "HALF_SPACE_SOLID",
];
const SURFACES = [
  "SHELL_BASED_SURFACE_MODEL", "FACE_BASED_SURFACE_MODEL", "GEOMETRIC_SET",
  "MANIFOLD_SURFACE_SHAPE_REPRESENTATION", "GEOMETRICALLY_BOUNDED_SURFACE_SHAPE_REPRESENTATION",
];
const FACETS = [
  "TESSELLATED_SOLID", "TESSELLATED_SHELL", "TESSELLATED_SHAPE_REPRESENTATION", "TRIANGULATED_FACE",
  "COMPLEX_TRIANGULATED_FACE",
];
const CURVES = [
  "GEOMETRIC_CURVE_SET", "GEOMETRICALLY_BOUNDED_WIREFRAME_SHAPE_REPRESENTATION", "EDGE_BASED_WIREFRAME_MODEL",
  "SHELL_BASED_WIREFRAME_MODEL", "EDGE_BASED_WIREFRAME_SHAPE_REPRESENTATION", "SHELL_BASED_WIREFRAME_SHAPE_REPRESENTATION",
];
/** From the best to the least. */
const KINDS = ["solids", "surfaces", "facets", "curves"] as const;
const KIND_OF = new Map<string, (typeof KINDS)[number]>([
  ...[...BREPS, ...SOLIDS].map((word) => [word, "solids"] as const), ...SURFACES.map((word) => [word, "surfaces"] as const),
  ...FACETS.map((word) => [word, "facets"] as const), ...CURVES.map((word) => [word, "curves"] as const),
]);
const SEMANTIC = /^(?:DIMENSIONAL_SIZE|DIMENSIONAL_LOCATION|ANGULAR_LOCATION|ANGULAR_SIZE|DATUM|\w+_TOLERANCE(?:_WITH_\w+)?)$/;
const GRAPHIC = /^(?:DRAUGHTING_CALLOUT|ANNOTATION_(?:CURVE_|FILL_AREA_|TEXT_)?OCCURRENCE|TESSELLATED_ANNOTATION_OCCURRENCE|ANNOTATION_PLANE)$/;
const MOST_POINTS = 400_000;
const MOST = 20_000;

/** Gathers the geometry. */
export class StepShape {
  /** How many solid bodies; of solids that are made of others it is not known. */
  #breps = 0;
  entities = 0;
  #counts = true;
  #semantic = false;
  #graphic = false;
  #full = false;
  readonly #kinds = new Set<(typeof KINDS)[number]>();
  readonly #items = new Map<string, (typeof KINDS)[number]>();
  readonly #representations: { items: string[]; context: string }[] = [];
  readonly #points = new Map<string, [number, number, number]>();
  readonly #corners = new Set<string>();
  #mapped = false;

  /** Takes one instance in; of several entities at once it is told by each of them. */
  take(id: string, word: string, statement: string): void {
    const kind = KIND_OF.get(word);
    if (kind) {
      this.#kinds.add(kind);
      if (this.#items.size < MOST) this.#items.set(id, kind);
      if (BREPS.includes(word)) this.#breps++;
      else if (kind === "solids") this.#counts = false;
    }
    if (word === "CARTESIAN_POINT") this.#point(id, statement);
    else if (word === "VERTEX_POINT") this.#corners.add(/#(\d{1,12})\s*\)$/.exec(statement)?.[1] ?? "");
    else if (word === "MAPPED_ITEM") this.#mapped = true;
    else if (word.endsWith("REPRESENTATION")) this.#represent(statement);
    else if (SEMANTIC.test(word)) this.#semantic = true;
    else if (GRAPHIC.test(word)) this.#graphic = true;
  }

  /** The best that there is; `none` where all was read and nothing is known here. */
  geometry(all: boolean): Geometry | undefined {
    const best = KINDS.find((kind) => this.#kinds.has(kind));
    if (best === "solids") return best;
    // An empty file says nothing of a model, not even that it has none.
    return all && this.entities > 0 ? best ?? "none" : undefined;
  }

  /** How many solid bodies there are, where they can be counted. */
  get solids(): number | undefined {
    return this.#counts && this.#breps > 0 ? this.#breps : undefined;
  }

  /** The contexts that the best geometry stands in; none where no representation lists it. */
  get contexts(): Set<string> {
    for (const kind of KINDS) {
      const holding = this.#representations.filter(({ items }) => items.some((item) => this.#items.get(item) === kind));
      if (holding.length > 0) return new Set(holding.map(({ context }) => context));
    }
    return new Set();
  }

  /** Annotations: those a program can read, those that are drawn, or neither. */
  get annotations(): "semantic" | "graphic" | "semantic and graphic" | "none" {
    if (this.#semantic) return this.#graphic ? "semantic and graphic" : "semantic";
    return this.#graphic ? "graphic" : "none";
  }

  /** What the corners of solids span: the size is at least this, since curved faces go on beyond their corners. */
  get span(): number[] | undefined {
    const onlySolids = this.#kinds.has("solids") && !this.#kinds.has("surfaces") && !this.#kinds.has("curves");
    if (!onlySolids || this.#mapped || this.#full || this.#corners.size < 2) return undefined;
    const corners = [...this.#corners].flatMap((id) => [this.#points.get(id) ?? []].filter((point) => point.length === 3)) as number[][];
    if (corners.length < 2) return undefined;
    return [0, 1, 2].map((axis) => {
      let [least, most] = [Infinity, -Infinity];
      for (const corner of corners) [least, most] = [Math.min(least, corner[axis]!), Math.max(most, corner[axis]!)];
      return most - least;
    });
  }

  #point(id: string, statement: string): void {
    const found = /\(\s*([-+.\dE]{1,40})\s*,\s*([-+.\dE]{1,40})\s*,\s*([-+.\dE]{1,40})\s*\)\s*\)$/i.exec(statement);
    if (this.#points.size >= MOST_POINTS) this.#full = true;
    else if (found) this.#points.set(id, [Number(found[1]), Number(found[2]), Number(found[3])]);
  }

  #represent(statement: string): void {
    const [, items = "", context = ""] = argumentsOf(statement);
    if (this.#representations.length >= MOST || !context.startsWith("#")) return;
    this.#representations.push({ items: items.match(/\d+/g) ?? [], context: context.slice(1) });
  }
}

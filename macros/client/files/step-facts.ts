/** What the statements of a STEP file say: where it comes from, its products, its unit of length, its geometry. */

import { type Product, tidy } from "./reading.ts";
import { argumentsOf, stringIn } from "./step-text.ts";

/** More of a kind than this is not kept; a part to be machined has a handful. */
const MOST = 500;
const SOLIDS = [
  "MANIFOLD_SOLID_BREP", "BREP_WITH_VOIDS", "FACETED_BREP", "CSG_SOLID", "EXTRUDED_AREA_SOLID", "REVOLVED_AREA_SOLID",
];
const SURFACES = [
  "SHELL_BASED_SURFACE_MODEL", "FACE_BASED_SURFACE_MODEL", "GEOMETRIC_SET", "GEOMETRIC_CURVE_SET",
  "MANIFOLD_SURFACE_SHAPE_REPRESENTATION", "GEOMETRICALLY_BOUNDED_SURFACE_SHAPE_REPRESENTATION",
];
const FACETS = [
  "TESSELLATED_SOLID", "TESSELLATED_SHELL", "TESSELLATED_SHAPE_REPRESENTATION", "TRIANGULATED_FACE",
  "COMPLEX_TRIANGULATED_FACE",
];
const METERS = new Map([["", "m"], ["MILLI", "mm"], ["CENTI", "cm"], ["MICRO", "µm"], ["DECI", "dm"], ["KILO", "km"]]);
const EDITIONS = new Map([["1", "edition 1"], ["3", "edition 2"], ["4", "edition 3"]]);

/** Gathers facts from statements in the order they come. */
export class StepFacts {
  schema = "";
  system = "";
  written = "";
  ended = false;
  readonly geometry = new Set<"solids" | "surfaces" | "facets">();
  readonly #products = new Map<string, Product>();
  readonly #versions: [product: string, version: string][] = [];
  readonly #units = new Map<string, string>();
  readonly #declared = new Set<string>();

  /** Takes one statement in. */
  take(statement: string): void {
    const found = /^(?:#(\d{1,12})\s*=\s*)?(?:(\()\s*)?([A-Z0-9_!-]{1,80})/.exec(statement);
    if (!found) return;
    const [, id = "", complex, word = ""] = found;
    if (word === "END-ISO-10303-21") this.ended = true;
    else if (id === "") this.#header(word, statement);
    else if (complex) this.#unit(id, statement);
    else this.#entity(id, word, statement);
  }

  /** The products with their versions. */
  get products(): Product[] {
    for (const [product, version] of this.#versions) {
      const known = this.#products.get(product);
      if (known && version) known.version = version;
    }
    return [...this.#products.values()];
  }

  /** Whether there may be products that were not kept. */
  get overfull(): boolean {
    return this.#products.size >= MOST;
  }

  /** Each unit of length that a shape is declared to be in; one that is only the base of another is none of them. */
  get units(): string[] {
    return [...new Set([...this.#declared].flatMap((id) => this.#units.get(id) ?? []))];
  }

  #header(word: string, statement: string): void {
    const args = argumentsOf(statement);
    if (word === "FILE_SCHEMA") this.schema = tidy(stringIn(args[0]));
    if (word !== "FILE_NAME") return;
    this.written = tidy(stringIn(args[1]), 40);
    this.system = tidy(stringIn(args[5])) || tidy(stringIn(args[4]));
  }

  #entity(id: string, word: string, statement: string): void {
    if (SOLIDS.includes(word)) this.geometry.add("solids");
    else if (SURFACES.includes(word)) this.geometry.add("surfaces");
    else if (FACETS.includes(word)) this.geometry.add("facets");
    else if (word === "PRODUCT" && this.#products.size < MOST) {
      const [name, label] = argumentsOf(statement);
      this.#products.set(id, { id: tidy(stringIn(name)), name: tidy(stringIn(label)) });
    } else if (word.startsWith("PRODUCT_DEFINITION_FORMATION") && this.#versions.length < MOST) {
      const [version, , of] = argumentsOf(statement);
      this.#versions.push([of?.replace("#", "") ?? "", tidy(stringIn(version), 40)]);
    }
  }

  /** Units and the contexts that declare them are written as instances of several entities at once. */
  #unit(id: string, statement: string): void {
    const bare = statement.replace(/\s+/g, "");
    if (bare.includes("GLOBAL_UNIT_ASSIGNED_CONTEXT(")) {
      const list = /GLOBAL_UNIT_ASSIGNED_CONTEXT\(\(([#\d,]*)\)/.exec(bare)?.[1] ?? "";
      for (const unit of list.split(",")) if (this.#declared.size < MOST) this.#declared.add(unit.replace("#", ""));
    } else if (bare.includes("LENGTH_UNIT(") && this.#units.size < MOST) {
      const unit = unitOf(bare);
      if (unit) this.#units.set(id, unit);
    }
  }
}

/** The name of a schema in the words people use for it; its own name where they have none. */
export function schemaInWords(schema: string): string {
  const name = schema.toUpperCase();
  if (name.startsWith("CONFIG_CONTROL_DESIGN")) return "STEP AP203";
  if (name.startsWith("AP203_")) return "STEP AP203, edition 2";
  if (name.startsWith("AUTOMOTIVE_DESIGN") || name.startsWith("AP214")) return "STEP AP214";
  if (!name.startsWith("AP242")) return schema ? `STEP, schema ${schema}` : "STEP";
  const edition = EDITIONS.get(/10303\s+442\s+(\d)\b/.exec(name)?.[1] ?? "");
  return edition ? `STEP AP242, ${edition}` : "STEP AP242";
}

function unitOf(bare: string): string | undefined {
  const named = /CONVERSION_BASED_UNIT\('([^']{1,40})'/.exec(bare)?.[1];
  if (named !== undefined) return /^(?:inch|in)$/i.test(named) ? "inch" : tidy(named, 40).toLowerCase();
  const metric = /SI_UNIT\((?:\.([A-Z]+)\.|\$),\.METRE\.\)/.exec(bare);
  return metric ? METERS.get(metric[1] ?? "") : undefined;
}

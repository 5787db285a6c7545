/** What the statements of a STEP file say: where it comes from, its products, its unit of length, its geometry. */

import { tidy } from "../file-facts.ts";
import { StepProducts } from "./step-products.ts";
import { StepShape } from "./step-shape.ts";
import { StepUnits } from "./step-units.ts";
import { argumentsOf, stringIn } from "./step-text.ts";

const EDITIONS = new Map([["1", "edition 1"], ["3", "edition 2"], ["4", "edition 3"]]);
/** What some exporters write where the system belongs: the machine that it ran on, or nothing at all. */
const NO_SYSTEM = /^(?:unix|linux|windows(?: nt)?|nt|none|unknown|unspecified|n\/?a|[^\p{L}]*)$/iu;

/** Gathers facts from statements in the order they come. */
export class StepFacts {
  schema = "";
  system = "";
  written = "";
  ended = false;
  readonly products = new StepProducts();
  readonly units = new StepUnits();
  readonly shape = new StepShape();

  /** Takes one statement in. */
  take(statement: string): void {
    if (statement.startsWith("#")) this.shape.entities++;
    const found = /^(?:#(\d{1,12})\s*=\s*)?(?:(\()\s*)?([A-Z0-9_!-]{1,80})/.exec(statement);
    if (!found) return;
    const [, id = "", complex, word = ""] = found;
    if (word === "END-ISO-10303-21") this.ended = true;
    else if (id === "") this.#header(word, statement);
    else if (complex) this.#complex(id, statement);
    else this.#entity(id, word, statement);
  }

  #header(word: string, statement: string): void {
    const args = argumentsOf(statement);
    if (word === "FILE_SCHEMA") this.schema = tidy(stringIn(args[0]));
    if (word !== "FILE_NAME") return;
    this.written = tidy(stringIn(args[1]), 40);
    this.system = [args[5], args[4]].map((each) => tidy(stringIn(each))).find((each) => !NO_SYSTEM.test(each)) ?? "";
  }

  #entity(id: string, word: string, statement: string): void {
    this.shape.take(id, word, statement);
    if (word.endsWith("MEASURE_WITH_UNIT")) this.units.takeMeasure(id, statement);
    else this.products.take(id, word, statement);
  }

  /** Units, the contexts that declare them and some solids are written as instances of several entities at once. */
  #complex(id: string, statement: string): void {
    const bare = statement.replace(/\s+/g, "");
    this.units.takeComplex(id, bare);
    for (const [, word] of bare.matchAll(/([A-Z0-9_]{3,80})\(/g)) {
      if (!word!.endsWith("REPRESENTATION")) this.shape.take(id, word!, "");
    }
  }
}

/** The name of a schema in the words people use for it; its own name where they have none. */
export function schemaInWords(schema: string): string {
  const name = schema.toUpperCase();
  if (name.startsWith("CONFIG_CONTROL_DESIGN")) return "STEP AP203";
  if (/^(?:AP203_|CONFIGURATION_CONTROL(?:LED)?_3D_DESIGN)/.test(name)) return "STEP AP203, edition 2";
  if (name.startsWith("AUTOMOTIVE_DESIGN") || name.startsWith("AP214")) return "STEP AP214";
  if (/^(?:STRUCTURAL_ANALYSIS|AP209|MULTIDISCIPLINARY)/.test(name)) return "STEP AP209";
  if (!name.startsWith("AP242")) return schema ? `STEP, schema ${schema}` : "STEP";
  const edition = EDITIONS.get(/10303\s+442\s+(\d)\b/.exec(name)?.[1] ?? "");
  return edition ? `STEP AP242, ${edition}` : "STEP AP242";
}

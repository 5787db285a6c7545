/** Reads a STEP file (ISO 10303-21): all of it where it is not large, else its beginning and its end. */

import { bytesOf } from "./bytes.ts";
import type { Reading, Source } from "./reading.ts";
import { StepFacts, schemaInWords } from "./step-facts.ts";
import { Statements } from "./step-text.ts";

const CHUNK = 1 << 20;
const BEGINNING = 16 * CHUNK;
const END = 2 * CHUNK;
/**
 * A part that begins anywhere may begin within a string; an instance at the start of a line is a safe place. One line
 * end and no more: with any number of them, each would be tried as the one that counts.
 */
const SAFE_PLACE = /;[ \t\r]*\n[ \t]*#\d/;

/** The facts of a STEP file. */
export async function readStep(file: Source): Promise<Reading> {
  const facts = new StepFacts();
  const whole = file.size <= BEGINNING + END;
  await take(file, 0, whole ? file.size : BEGINNING, facts);
  if (!whole) await take(file, file.size - END, file.size, facts, true);
  const { products, units } = facts;
  const problems: string[] = [];
  if (!whole) problems.push("The file is large: its beginning and its end were read, not what is between them.");
  if (!facts.ended) problems.push("The file does not end as a STEP file does: it is cut short or damaged.");
  if (units.length > 1) problems.push(`The file declares several units of length: ${units.join(", ")}.`);
  return {
    kind: "step",
    format: schemaInWords(facts.schema),
    complete: facts.ended,
    system: facts.system || undefined,
    written: facts.written || undefined,
    products: products.length > 0 ? products : undefined,
    unit: units.length === 1 ? units[0] : undefined,
    geometry: geometryOf(facts, whole && facts.ended),
    partial: !whole || facts.overfull || undefined,
    problems,
  };
}

async function take(file: Source, from: number, to: number, facts: StepFacts, midway = false): Promise<void> {
  const statements = new Statements();
  const decoder = new TextDecoder();
  let midStatement = midway;
  for (let place = from; place < to; place += CHUNK) {
    let text = decoder.decode(await bytesOf(file, place, Math.min(place + CHUNK, to)), { stream: true });
    if (midStatement) {
      const start = text.search(SAFE_PLACE);
      if (start < 0) continue;
      text = text.slice(start + 1);
      midStatement = false;
    }
    for (const statement of statements.push(text)) facts.take(statement);
  }
}

/** Solids count wherever they are seen; that there are none takes the whole file to know. */
function geometryOf({ geometry }: StepFacts, all: boolean): Reading["geometry"] {
  if (geometry.has("solids")) return "solids";
  if (!all) return undefined;
  if (geometry.has("surfaces")) return "surfaces";
  return geometry.has("facets") ? "facets" : "none";
}

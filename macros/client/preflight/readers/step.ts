/** Reads a STEP file (ISO 10303-21): all of it where it is not large, else its beginning and its end. */

import { SLICE, nextSlice } from "./bytes.ts";
import type { FileFacts, Source } from "../file-facts.ts";
import { isKnownUnit } from "./lengths.ts";
import { StepFacts, schemaInWords } from "./step-facts.ts";
import { Statements } from "./step-text.ts";

const BEGINNING = 16 << 20;
const END = 2 << 20;
/**
 * A part that begins anywhere may begin within a string; an instance at the start of a line is a safe place. One line
 * end and no more: with any number of them, each would be tried as the one that counts.
 */
const SAFE_PLACE = /;[ \t\r]*\n[ \t]*#\d/;

/** The facts of a STEP file. */
export async function readStep(file: Source): Promise<FileFacts> {
  const facts = new StepFacts();
  const whole = file.size <= BEGINNING + END;
  await take(file, 0, whole ? file.size : BEGINNING, facts);
  if (!whole) await take(file, file.size - END, file.size, facts, true);
  const { products, shape, schema, ended } = facts;
  const all = whole && ended;
  const { unit, units, doubt } = facts.units.declared(shape.contexts);
  const geometry = shape.geometry(all);
  const problems: string[] = [];
  if (!whole) problems.push("The file is large: its beginning and its end were read, not what is between them.");
  if (!ended) problems.push("The file does not end as a STEP file does: it is cut short or damaged.");
  if (all && shape.entities === 0) problems.push("Its DATA section is empty.");
  if (doubt) problems.push(`Its unit of length contradicts itself: ${doubt}.`);
  else if (units.length > 1) problems.push(`The file declares several units of length: ${units.join(", ")}.`);
  const { roots, references } = products;
  const isAssembly = products.occurrences > 0;
  return {
    kind: "step",
    format: schemaInWords(schema),
    complete: ended,
    system: facts.system || undefined,
    written: facts.written || undefined,
    products: roots.length > 0 ? roots : undefined,
    assembly: isAssembly && whole ? { products: products.count, occurrences: products.occurrences } : undefined,
    references: references.length > 0 ? references : undefined,
    unit,
    unitDoubt: doubt,
    geometry,
    solids: all ? shape.solids : undefined,
    annotations: all && /AP242|AP203, edition/.test(schemaInWords(schema)) ? shape.annotations : undefined,
    leastSize: all && !isAssembly && isKnownUnit(unit) ? sizeOf(shape.span) : undefined,
    partial: !whole || products.unsure || undefined,
    problems,
  };
}

/** The largest first; a direction in which corners span nothing says nothing. */
function sizeOf(span: number[] | undefined): number[] | undefined {
  const sizes = span?.filter((each) => each > 0 && Number.isFinite(each)).sort((one, other) => other - one) ?? [];
  return sizes.length > 0 ? sizes : undefined;
}

async function take(file: Source, from: number, to: number, facts: StepFacts, midway = false): Promise<void> {
  const statements = new Statements();
  let midStatement = midway;
  for (let offset = from; offset < to; offset += SLICE) {
    // One character for each byte: which alphabet a string is in is seen from the string.
    let text = await nextSlice(file, offset, to);
    if (midStatement) {
      const start = text.search(SAFE_PLACE);
      if (start < 0) continue;
      text = text.slice(start + 1);
      midStatement = false;
    }
    for (const statement of statements.push(text)) facts.take(statement);
  }
}

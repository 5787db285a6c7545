/** Reads a record or a review out of text that anyone may have written, or gives one sentence about what is wrong. */

import { Validator } from "@cfworker/json-schema";
import { nextTask } from "../browser/frames.ts";
import { beyondBounds, tooMany } from "./bounds.ts";
import { piecesOf } from "./pieces.ts";
import { schemaErrorIn, formatPath } from "./schema-errors.ts";
import { EXPECTED, hasEndlessNumber, parseJson } from "./parse-json.ts";
import { displayName } from "../text/display-name.ts";
import { MAX_QUESTIONS, RECORD_FORMAT, REVIEW_FORMAT } from "../record/formats.ts";
import { firstDuplicate } from "../text/duplicates.ts";
import { isNewer } from "../record/shape.ts";
import type { Review, RfqRecord, Value } from "../record/types.ts";

/** What text turned out to be. */
type ParsedRecord = { record: RfqRecord } | { problem: string };

/** After so many entries that were looked at the page gets its turn: to draw, and to hear the reader. */
export const TURN = 4_000;

/**
 * Reads a record by its published JSON Schema; `size` is that of the file, in bytes, where the text comes from one. Counts are
 * taken first, and what is within bounds is looked at piece by piece: `turn` comes between, and hears how many entries there were.
 */
export async function readRecord(text: string, schema: object, size = text.length, turn: (entries: number) => Promise<unknown> = nextTask): Promise<ParsedRecord> {
  const read = parseJson(text, size);
  if ("problem" in read) return read;
  const { found } = read;
  await turn(0);
  const error = refusal(found) ?? inSentence("record", numberError(found) ?? beyondBounds(found as object) ?? await errorInPieces(found as object, schema, turn) ?? duplicateRow(found as RfqRecord) ?? duplicateFile(found as RfqRecord));
  return error === undefined ? { record: found as RfqRecord } : { problem: error };
}

/** Reads a desk's review in the same way; undefined for what does not say of itself that it is one. */
export function readReview(text: string, schema: object, size = text.length): { review: Review } | { problem: string } | undefined {
  const read = parseJson(text, size);
  const named = "found" in read && read.found !== null && (read.found as { schema?: unknown }).schema;
  if (typeof named !== "string" || !named.startsWith("rfq-review/") || "problem" in read) return undefined;
  if (named !== REVIEW_FORMAT) return { problem: `A newer version of this guide made this review (${quoted(named)}): reload the page to get that version.` };
  const { questions } = read.found as { questions?: unknown };
  const problem = inSentence("review", tooMany(["questions"], questions, MAX_QUESTIONS) ?? numberError(read.found) ?? errorIn(new Validator(schema, "2020-12"), read.found));
  return problem === undefined ? { review: read.found as Review } : { problem };
}

/** Why something that was read is no record. */
function refusal(found: unknown): string | undefined {
  if (typeof found !== "object" || found === null || Array.isArray(found)) {
    return `This is JSON of something else, ${describeKind(found)}; ${EXPECTED}.`;
  }
  if (!Object.hasOwn(found, "schema")) return `This is JSON of something else, without a "schema"; ${EXPECTED}.`;
  const { schema } = found as { schema: unknown };
  if (schema === RECORD_FORMAT) return undefined;
  return isNewer({ ...found, id: "any" })
    ? `A newer version of this guide saved this record (${quoted(schema)}): reload the page to get that version.`
    : `This says that it is ${quoted(schema)}; a record, ${quoted(RECORD_FORMAT)}, was expected.`;
}

function describeKind(found: unknown): string {
  if (Array.isArray(found)) return "a list";
  return typeof found === "string" ? "a text" : `just ${String(found)}`;
}

function inSentence(kind: string, error: string | undefined): string | undefined {
  return error === undefined ? undefined : `This ${kind} cannot be opened: ${error}.`;
}

function numberError(found: unknown): string | undefined {
  return hasEndlessNumber(found) ? "a number in it is too large" : undefined;
}

/** The first piece with an error tells it; between pieces the page gets its turns. */
async function errorInPieces(found: object, schema: object, turn: (entries: number) => Promise<unknown>): Promise<string | undefined> {
  const validators = new Map<object, Validator>();
  let entries = 0;
  for (const piece of piecesOf(found, schema)) {
    if (entries > 0 && entries + piece.entries > TURN) {
      await turn(entries);
      entries = 0;
    }
    entries += piece.entries;
    const validator = validators.get(piece.schema) ?? new Validator(piece.schema, "2020-12");
    validators.set(piece.schema, validator);
    const error = errorIn(validator, piece.found, piece.placed);
    if (error !== undefined) return error;
  }
  await turn(entries);
  return undefined;
}

function errorIn(validator: Validator, found: unknown, placed?: (path: string[]) => string[]): string | undefined {
  try {
    return schemaErrorIn(validator.validate(found).errors, placed);
  } catch (error) {
    // The validator writes names as addresses, which lack half characters; and it hands on all errors in one call.
    return error instanceof URIError ? "a name in it holds half a character" : "it has too many faults to tell one";
  }
}

/** JSON Schema cannot say that the rows of a list differ in their ids. */
function duplicateRow(record: RfqRecord): string | undefined {
  const paths: [string[], Record<string, Value>][] = [[["values"], record.values]];
  record.builds.forEach((build, index) => paths.push([["builds", String(index), "values"], build.values]));
  for (const [path, values] of paths) {
    for (const [field, value] of Object.entries(values)) {
      const ids = Array.isArray(value) ? value.flatMap((row) => (typeof row === "string" ? [] : [row.id])) : [];
      const twice = firstDuplicate(ids);
      if (twice !== undefined) return `${formatPath([...path, field])}, two rows have the id ${quoted(twice)}`;
    }
  }
  return undefined;
}

/** The schema cannot say this either; a package has one place for each name, and the list of files one line. */
function duplicateFile({ files }: RfqRecord): string | undefined {
  const twice = firstDuplicate(files.map(({ name }) => name));
  return twice === undefined ? undefined : `${formatPath(["files"])}, two files have the name ${quoted(twice)}`;
}

/** A value out of the text, as it can stand in a sentence: short, and without what turns text around. */
function quoted(value: unknown): string {
  return typeof value === "string" ? `"${displayName(value, 40)}"` : "something that is no text";
}

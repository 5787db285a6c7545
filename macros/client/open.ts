/** Reads a record or a review out of text that anyone may have written, or gives one sentence about what is wrong. */

import { Validator } from "@cfworker/json-schema";
import { faultIn, placeInWords } from "./faults.ts";
import { EXPECTED, hasEndlessNumber, parsedJson } from "./json-text.ts";
import { shownName } from "./shown-name.ts";
import { SCHEMA } from "./record.ts";
import { firstRepeated } from "./repeated.ts";
import { isNewer } from "./store/stored.ts";
import type { Review, RfqRecord, Value } from "./types.ts";

/** The review format that this code writes and reads. */
export const REVIEW = "rfq-review/1";

/** What text turned out to be. */
export type Opened = { record: RfqRecord } | { problem: string };

/** Reads a record by its published JSON Schema; `size` is that of the file, in bytes, where the text comes from one. */
export function readRecord(text: string, schema: object, size = text.length): Opened {
  const read = parsedJson(text, size);
  if ("problem" in read) return read;
  const problem = noRecord(read.found) ?? noneByFormat(read.found, schema, "record") ?? twiceIn(read.found as RfqRecord);
  return problem === undefined ? { record: read.found as RfqRecord } : { problem };
}

/** Reads a desk's review in the same way; undefined for what does not say of itself that it is one. */
export function readReview(text: string, schema: object, size = text.length): { review: Review } | { problem: string } | undefined {
  const read = parsedJson(text, size);
  const named = "found" in read && read.found !== null && (read.found as { schema?: unknown }).schema;
  if (typeof named !== "string" || !named.startsWith("rfq-review/") || "problem" in read) return undefined;
  if (named !== REVIEW) return { problem: `A newer version of this guide made this review (${quoted(named)}): reload the page to get that version.` };
  const problem = noneByFormat(read.found, schema, "review");
  return problem === undefined ? { review: read.found as Review } : { problem };
}

function noRecord(found: unknown): string | undefined {
  if (typeof found !== "object" || found === null || Array.isArray(found)) {
    return `This is JSON of something else, ${kindInWords(found)}; ${EXPECTED}.`;
  }
  if (!Object.hasOwn(found, "schema")) return `This is JSON of something else, without a "schema"; ${EXPECTED}.`;
  const { schema } = found as { schema: unknown };
  if (schema === SCHEMA) return undefined;
  return isNewer({ ...found, id: "any" })
    ? `A newer version of this guide saved this record (${quoted(schema)}): reload the page to get that version.`
    : `This says that it is ${quoted(schema)}; a record, ${quoted(SCHEMA)}, was expected.`;
}

function kindInWords(found: unknown): string {
  if (Array.isArray(found)) return "a list";
  return typeof found === "string" ? "a text" : `just ${String(found)}`;
}

function noneByFormat(found: unknown, schema: object, kind: string): string | undefined {
  const fault = hasEndlessNumber(found) ? "a number in it is too large" : byFormat(found, schema);
  return fault === undefined ? undefined : `This ${kind} cannot be opened: ${fault}.`;
}

function twiceIn(record: RfqRecord): string | undefined {
  const fault = repeatedRow(record) ?? repeatedFile(record);
  return fault === undefined ? undefined : `This record cannot be opened: ${fault}.`;
}

function byFormat(found: unknown, schema: object): string | undefined {
  try {
    return faultIn(new Validator(schema, "2020-12").validate(found).errors);
  } catch (error) {
    // The validator writes names as addresses, which lack half characters; and it hands on all faults in one call.
    return error instanceof URIError ? "a name in it holds half a character" : "it has too many faults to tell one";
  }
}

/** JSON Schema cannot say that the rows of a list differ in their ids. */
function repeatedRow(record: RfqRecord): string | undefined {
  const places: [string[], Record<string, Value>][] = [[["values"], record.values]];
  record.builds.forEach((build, place) => places.push([["builds", String(place), "values"], build.values]));
  for (const [path, values] of places) {
    for (const [field, value] of Object.entries(values)) {
      const ids = Array.isArray(value) ? value.flatMap((row) => (typeof row === "string" ? [] : [row.id])) : [];
      const twice = firstRepeated(ids);
      if (twice !== undefined) return `${placeInWords([...path, field])}, two rows have the id ${quoted(twice)}`;
    }
  }
  return undefined;
}

/** The schema cannot say this either; a package has one place for each name, and the list of files one line. */
function repeatedFile({ files }: RfqRecord): string | undefined {
  const twice = firstRepeated(files.map(({ name }) => name));
  return twice === undefined ? undefined : `${placeInWords(["files"])}, two files have the name ${quoted(twice)}`;
}

/** A value out of the text, as it can stand in a sentence: short, and without what turns text around. */
function quoted(value: unknown): string {
  return typeof value === "string" ? `"${shownName(value, 40)}"` : "something that is no text";
}

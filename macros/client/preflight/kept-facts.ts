/** What is kept in the record of what was read of a file: enough to check it again where the file is not at hand. */

import type { FileEntry } from "../record/types.ts";
import type { CheckContext, CheckedFile } from "./checks/check-context.ts";
import { type FileFacts, type FoundInText, type Kind, tidy } from "./file-facts.ts";

const KINDS: readonly string[] = ["step", "iges", "dxf", "pdf", "mesh", "zip", "native", "other"] satisfies Kind[];
const MOST = 40;
const MOST_PRODUCTS = 4;

type Test = (value: unknown) => boolean;
const isText: Test = (value) => typeof value === "string";
const isFlag: Test = (value) => typeof value === "boolean";
const isNumber: Test = (value) => typeof value === "number";
const isListOf = (test: Test): Test => (value) => Array.isArray(value) && value.length <= MOST && value.every(test);
const isOneOf = (...words: string[]): Test => (value) => words.includes(value as string);
const isMap = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const hasAll = (tests: Record<string, Test>, optional: Record<string, Test> = {}): Test => (value) =>
  isMap(value) && Object.entries(tests).every(([key, test]) => test(value[key])) &&
  Object.entries(optional).every(([key, test]) => value[key] === undefined || test(value[key]));

/** The facts that are kept, and what each of them is: a record comes from anywhere. */
const KEPT: Partial<Record<keyof FileFacts, Test>> = {
  kind: isOneOf(...KINDS), format: isText, fits: isFlag, complete: isFlag, unit: isText, unitDoubt: isText, system: isText, written: isText,
  author: isText, products: isListOf(hasAll({ id: isText, name: isText }, { version: isText, also: isListOf(isText) })),
  assembly: hasAll({ products: isNumber, occurrences: isNumber }), references: isListOf(isText),
  geometry: isOneOf("solids", "surfaces", "facets", "curves", "none"), solids: isNumber,
  annotations: isOneOf("semantic", "graphic", "semantic and graphic", "none"), leastSize: isListOf(isNumber), extents: isListOf(isNumber),
  entities: isNumber, pages: isNumber, sheet: isText, access: isOneOf("open", "limited", "password"), holds: isListOf(isText),
  partial: isFlag, triangles: isNumber, openEdges: isNumber, watertight: isFlag,
  contains: isListOf(hasAll({ name: isText, size: isNumber })), instead: isText, remarks: isListOf(isText), problems: isListOf(isText),
  found: hasAll({ revisions: isListOf(isText), below: isListOf(isText), number: isText, part: isText, line: isText, enough: isFlag }),
};

/** What is kept of the facts of a file: without its text, its pictures and the length of its lists. */
export function keptFacts(context: CheckContext, file: CheckedFile, facts: FileFacts): Record<string, unknown> {
  const found = facts.text === undefined ? facts.found : context.textFinds(file);
  const whole: FileFacts = {
    ...facts, found: found && shortened(found), products: facts.products?.slice(0, MOST_PRODUCTS), contains: facts.contains?.slice(0, MOST),
    references: facts.references?.slice(0, MOST), problems: facts.problems.slice(0, MOST),
    // More products than are kept may be the one that is looked for.
    partial: facts.partial || (facts.products?.length ?? 0) > MOST_PRODUCTS || undefined,
  };
  return Object.fromEntries(Object.entries(whole).filter(([key, value]) => key in KEPT && value !== undefined));
}

/** What a record says that was read of a listed file; nothing where it speaks of another content, or is no such thing. */
export function factsOfEntry({ sha256, read }: FileEntry): FileFacts | undefined {
  if (!isMap(read) || !sha256 || read.sha256 !== sha256 || !isMap(read.facts)) return undefined;
  const facts = Object.fromEntries(Object.entries(read.facts).filter(([key, value]) => Object.hasOwn(KEPT, key) && KEPT[key as keyof FileFacts]!(value))) as Partial<FileFacts>;
  return facts.kind === undefined ? undefined : { ...facts, kind: facts.kind, problems: facts.problems ?? [] };
}

/** The day on which a listed file was read, where that is kept. */
export function dayRead(entry: FileEntry): string | undefined {
  return factsOfEntry(entry) && isText(entry.read?.at) ? entry.read!.at.slice(0, 10) : undefined;
}

function shortened(found: FoundInText): FoundInText {
  return { ...found, revisions: found.revisions.slice(0, MOST), below: found.below.slice(0, MOST), line: tidy(found.line, 80) };
}

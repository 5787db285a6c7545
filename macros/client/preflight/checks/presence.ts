/** Checks of what is here and what is not: model, drawing, the files named, revisions and copies. */

import { type CheckContext, type CheckedFile, type FileResult, on, quiet } from "./check-context.ts";
import { namesFile } from "./text-search.ts";
import { baseName, plainRevision } from "../file-names.ts";
import { tidy } from "../file-facts.ts";

const FILE_NAME = /^\S.{0,300}\.[a-z0-9_]{1,10}$/i;
/** What people write in place of a file name when there is none. */
const NONE = /^(?:none|n\/a|no drawing)\b/i;

/** A model is among the files; what is in a file of no known role, such as an archive, cannot be told. */
export function modelPresent(context: CheckContext): FileResult[] {
  return present(context, "model");
}

/** A drawing is among the files, or the record says that there is none to be. */
export function drawingPresent(context: CheckContext): FileResult[] {
  const said = context.text("drawing-file");
  if (!NONE.test(said) || context.files.length === 0 || context.inRole("drawing").length > 0) return present(context, "drawing");
  return [{ result: "agrees", says: `The record says: ${tidy(said)}`, files: [] }];
}

function present(context: CheckContext, role: string): FileResult[] {
  const found = context.inRole(role);
  if (found.length > 0) return found.map((file) => ({ result: "agrees", says: tidy(file.name), files: [file.name] }));
  const packed = context.packed.filter((file) => file.role === role);
  if (packed.length > 0) return packed.map((file) => ({ ...on(file, "agrees", "packed"), says: `${tidy(file.name)} in ${tidy(file.within ?? "")}` }));
  const unknown = context.inRole("other").filter((file) => !file.facts?.contains);
  if (unknown.length > 0) return unknown.map((file) => on(file, "cannot-tell", "what it is for is not known"));
  return context.files.length > 0 ? [{ result: "differs", says: "", files: [] }] : [];
}

/** The files that the record names under CAD file and drawing file are here. */
export function namedFiles(context: CheckContext): FileResult[] {
  return context.files.length === 0 ? [] : (["cad-file", "drawing-file"] as const).flatMap((field): FileResult[] => {
    const said = context.text(field);
    if (said === "") return [{ result: "cannot-tell", says: `The record has nothing under "${context.label(field)}".`, files: [] }];
    if (NONE.test(said)) return [];
    const here = [...context.files, ...context.packed].find((file) => namesFile(said, baseName(file.name)) || namesFile(said, file.name));
    if (here) return [on(here, "agrees", "named in the record")];
    return [{ result: FILE_NAME.test(said) ? "differs" : "cannot-tell", says: `The record names ${tidy(said)}.`, files: [] }];
  });
}

/** No model or drawing is here in two revisions: same role and kind, and the same name but for the revision. */
export function oneRevision(context: CheckContext): FileResult[] {
  const groups = new Map<string, CheckedFile[]>();
  for (const file of context.compared) {
    const key = [file.role, context.kind(file), context.names(file).base].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map((group): FileResult => {
    const names = group.map((file) => context.names(file));
    const known = new Set(names.flatMap(({ revision }) => (revision === undefined ? [] : plainRevision(revision, context.data))));
    const unsure = group.length > 1 && names.some(({ revision, counted }) => revision === undefined || (known.size > 1 && counted));
    const files = group.map((file) => file.name);
    if (known.size <= 1 && !unsure) return { result: "agrees", says: "", files };
    return { result: known.size > 1 && !unsure ? "differs" : "cannot-tell", says: tidy(files.join(", ")), files };
  });
}

/** No two files have the same contents. */
export function noDuplicates(context: CheckContext): FileResult[] {
  if (context.files.length < 2) return [];
  return context.files.map((file, index): FileResult => {
    const others = context.files.slice(0, index);
    const twin = others.find((other) => file.sha256 && other.sha256 === file.sha256);
    if (twin) return { result: "differs", says: `${tidy(twin.name)} = ${tidy(file.name)}`, files: [twin.name, file.name] };
    const unsure = others.find((other) => !(file.sha256 && other.sha256) && !differInSize(file, other));
    if (unsure) return on(file, "cannot-tell", `not compared with ${unsure.name}`);
    return quiet(file);
  });
}

/** No file has no byte. */
export function notEmpty(context: CheckContext): FileResult[] {
  return context.files.map((file) => {
    if (!isKnown(file)) return on(file, "cannot-tell", "its size is not known");
    return file.size === 0 ? on(file, "differs", "0 bytes") : quiet(file);
  });
}

function differInSize(one: CheckedFile, other: CheckedFile): boolean {
  return isKnown(one) && isKnown(other) && one.size !== other.size;
}

function isKnown(file: CheckedFile): boolean {
  return typeof file.size === "number";
}

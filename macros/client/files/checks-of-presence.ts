/** Checks of what is here and what is not: model, drawing, the files named, revisions and copies. */

import { type CheckedFile, type Dossier, type Note, on } from "./findings.ts";
import { namesFile } from "./mentions.ts";
import { tidy } from "./reading.ts";

const FILE_NAME = /^\S.{0,300}\.[a-z0-9_]{1,10}$/i;
/** What people write in place of a file name when there is none. */
const NONE = /^(?:none|n\/a|no drawing)\b/i;

/** A model is among the files; what is in a file of no known role, such as an archive, cannot be told. */
export function modelPresent(all: Dossier): Note[] {
  return present(all, "model");
}

/** A drawing is among the files, or the record says that there is none to be. */
export function drawingPresent(all: Dossier): Note[] {
  const said = all.text("drawing-file");
  if (!NONE.test(said) || all.files.length === 0 || all.inRole("drawing").length > 0) return present(all, "drawing");
  return [{ result: "agrees", says: `The record says: ${tidy(said)}`, files: [] }];
}

function present(all: Dossier, role: string): Note[] {
  const found = all.inRole(role);
  if (found.length > 0) return found.map((file) => ({ result: "agrees", says: tidy(file.name), files: [file.name] }));
  const unknown = all.inRole("other");
  if (unknown.length > 0) return unknown.map((file) => on(file, "cannot-tell", "what it is for is not known"));
  return all.files.length > 0 ? [{ result: "differs", says: "", files: [] }] : [];
}

/** The files that the record names under CAD file and drawing file are here. */
export function namedFiles(all: Dossier): Note[] {
  return all.files.length === 0 ? [] : ["cad-file", "drawing-file"].flatMap((field): Note[] => {
    const said = all.text(field);
    if (said === "") return [{ result: "cannot-tell", says: `The record has nothing under "${all.label(field)}".`, files: [] }];
    if (NONE.test(said)) return [];
    const here = all.files.find((file) => namesFile(said, file.name));
    if (here) return [on(here, "agrees", "named in the record")];
    return [{ result: FILE_NAME.test(said) ? "differs" : "cannot-tell", says: `The record names ${tidy(said)}.`, files: [] }];
  });
}

/** No model or drawing is here in two revisions: same role and kind, and the same name but for the revision. */
export function oneRevision(all: Dossier): Note[] {
  const groups = new Map<string, CheckedFile[]>();
  for (const file of all.compared) {
    const key = [file.role, all.kind(file), all.names(file).base].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map((group): Note => {
    const revisions = group.map((file) => all.names(file).revision);
    const known = new Set(revisions.filter((each) => each !== undefined));
    const unsure = group.length > 1 && revisions.includes(undefined);
    const files = group.map((file) => file.name);
    if (known.size <= 1 && !unsure) return { result: "agrees", says: "", files };
    return { result: known.size > 1 ? "differs" : "cannot-tell", says: tidy(files.join(", ")), files };
  });
}

/** No two files have the same contents. */
export function noDuplicates(all: Dossier): Note[] {
  if (all.files.length < 2) return [];
  return all.files.map((file, place): Note => {
    const others = all.files.slice(0, place);
    const twin = others.find((other) => file.sha256 && other.sha256 === file.sha256);
    if (twin) return { result: "differs", says: `${tidy(twin.name)} = ${tidy(file.name)}`, files: [twin.name, file.name] };
    const unsure = others.find((other) => !(file.sha256 && other.sha256) && !differInSize(file, other));
    if (unsure) return on(file, "cannot-tell", `not compared with ${unsure.name}`);
    return { result: "agrees", says: "", files: [file.name] };
  });
}

/** No file has no byte. */
export function notEmpty(all: Dossier): Note[] {
  return all.files.map((file) => {
    if (!isKnown(file)) return on(file, "cannot-tell", "its size is not known");
    return file.size === 0 ? on(file, "differs", "0 bytes") : { result: "agrees", says: "", files: [file.name] };
  });
}

function differInSize(one: CheckedFile, other: CheckedFile): boolean {
  return isKnown(one) && isKnown(other) && one.size !== other.size;
}

function isKnown(file: CheckedFile): boolean {
  return typeof file.size === "number";
}

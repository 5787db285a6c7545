/** Checks of part number, revision and release: whether record, names, model and drawing speak of the same part. */

import { type CheckContext, type CheckedFile, type FileResult, on } from "./check-context.ts";
import { LONGEST_PART, mentionsPart } from "./text-search.ts";
import { type NameFacts, baseName, isSpreadsheetTrace, namesIn, plainPartNumber, plainRevision } from "../file-names.ts";
import { type Product, tidy } from "../file-facts.ts";

const NO_TEXT = "no text that can be read";
const IN_PART = "in the part that was read";
const DATE = /(?<![0-9])[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9])/g;

/** The part number in names of files. */
export function partInNames(context: CheckContext): FileResult[] {
  return context.named.map((file) => onPart(context, file, [baseName(file.name)], context.names(file).part));
}

/** The part number among the products of STEP files. */
export function partInModel(context: CheckContext): FileResult[] {
  return context.ofKind("step").map((file) => {
    const products = file.facts?.products ?? [];
    const read = products.map((product) => partOf(product, context)).find((part) => part !== undefined);
    const found = onPart(context, file, products.flatMap(({ id, name, also = [] }) => [id, name, ...also]), read);
    if (found.result !== "differs") return found;
    if (products.some(({ also }) => also)) return on(file, "cannot-tell", `${read}, or what its letters mean in another alphabet`);
    return file.facts?.partial ? on(file, "cannot-tell", `${read} ${IN_PART}`) : found;
  });
}

/** The part number in the text of PDF drawings. */
export function partInDrawing(context: CheckContext): FileResult[] {
  return drawings(context).map((file) => {
    const part = context.text("part-number");
    const unfit = unfitPart(part, context.revision);
    if (unfit) return on(file, "cannot-tell", unfit);
    const found = context.textFinds(file);
    if (!found) return on(file, "cannot-tell", NO_TEXT);
    if (found.part !== plainPartNumber(part + context.revision)) return on(file, "cannot-tell", "another part number was looked for when the file was here");
    if (found.line !== "") return on(file, "agrees", found.line === part ? part : `${part} in “${found.line}”`);
    if (!found.enough) return on(file, "cannot-tell", NO_TEXT);
    return file.facts?.partial ? on(file, "cannot-tell", `no ${part} ${IN_PART}`) : on(file, "differs", `no ${part} in its text`);
  });
}

/** The revision in names of files, or entered for them. */
export function revisionInNames(context: CheckContext): FileResult[] {
  const named = context.named.map((file) => ({ file, names: context.names(file) }));
  const different = new Set(named.flatMap(({ names: { revision, counted } }) => (revision === undefined || counted ? [] : plainRevision(revision, context.data))));
  // Without a revision in the record, files can still contradict each other.
  return named.map(({ file, names }) => (context.revision === "" && names.revision !== undefined && !names.counted && different.size > 1
    ? on(file, "differs", `Rev ${plainRevision(names.revision, context.data)}`)
    : onRevision(context, file, names.revision, names.counted)));
}

/** The revision of the product that a STEP file is of. */
export function revisionInModel(context: CheckContext): FileResult[] {
  return context.ofKind("step").map((file) => {
    const own = ownProducts(context, file);
    const wanted = context.revision;
    // The version is the exporter's own count as often as a revision: it can agree, but a difference says nothing.
    const versions = own.flatMap(({ version }) => version ?? []);
    if (versions.some((version) => plainRevision(version, context.data) === wanted)) return onRevision(context, file, wanted);
    const names = own.flatMap(({ name, id }) => [namesIn(name, context.data), namesIn(id, context.data)]).filter(({ revision }) => revision !== undefined);
    const read = new Set(names.map(({ revision }) => revision));
    if (read.size > 0) return read.size === 1 ? onRevision(context, file, names[0]!.revision, names[0]!.counted) : onRevision(context, file, undefined);
    return versions.length > 0
      ? on(file, "cannot-tell", `version ${versions[0]}, which may be the exporter's own count`)
      : onRevision(context, file, undefined);
  });
}

/** The revision in the text of PDF drawings: a list of changes names earlier ones, so several settle nothing. */
export function revisionInDrawing(context: CheckContext): FileResult[] {
  return drawings(context).map((file) => {
    const partial = file.facts?.partial;
    const { revisions: found = [], below: others = [] } = context.textFinds(file) ?? {};
    const own = context.revision;
    if (partial && found.length > 0 && !found.includes(own)) return on(file, "cannot-tell", `Rev ${found.join(", ")} ${IN_PART}`);
    const below = others.filter((each) => !found.includes(each));
    if (own !== "" && below.length > 0 && !found.includes(own)) return on(file, "cannot-tell", `${[...found, ...below].join(", ")} beside or below the word for a revision`);
    if (found.length < 2 || own === "") return onRevision(context, file, found[0]);
    return on(file, found.includes(own) ? "cannot-tell" : "differs", `Rev ${found.join(", ")}`);
  });
}

/** The day a model was written is not before the day of the release that the record names. */
export function modelNotOlder(context: CheckContext): FileResult[] {
  const days = context.text("release-reference").match(DATE) ?? [];
  const [release] = days;
  return context.ofKind("step", "iges").map((file) => {
    const written = file.facts?.written?.match(DATE)?.[0];
    if (!release || days.length > 1) return on(file, "cannot-tell", "the record names no one day of release");
    if (!written) return on(file, "cannot-tell", "does not say when it was written");
    return on(file, written < release ? "differs" : "agrees", `written ${written}, release ${release}`);
  });
}

function onPart(context: CheckContext, file: CheckedFile, texts: string[], read: string | undefined): FileResult {
  const part = context.text("part-number");
  const unfit = unfitPart(part, context.revision);
  if (unfit) return on(file, "cannot-tell", unfit);
  if (texts.some((text) => mentionsPart(text, part, context.revision))) return on(file, "agrees", part);
  if (!read) return on(file, "cannot-tell", "no part number found");
  const trace = isSpreadsheetTrace(read, part) ? ": the same number, as when a spreadsheet drops leading zeros or reads an E as an exponent" : "";
  return on(file, "differs", `${read}, not ${part}${trace}`);
}

/** Why a part number of the record cannot be looked for. */
function unfitPart(part: string, revision: string): string | undefined {
  if (part === "") return "the record has no part number";
  return part.length + revision.length > LONGEST_PART ? "the part number of the record is too long" : undefined;
}

/** A count of versions differs from another count alone, an index from nothing. */
function onRevision(context: CheckContext, file: CheckedFile, read: string | undefined, counted?: NameFacts["counted"]): FileResult {
  const own = context.revision;
  if (own === "") return on(file, "cannot-tell", "the record has no revision");
  if (read === undefined) return on(file, "cannot-tell", "no revision found");
  const found = plainRevision(read, context.data);
  if (found === own) return on(file, "agrees", `Rev ${own}`);
  if (counted === "index" || (counted === "version" && !/^[0-9.]+$/.test(own))) {
    return on(file, "cannot-tell", `${tidy(read)}, which may be ${counted === "index" ? "an index" : "a count of versions"} and no revision`);
  }
  const trace = isSpreadsheetTrace(found, own) ? ": the same number, as when a spreadsheet reads an E as an exponent" : "";
  return on(file, "differs", `Rev ${found}, not Rev ${own}${trace}`);
}

/** The one product of a file; in an assembly, and in a file not read whole, those that carry the part number. */
function ownProducts(context: CheckContext, file: CheckedFile): Product[] {
  const products = file.facts?.products ?? [];
  const part = context.text("part-number");
  return products.length === 1 && !file.facts?.partial ? products : products.filter(({ id, name }) => mentionsPart(`${id} ${name}`, part, context.revision));
}

/** The part number that a product's name is, or has in it. */
export function partOf({ id, name }: Product, context: CheckContext): string | undefined {
  return namesIn(name, context.data).part ?? namesIn(id, context.data).part;
}

function drawings(context: CheckContext): CheckedFile[] {
  return context.compared.filter((file) => context.kind(file) === "pdf");
}

/** Checks of part number, revision and release: whether record, names, model and drawing speak of the same part. */

import { type CheckedFile, type Dossier, type Note, on } from "./findings.ts";
import { LONGEST_PART, mentions, revisionsIn } from "./mentions.ts";
import { namesIn, plainRevision } from "./names.ts";
import type { Product } from "./reading.ts";

/** Less text than this is a stamp or a watermark, and not what a drawing says. */
const ENOUGH_TEXT = 40;
const NO_TEXT = "no text that can be read";
const IN_PART = "in the part that was read";
const DATE = /(?<![0-9])[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9])/g;

/** The part number in names of files. */
export function partInNames(all: Dossier): Note[] {
  return all.compared.map((file) => {
    return onPart(all, file, [file.name.replace(/^.*[\\/]/s, "")], all.names(file).part);
  });
}

/** The part number among the products of STEP files. */
export function partInModel(all: Dossier): Note[] {
  return all.ofKind("step").map((file) => {
    const products = file.reading?.products ?? [];
    const read = products.map((product) => partOf(product, all)).find((part) => part !== undefined);
    const note = onPart(all, file, products.flatMap(({ id, name }) => [id, name]), read);
    return note.result === "differs" && file.reading?.partial ? on(file, "cannot-tell", `${read} ${IN_PART}`) : note;
  });
}

/** The part number in the text of PDF drawings. */
export function partInDrawing(all: Dossier): Note[] {
  return drawings(all).map((file) => {
    const { text = "", partial } = file.reading ?? {};
    const part = all.text("part-number");
    const unfit = unfitPart(part, revisionOf(all));
    if (unfit) return on(file, "cannot-tell", unfit);
    if (mentions(text, part, revisionOf(all))) return on(file, "agrees", part);
    if (!isText(text)) return on(file, "cannot-tell", NO_TEXT);
    return partial ? on(file, "cannot-tell", `no ${part} ${IN_PART}`) : on(file, "differs", `no ${part} in its text`);
  });
}

/** The revision in names of files, or entered for them. */
export function revisionInNames(all: Dossier): Note[] {
  const named = all.compared.map((file) => ({ file, revision: all.names(file).revision }));
  const different = new Set(named.flatMap(({ revision }) => (revision === undefined ? [] : plainRevision(revision, all.data))));
  // Without a revision in the record, files can still contradict each other.
  return named.map(({ file, revision }) => (revisionOf(all) === "" && revision !== undefined && different.size > 1
    ? on(file, "differs", `Rev ${plainRevision(revision, all.data)}`)
    : onRevision(all, file, revision)));
}

/** The revision of the product that a STEP file is of. */
export function revisionInModel(all: Dossier): Note[] {
  return all.ofKind("step").map((file) => {
    const own = ownProducts(all, file);
    const names = own.flatMap(({ name, id }) => [namesIn(name, all.data), namesIn(id, all.data)]);
    const read = new Set(names.flatMap(({ revision }) => revision ?? []));
    if (read.size > 0) return onRevision(all, file, read.size === 1 ? [...read][0] : undefined);
    // The version is the exporter's own count as often as a revision: it can agree, but a difference says nothing.
    const wanted = revisionOf(all);
    const versions = own.flatMap(({ version }) => version ?? []);
    if (versions.some((version) => plainRevision(version, all.data) === wanted)) return onRevision(all, file, wanted);
    return versions.length > 0
      ? on(file, "cannot-tell", `version ${versions[0]}, which may be the exporter's own count`)
      : onRevision(all, file, undefined);
  });
}

/** The revision in the text of PDF drawings: a list of changes names earlier ones, so several settle nothing. */
export function revisionInDrawing(all: Dossier): Note[] {
  return drawings(all).map((file) => {
    const { text = "", partial } = file.reading ?? {};
    const found = revisionsIn(text, all.data);
    const own = revisionOf(all);
    if (partial && found.length > 0 && !found.includes(own)) return on(file, "cannot-tell", `Rev ${found.join(", ")} ${IN_PART}`);
    if (found.length < 2 || own === "") return onRevision(all, file, found[0]);
    return on(file, found.includes(own) ? "cannot-tell" : "differs", `Rev ${found.join(", ")}`);
  });
}

/** The day a model was written is not before the day of the release that the record names. */
export function modelNotOlder(all: Dossier): Note[] {
  const days = all.text("release-ref").match(DATE) ?? [];
  const [release] = days;
  return all.ofKind("step").map((file) => {
    const written = file.reading?.written?.match(DATE)?.[0];
    if (!release || days.length > 1) return on(file, "cannot-tell", "the record names no one day of release");
    if (!written) return on(file, "cannot-tell", "does not say when it was written");
    return on(file, written < release ? "differs" : "agrees", `written ${written}, release ${release}`);
  });
}

function onPart(all: Dossier, file: CheckedFile, texts: string[], read: string | undefined): Note {
  const part = all.text("part-number");
  const unfit = unfitPart(part, revisionOf(all));
  if (unfit) return on(file, "cannot-tell", unfit);
  if (texts.some((text) => mentions(text, part, revisionOf(all)))) return on(file, "agrees", part);
  return read ? on(file, "differs", `${read}, not ${part}`) : on(file, "cannot-tell", "no part number found");
}

/** Why a part number of the record cannot be looked for. */
function unfitPart(part: string, revision: string): string | undefined {
  if (part === "") return "the record has no part number";
  return part.length + revision.length > LONGEST_PART ? "the part number of the record is too long" : undefined;
}

function onRevision(all: Dossier, file: CheckedFile, read: string | undefined): Note {
  const own = revisionOf(all);
  if (own === "") return on(file, "cannot-tell", "the record has no revision");
  if (read === undefined) return on(file, "cannot-tell", "no revision found");
  const found = plainRevision(read, all.data);
  return found === own ? on(file, "agrees", `Rev ${own}`) : on(file, "differs", `Rev ${found}, not Rev ${own}`);
}

function revisionOf(all: Dossier): string {
  return plainRevision(all.text("revision"), all.data);
}

/** The one product of a file; in an assembly, and in a file not read whole, those that carry the part number. */
function ownProducts(all: Dossier, file: CheckedFile): Product[] {
  const products = file.reading?.products ?? [];
  const part = all.text("part-number");
  return products.length === 1 && !file.reading?.partial ? products : products.filter(({ id, name }) => mentions(`${id} ${name}`, part, revisionOf(all)));
}

function partOf({ id, name }: Product, all: Dossier): string | undefined {
  return namesIn(name, all.data).part ?? namesIn(id, all.data).part;
}

function drawings(all: Dossier): CheckedFile[] {
  return all.compared.filter((file) => all.kind(file) === "pdf");
}

function isText(text: string): boolean {
  return text.replace(/\s/g, "").length >= ENOUGH_TEXT;
}

/** Reads the facts of any file; what is wrong with the file is said in the facts and never thrown. */

import type { Format, Preflight } from "../../record/generated.ts";
import { head } from "./bytes.ts";
import { readDxf } from "./dxf.ts";
import { readIges } from "./iges.ts";
import { type Contents, contentsOf, fits, inWords, usualEnding } from "./kinds.ts";
import { readMesh } from "./mesh.ts";
import { endingOf } from "../file-names.ts";
import { NoPdfReader, type PdfReader, readPdf } from "./pdf.ts";
import type { Kind, FileFacts, Source } from "../file-facts.ts";
import { readStep } from "./step.ts";
import { gunzipped, listOf, readZip, unpacked } from "./zipped.ts";

const SIGNATURE = 2048;
const UNREADABLE = "The file could not be read: it may have been moved, changed or deleted since it was chosen.";
const STEP_ENDINGS = ["stp", "step", "p21"];
const KINDS = new Map<string, Kind>([
  ...[...STEP_ENDINGS, "stpz"].map((ending) => [ending, "step"] as const), ["igs", "iges"], ["iges", "iges"], ["dxf", "dxf"], ["dxfb", "dxf"],
  ["pdf", "pdf"], ["zip", "zip"],
]);

/** What kind of file the ending of a name stands for. */
export function kindOf(name: string, data: Preflight): Kind {
  const ending = endingOf(name, data);
  const known = KINDS.get(ending);
  if (known) return known;
  if (formatOf(ending, data.meshes)) return "mesh";
  return formatOf(ending, data.native) ? "native" : "other";
}

/** The ending that a file without a known one would have, by how it begins; empty where it has one, or that cannot be told. */
export async function usualEndingOf(file: Source, data: Preflight): Promise<string> {
  if (endingOf(file.name, data) !== "") return "";
  return usualEnding(contentsOf(await head(file, SIGNATURE))) ?? "";
}

/** The facts of a file; `pdf` reads PDFs, without it less is said of one. Rejects with `NoPdfReader` alone, which `pdf` gives where its bundle cannot be loaded. */
export async function readFacts(file: Source, data: Preflight, pdf?: PdfReader): Promise<FileFacts> {
  const kind = kindOf(file.name, data);
  try {
    if (file.size === 0) return { kind, complete: false, problems: ["The file is empty."] };
    return await read(file, data, pdf);
  } catch (error) {
    if (error instanceof NoPdfReader) throw error;
    return { kind, problems: [UNREADABLE] };
  }
}

async function read(file: Source, data: Preflight, pdf?: PdfReader): Promise<FileFacts> {
  const own = endingOf(file.name, data);
  const contents = contentsOf(await head(file, SIGNATURE));
  if (contents === "gzip" && (own === "stpz" || /\.gz$/i.test(file.name))) return readPacked(file, data, own, pdf);
  // Without an ending the contents alone say what it is: they are no contradiction.
  const ending = own || (usualEnding(contents) ?? "");
  const kind = KINDS.get(ending) ?? kindOf(file.name, data);
  const format = formatOf(ending, [...data.native, ...data.meshes]);
  const fitting = fits(contents, ending, format !== undefined);
  if (fitting === false) {
    const problem = `The name ends in .${ending}, but the contents are ${inWords(contents)}.`;
    return { kind, fits: false, format: format?.label, instead: format?.instead, problems: [problem] };
  }
  const facts = await readAs(file, kind, contents, ending, pdf);
  return { ...facts, format: facts.format ?? format?.label, fits: facts.fits ?? (own ? fitting : fitting && undefined), instead: format?.instead };
}

async function readAs(file: Source, kind: Kind, contents: Contents, ending: string, pdf?: PdfReader): Promise<FileFacts> {
  if (kind === "step") return contents === "zip" ? readZippedStep(file) : readStep(file);
  if (kind === "iges") return readIges(file);
  if (kind === "dxf") return readDxf(file);
  if (kind === "pdf") return readPdf(file, pdf);
  if (kind === "zip") return readZip(file);
  return kind === "mesh" ? readMesh(file, ending) : { kind, problems: [] };
}

/** The facts of what is packed: a file behind gzip has them all, but for how it is packed. */
async function readPacked(file: Source, data: Preflight, own: string, pdf?: PdfReader): Promise<FileFacts> {
  const name = own === "stpz" ? "a.stp" : file.name.replace(/\.gz$/i, "");
  const { source, damaged, cut } = await gunzipped(file, name);
  const facts: FileFacts = source.size > 0 ? await read(source, data, pdf) : { kind: kindOf(file.name, data), problems: [] };
  return packed(facts, [damaged && "The compressed file is cut short or damaged.", cut && "Only the beginning of what is compressed was read."], damaged);
}

async function readZippedStep(file: Source): Promise<FileFacts> {
  const found = await listOf(file);
  if ("problem" in found) return { kind: "step", complete: false, problems: [found.problem] };
  const entry = found.entries.find(({ path }) => STEP_ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`)));
  const source = entry && await unpacked(file, entry);
  if (!source) return { kind: "step", problems: ["Compressed STEP files are not checked."] };
  return packed(await readStep(source), [], false);
}

function packed(facts: FileFacts, problems: (string | false)[], damaged: boolean): FileFacts {
  return {
    ...facts, format: `${facts.format ?? ""}, compressed`.replace(/^, c/, "C"),
    complete: damaged ? false : facts.complete, problems: [...facts.problems, ...problems.filter((each) => each !== false)],
  };
}

function formatOf(ending: string, formats: Format[]): Format | undefined {
  return formats.find((format) => format.extensions.includes(ending));
}

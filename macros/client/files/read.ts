/** Reads the facts of any file; what is wrong with the file is said in the reading and never thrown. */

import type { Format, Preflight } from "../generated.ts";
import { head } from "./bytes.ts";
import { readDxf } from "./dxf.ts";
import { contentsOf, fits, inWords } from "./kinds.ts";
import { readMesh } from "./mesh.ts";
import { endingOf } from "./names.ts";
import { NoPdfReader, type PdfReader, readPdf } from "./pdf.ts";
import type { Kind, Reading, Source } from "./reading.ts";
import { readStep } from "./step.ts";

const SIGNATURE = 2048;
const UNREADABLE = "The file could not be read: it may have been moved, changed or deleted since it was chosen.";

/** What kind of file the ending of a name stands for. */
export function kindOf(name: string, data: Preflight): Kind {
  const ending = endingOf(name, data);
  if (["stp", "step", "stpz"].includes(ending)) return "step";
  if (ending === "dxf" || ending === "pdf") return ending;
  if (formatOf(ending, data.meshes)) return "mesh";
  return formatOf(ending, data.native) ? "native" : "other";
}

/** The facts of a file; `pdf` reads PDFs, without it less is said of one. Rejects with `NoPdfReader` alone, which `pdf` gives where its bundle cannot be loaded. */
export async function readFacts(file: Source, data: Preflight, pdf?: PdfReader): Promise<Reading> {
  const kind = kindOf(file.name, data);
  try {
    if (file.size === 0) return { kind, complete: false, problems: ["The file is empty."] };
    return await read(file, kind, data, pdf);
  } catch (error) {
    if (error instanceof NoPdfReader) throw error;
    return { kind, problems: [UNREADABLE] };
  }
}

async function read(file: Source, kind: Kind, data: Preflight, pdf?: PdfReader): Promise<Reading> {
  const ending = endingOf(file.name, data);
  const format = formatOf(ending, [...data.native, ...data.meshes]);
  const contents = contentsOf(await head(file, SIGNATURE));
  const fitting = fits(contents, ending, format !== undefined);
  if (fitting === false) {
    const problem = `The name ends in .${ending}, but the contents are ${inWords(contents)}.`;
    return { kind, fits: false, format: format?.label, instead: format?.instead, problems: [problem] };
  }
  const reading = await readAs(file, kind, ending, pdf);
  return { ...reading, format: reading.format ?? format?.label, fits: reading.fits ?? fitting, instead: format?.instead };
}

async function readAs(file: Source, kind: Kind, ending: string, pdf?: PdfReader): Promise<Reading> {
  if (ending === "stpz") return { kind, format: "STEP, compressed", problems: ["Compressed STEP is not looked into."] };
  if (kind === "step") return readStep(file);
  if (kind === "dxf") return readDxf(file);
  if (kind === "pdf") return readPdf(file, pdf);
  return kind === "mesh" ? readMesh(file, ending) : { kind, problems: [] };
}

function formatOf(ending: string, formats: Format[]): Format | undefined {
  return formats.find((format) => format.extensions.includes(ending));
}

/** Checks of what is in the files: whole, of the right format, in the units of the record, solid, open to the desk. */

import { type CheckedFile, type Dossier, type Note, on } from "./findings.ts";
import { geometryInWords } from "./words.ts";

/** Files that end as their format demands; the end of a native file cannot be known. */
export function wholeFiles(all: Dossier): Note[] {
  return all.files.filter((file) => file.reading ? file.reading.kind !== "other" : isPart(all, file)).map((file) => {
    const complete = file.reading?.complete;
    if (complete === undefined) return on(file, "cannot-tell", "its end could not be looked at");
    return complete ? quiet(file) : on(file, "differs", file.size === 0 ? "empty" : "cut short or damaged");
  });
}

function isPart(all: Dossier, file: CheckedFile): boolean {
  return all.kind(file) !== "other" || all.compared.includes(file);
}

/** Contents that are what the ending of the name says. */
export function contentsFitNames(all: Dossier): Note[] {
  return all.files.map((file) => {
    const { fits, problems = [] } = file.reading ?? {};
    if (fits === undefined) return on(file, "cannot-tell", "not recognized");
    return fits ? quiet(file) : on(file, "differs", problems[0] ?? "");
  });
}

/** The unit of STEP files. */
export function unitsInModel(all: Dossier): Note[] {
  return all.ofKind("step").map((file) => onUnit(all, file));
}

/** The unit of DXF files. */
export function unitsInDxf(all: Dossier): Note[] {
  return all.ofKind("dxf").map((file) => onUnit(all, file));
}

function onUnit(all: Dossier, file: CheckedFile): Note {
  const own = all.text("units");
  const { unit } = file.reading ?? {};
  if (own === "") return on(file, "cannot-tell", "the record names no units");
  if (unit === undefined) return on(file, "cannot-tell", "declares no unit that could be read");
  return on(file, unit === own ? "agrees" : "differs", unit === own ? unit : `${unit}, not ${own}`);
}

/** STEP files that hold solid bodies. */
export function solidModel(all: Dossier): Note[] {
  return all.ofKind("step").map((file) => {
    const { geometry } = file.reading ?? {};
    if (geometry === undefined) return on(file, "cannot-tell", "no solid body seen in what was read");
    return on(file, geometry === "solids" ? "agrees" : "differs", geometryInWords(geometry));
  });
}

/** A mesh that has a model beside it. */
export function modelIsNoMesh(all: Dossier): Note[] {
  const models = all.inRole("model");
  const meshes = models.filter((file) => all.kind(file) === "mesh");
  const others = models.filter((file) => !meshes.includes(file));
  return meshes.map((file) => {
    const { format, instead } = file.reading ?? {};
    const [unknown] = all.inRole("other");
    if (others.length > 0) return on(file, "agrees", `beside ${others[0]!.name}`);
    if (unknown) return on(file, "cannot-tell", `what ${unknown.name} is for is not known`);
    return on(file, "differs", [format, instead].filter(Boolean).join("; ") || "mesh");
  });
}

/** Files of one CAD system that have one beside them which any system opens. */
export function openFormats(all: Dossier): Note[] {
  return all.ofKind("native").map((file) => {
    const beside = all.inRole(file.role).find((other) => ["step", "pdf"].includes(all.kind(other)));
    const [unknown] = all.inRole("other");
    if (beside) return on(file, "agrees", `beside ${beside.name}`);
    if (unknown) return on(file, "cannot-tell", `what ${unknown.name} is for is not known`);
    const { format, instead } = file.reading ?? {};
    return on(file, "differs", [format, instead].filter(Boolean).join("; ") || "native format");
  });
}

/** PDFs that open without a password. */
export function readablePdf(all: Dossier): Note[] {
  return all.ofKind("pdf").map((file) => {
    const { access } = file.reading ?? {};
    if (access === undefined) return on(file, "cannot-tell", "not looked into");
    return access === "password" ? on(file, "differs", "asks for a password") : quiet(file);
  });
}

function quiet(file: CheckedFile): Note {
  return { result: "agrees", says: "", files: [file.name] };
}

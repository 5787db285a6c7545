/** Checks of what is in the files: whole, of the right format, in the units of the record, solid, open to the desk. */

import { type CheckContext, type CheckedFile, type FileResult, on, quiet } from "./check-context.ts";
import { baseName, endingOf } from "../file-names.ts";
import { geometryInWords } from "../describe-facts.ts";

/** Files that end as their format demands; the end of a native file cannot be known. */
export function wholeFiles(context: CheckContext): FileResult[] {
  return context.files.filter((file) => file.facts ? file.facts.kind !== "other" : isPart(context, file)).map((file) => {
    const complete = file.facts?.complete;
    if (complete === undefined) return on(file, "cannot-tell", "whether it is whole cannot be told");
    return complete ? quiet(file) : on(file, "differs", file.size === 0 ? "empty" : "cut short or damaged");
  });
}

function isPart(context: CheckContext, file: CheckedFile): boolean {
  return context.kind(file) !== "other" || context.compared.includes(file);
}

/** Contents that are what the ending of the name says. */
export function contentsFitNames(context: CheckContext): FileResult[] {
  return context.files.map((file) => {
    const { fits, problems = [] } = file.facts ?? {};
    if (fits === undefined) return on(file, "cannot-tell", endingOf(file.name, context.data) === "" ? "its name has no ending that is known here" : "not recognized");
    return fits ? quiet(file) : on(file, "differs", problems[0] ?? "");
  });
}

/** The unit of STEP and IGES files. */
export function unitsInModel(context: CheckContext): FileResult[] {
  return context.ofKind("step", "iges").map((file) => onUnit(context, file));
}

/** The unit of DXF files. */
export function unitsInDxf(context: CheckContext): FileResult[] {
  return context.ofKind("dxf").map((file) => onUnit(context, file));
}

function onUnit(context: CheckContext, file: CheckedFile): FileResult {
  const units = context.text("units");
  const { unit, unitDoubt } = file.facts ?? {};
  if (unitDoubt) return on(file, "cannot-tell", unitDoubt);
  if (units === "") return on(file, "cannot-tell", "the record names no units");
  if (unit === undefined) return on(file, "cannot-tell", "declares no unit that could be read");
  return on(file, unit === units ? "agrees" : "differs", unit === units ? unit : `${unit}, not ${units}`);
}

/** Models that hold solid bodies, in them or in the files of their parts; IGES counts where there is no STEP. */
export function solidModel(context: CheckContext): FileResult[] {
  const steps = context.ofKind("step");
  return (steps.length > 0 ? steps : context.ofKind("iges")).map((file) => {
    const { geometry, references = [] } = file.facts ?? {};
    if (geometry === undefined) return on(file, "cannot-tell", "no solid body seen in what was read");
    if (geometry === "solids" || references.length === 0) return on(file, geometry === "solids" ? "agrees" : "differs", geometryInWords(geometry));
    const here = [...context.files, ...context.packed].map(({ name }) => baseName(name).toLowerCase());
    const absent = references.filter((name) => !here.includes(name.toLowerCase()));
    if (absent.length === 0) return on(file, "cannot-tell", `an assembly whose parts are in ${references.join(", ")}`);
    return on(file, "differs", `${geometryInWords(geometry)} of its own; refers to ${absent.join(", ")}, which ${absent.length === 1 ? "is" : "are"} not here`);
  });
}

/** A mesh that has a model beside it. */
export function modelIsNoMesh(context: CheckContext): FileResult[] {
  const models = context.inRole("model");
  const meshes = models.filter((file) => context.kind(file) === "mesh");
  const other = models.find((file) => !meshes.includes(file));
  return meshes.map((file) => besideAnother(context, file, other, "mesh"));
}

/** Files of one CAD system that have one beside them which any system opens. */
export function openFormats(context: CheckContext): FileResult[] {
  return context.ofKind("native").map((file) => {
    const other = context.inRole(file.role).find((each) => ["step", "pdf"].includes(context.kind(each)));
    return besideAnother(context, file, other, "native format");
  });
}

/** A file that will do where another is beside it; `what` it is where nothing more is known of it. */
function besideAnother(context: CheckContext, file: CheckedFile, other: CheckedFile | undefined, what: string): FileResult {
  if (other) return on(file, "agrees", `beside ${other.name}`);
  const [unknown] = context.inRole("other");
  if (unknown) return on(file, "cannot-tell", `what ${unknown.name} is for is not known`);
  const { format, instead } = file.facts ?? {};
  return on(file, "differs", [format, instead].filter(Boolean).join("; ") || what);
}

/** PDFs that open without a password. */
export function readablePdf(context: CheckContext): FileResult[] {
  return context.ofKind("pdf").map((file) => {
    const { access } = file.facts ?? {};
    if (access === undefined) return on(file, "cannot-tell", "not checked");
    return access === "password" ? on(file, "differs", "asks for a password") : quiet(file);
  });
}

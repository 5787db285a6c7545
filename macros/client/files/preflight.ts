/** Preflight: every check of a record against its files, in the words of the data. */

import type { FileCheck, Preflight } from "../generated.ts";
import type { RfqRecord } from "../types.ts";
import * as contents from "./checks-of-contents.ts";
import * as identity from "./checks-of-identity.ts";
import * as presence from "./checks-of-presence.ts";
import { type CheckedFile, Dossier, type Note, type Result, judged } from "./findings.ts";

/** One check with its result; `ask` is the question to send when it differs. */
export interface Check {
  id: string; label: string; result: Result; says: string; evidence: string[]; files: string[]; ask?: string;
}

const CHECKS: Record<FileCheck["id"], (all: Dossier) => Note[]> = {
  "model-present": presence.modelPresent,
  "drawing-present": presence.drawingPresent,
  "named-files": presence.namedFiles,
  "part-number-in-names": identity.partInNames,
  "part-number-in-model": identity.partInModel,
  "part-number-in-drawing": identity.partInDrawing,
  "revision-in-names": identity.revisionInNames,
  "revision-in-model": identity.revisionInModel,
  "revision-in-drawing": identity.revisionInDrawing,
  "one-revision": presence.oneRevision,
  "no-duplicates": presence.noDuplicates,
  "not-empty": presence.notEmpty,
  "whole-files": contents.wholeFiles,
  "contents-fit-names": contents.contentsFitNames,
  "units-in-model": contents.unitsInModel,
  "units-in-dxf": contents.unitsInDxf,
  "solid-model": contents.solidModel,
  "model-is-no-mesh": contents.modelIsNoMesh,
  "open-formats": contents.openFormats,
  "readable-pdf": contents.readablePdf,
  "model-not-older": identity.modelNotOlder,
};

/** The checks that there is something to check for, in the order of the data; none without a file. `label` names a field of the guide. */
export function preflight(
  data: Preflight, record: RfqRecord, files: readonly CheckedFile[], label = (field: string): string => field,
): Check[] {
  const all = new Dossier(data, record, files, label);
  return data.checks.flatMap((words): Check[] => {
    const finding = judged(CHECKS[words.id](all));
    if (!finding) return [];
    const says = { agrees: words.agrees, differs: words.differs, "cannot-tell": words.cannot_tell }[finding.result];
    const check: Check = { id: words.id, label: words.label, says, ...finding };
    return [finding.result === "differs" ? { ...check, ask: asked(words.ask, finding.evidence) } : check];
  });
}

function asked(question: string, evidence: string[]): string {
  return evidence.length > 0 ? `${question} (${evidence.join("; ")})` : question;
}

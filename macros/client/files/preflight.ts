/** Preflight: every check of a record against its files, in the words of the data. */

import type { FileCheck, Preflight } from "../generated.ts";
import type { Question } from "../questions.ts";
import type { RfqRecord } from "../types.ts";
import * as contents from "./checks-of-contents.ts";
import * as identity from "./checks-of-identity.ts";
import * as presence from "./checks-of-presence.ts";
import { type CheckedFile, Dossier, type Note, type Result, judged } from "./findings.ts";
import { tidy } from "./reading.ts";

/** One check with its result; `ask` is the question to send when it differs. */
export interface Check {
  id: string; label: string; result: Result; says: string; evidence: string[]; files: string[]; ask?: string;
}

const CHECKS: Record<FileCheck["id"], (all: Dossier) => Note[]> = {
  "model-present": presence.modelPresent,
  "drawing-present": presence.drawingPresent,
  "named-files": presence.namedFiles,
  "part-number-in-names": identity.partInNames,
  "part-number-in-model": inside(identity.partInModel),
  "part-number-in-drawing": inside(identity.partInDrawing),
  "revision-in-names": identity.revisionInNames,
  "revision-in-model": inside(identity.revisionInModel),
  "revision-in-drawing": inside(identity.revisionInDrawing),
  "one-revision": presence.oneRevision,
  "no-duplicates": presence.noDuplicates,
  "not-empty": presence.notEmpty,
  "whole-files": inside(contents.wholeFiles),
  "contents-fit-names": inside(contents.contentsFitNames),
  "units-in-model": inside(contents.unitsInModel),
  "units-in-dxf": inside(contents.unitsInDxf),
  "solid-model": inside(contents.solidModel),
  "model-is-no-mesh": contents.modelIsNoMesh,
  "open-formats": contents.openFormats,
  "readable-pdf": inside(contents.readablePdf),
  "model-not-older": inside(identity.modelNotOlder),
};

/** The checks that there is something to check for, in the order of the data; none without a file. `label` names a field of the guide. */
export function preflight(
  data: Preflight, record: RfqRecord, files: readonly CheckedFile[], label: (field: string) => string,
): Check[] {
  const all = new Dossier(data, record, files, label);
  return data.checks.flatMap((words): Check[] => {
    const finding = judged(CHECKS[words.id](all));
    if (!finding) return [];
    const { result, evidence, files: about, unread } = finding;
    const says = unread ? data.unread : { agrees: words.agrees, differs: words.differs, "cannot-tell": words.cannot_tell }[result];
    const check: Check = { id: words.id, label: words.label, result, says, evidence, files: about };
    return [result === "differs" && words.ask ? { ...check, ask: asked(words.ask, evidence) } : check];
  });
}

/** The questions that checks leave: one for each difference that there is something to ask about. */
export function questionsOf(checks: readonly Check[]): Question[] {
  return checks.flatMap(({ id, result, ask }) => (result === "differs" && ask ? [{ text: ask, about: "file" as const, id }] : []));
}

function asked(question: string, evidence: string[]): string {
  return evidence.length > 0 ? `${question} (${evidence.map((each) => each.replace(/\.$/, "")).join("; ")})` : question;
}

/** A check of what is in files: of one that was not looked into, nothing else is said. */
function inside(check: (all: Dossier) => Note[]): (all: Dossier) => Note[] {
  return (all) => {
    const read = new Set(all.files.filter((file) => file.reading).map((file) => file.name));
    return check(all).map((note) => {
      const unread = note.result === "cannot-tell" && note.files.length > 0 && note.files.every((name) => !read.has(name));
      return unread ? { ...note, unread, says: note.files.map((name) => tidy(name)).join(", ") } : note;
    });
  };
}

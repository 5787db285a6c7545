/** Preflight: every check of a record against its files, in the words of the data. */

import type { FileCheck, Finding, Preflight } from "../record/generated.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import type { Question } from "../summary/questions.ts";
import type { RfqRecord } from "../record/types.ts";
import * as contents from "./checks/contents.ts";
import * as identity from "./checks/identity.ts";
import * as presence from "./checks/presence.ts";
import { CheckContext, type CheckedFile, type FileResult, type Result, combine } from "./checks/check-context.ts";
import { tidy } from "./file-facts.ts";

/** One check with its result; `ask` is the question to send when it differs. */
export interface Check {
  id: string; label: string; result: Result; says: string; evidence: string[]; files: string[]; ask?: string;
}

/** The checks of what is in files, and not of their names and sizes. */
const INSIDE = new Set<(context: CheckContext) => FileResult[]>();

const CHECKS: Record<FileCheck["id"], (context: CheckContext) => FileResult[]> = {
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

/** The checks that there is something to check for, in the order of the data; none without a file. */
export function preflight(
  data: Preflight, guide: GuideIndex, record: RfqRecord, files: readonly CheckedFile[],
): Check[] {
  const context = new CheckContext(data, guide, record, files);
  return data.checks.flatMap((words): Check[] => {
    const combined = combine(CHECKS[words.id](context));
    if (!combined) return [];
    const { result, evidence, files: about, unread } = combined;
    const says = unread ? data.unread : { agrees: words.agrees, differs: words.differs, "cannot-tell": words.cannot_tell }[result];
    const check: Check = { id: words.id, label: words.label, result, says, evidence, files: about };
    return [result === "differs" && words.ask ? { ...check, ask: asked(words.ask, evidence) } : check];
  });
}

/** The questions that checks leave: one for each difference that there is something to ask about. */
export function questionsOf(checks: readonly Check[]): Question[] {
  return checks.flatMap(({ id, result, ask }) => (result === "differs" && ask ? [{ text: ask, about: "file" as const, id }] : []));
}

/** What the checks that look inside say of each file: what is kept of it in the record. */
export function findingsByFile(
  data: Preflight, guide: GuideIndex, record: RfqRecord, files: readonly CheckedFile[],
): Map<string, Finding[]> {
  const context = new CheckContext(data, guide, record, files);
  const found = new Map<string, Finding[]>();
  for (const { id } of data.checks.filter((check) => INSIDE.has(CHECKS[check.id]))) {
    for (const { result, says, files: about, unread } of CHECKS[id](context)) {
      if (unread || about.length !== 1) continue;
      found.set(about[0]!, [...found.get(about[0]!) ?? [], { check: id, result, evidence: says ? [says] : [] }]);
    }
  }
  return found;
}

function asked(question: string, evidence: string[]): string {
  return evidence.length > 0 ? `${question} (${evidence.map((each) => each.replace(/\.$/, "")).join("; ")})` : question;
}

/** A check of what is in files: of one that was not looked into, nothing else is said. What it finds is kept in the record. */
function inside(check: (context: CheckContext) => FileResult[]): (context: CheckContext) => FileResult[] {
  const looked = (context: CheckContext): FileResult[] => {
    const read = new Set(context.files.filter((file) => file.facts).map((file) => file.name));
    return check(context).map((each) => {
      const unread = each.result === "cannot-tell" && each.files.length > 0 && each.files.every((name) => !read.has(name));
      return unread ? { ...each, unread, says: each.files.map((name) => tidy(name)).join(", ") } : each;
    });
  };
  INSIDE.add(looked);
  return looked;
}

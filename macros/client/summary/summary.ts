/** The summary: a pure projection of an evaluation, which every export renders. */

import { formatProgress } from "../record/answers.ts";
import { type CheckSheet, type Section, checkSheetOf } from "./check-sheet.ts";
import type { Evaluation } from "./evaluate.ts";
import { progressOf, statesOf } from "./evaluate-items.ts";
import { type RequestSummary, requestSummary } from "./request.ts";

/** The request for the supplier, and the check sheet, which goes along within the request where the buyer wants it to. */
export interface Summary extends RequestSummary, CheckSheet { withCheckSheet?: boolean }

/** What a summary says first: the verdict with what holds it and what is asked, and the counts of each list. */
export interface Overview extends Pick<Summary, "outcome" | "blockers" | "questions"> { sections: Pick<Section, "title" | "progress">[] }

/** The first of a summary, without the details that only files tell. */
export function overview(evaluation: Evaluation): Overview {
  const { guide, verdict: { outcome, blockers }, questions } = evaluation;
  const sections = guide.checklists.map(({ id, title, words }) => ({ title, progress: formatProgress(progressOf(statesOf(evaluation, id)), words) }));
  return { outcome, blockers, questions, sections };
}

/** Sums a record up; reads nothing but its evaluation, and changes nothing. */
export function summarize(evaluation: Evaluation): Summary {
  return { ...requestSummary(evaluation), ...checkSheetOf(evaluation) };
}

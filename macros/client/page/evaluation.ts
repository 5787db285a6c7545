/** The evaluation of the record in use as of today, made once for all elements of a page, and the summary of it. */

import { type Evaluation, evaluate } from "../summary/evaluate.ts";
import { type Overview, type Summary, overview, summarize } from "../summary/summary.ts";
import { loadInspector } from "./file-inspector.ts";
import { itemsNow } from "./item-evaluation.ts";
import type { Session } from "./session.ts";

let latest: { items: object; files: string; evaluation: Evaluation } | undefined;

/** What follows from the record in use and from what its files leave to ask. */
export function evaluationNow(session: Session): Evaluation {
  const { guide, store: { record }, inspector } = session;
  void loadInspector(session);
  const { day, items } = itemsNow(session);
  const questions = inspector?.questions(record) ?? [];
  const files = questions.map(({ text }) => text).join("\n");
  if (latest?.items !== items || latest.files !== files) {
    latest = { items, files, evaluation: evaluate(guide, record, day, questions, items) };
  }
  return latest.evaluation;
}

/** The summary of an evaluation, as the reader wants it on this page. */
export function summaryOf({ withCheckSheet }: Session, evaluation: Evaluation): Summary {
  return { ...summarize(evaluation), withCheckSheet };
}

/** The summary of the record in use. */
export function summaryNow(session: Session): Summary {
  return summaryOf(session, evaluationNow(session));
}

/** The first of it, for a page to show with every change. */
export function overviewNow(session: Session): Overview {
  return overview(evaluationNow(session));
}

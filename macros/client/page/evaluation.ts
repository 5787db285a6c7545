/** The evaluation of the record in use as of today, made once for all elements of a page. */

import { type Evaluation, evaluate } from "../summary/evaluate.ts";
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

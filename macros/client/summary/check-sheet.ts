/** The check sheet: what the buyer checks before sending, and the desk before quoting. */

import { formatProgress, isReworded } from "../record/answers.ts";
import type { Checklist, Field, Status } from "../record/types.ts";
import type { Evaluation } from "./evaluate.ts";
import { progressOf, statesOf } from "./evaluate-items.ts";
import type { LevelResult } from "./levels.ts";
import type { Question } from "./questions.ts";
import type { Blocker, VerdictWords } from "./verdict.ts";

/**
 * One item with its answer; `missing` are the details asked for that hold nothing, and `vague` those that say nothing
 * exactly, `unconfirmed` those that a link said and nobody has confirmed, each under the first item that asks for it.
 */
export interface Entry { ref: string; label: string; status: Status; statusLabel: string; note: string; reworded: boolean; missing: Field[]; vague: Field[]; unconfirmed: Field[] }

/** One checklist: its counts in words, and its items. */
export interface Section { id: string; title: string; progress: string; entries: Entry[] }

/** Everything the check sheet says, in the order it is said. */
export interface CheckSheet {
  guideVersion: string;
  outcome: VerdictWords; blockers: Blocker[];
  levels: LevelResult;
  sections: Section[];
  questions: Question[];
}

/** The check sheet of an evaluated record. */
export function checkSheetOf(evaluation: Evaluation): CheckSheet {
  const { guide, verdict, levels, questions } = evaluation;
  const shown = new Set<string>();
  return {
    guideVersion: guide.version,
    outcome: verdict.outcome,
    blockers: verdict.blockers,
    levels,
    sections: guide.checklists.map((checklist) => section(evaluation, checklist, shown)),
    questions,
  };
}

function section(evaluation: Evaluation, checklist: Checklist, shown: Set<string>): Section {
  const states = statesOf(evaluation, checklist.id);
  const entries = states.map(({ ref, item, answer, status }): Entry => {
    const here = item.fields.filter((field) => !shown.has(field)).map((id) => evaluation.fields.get(id)!);
    for (const { field } of here) shown.add(field.id);
    return {
      ref,
      label: item.label,
      status,
      statusLabel: checklist.words[status],
      note: answer.note ?? "",
      reworded: isReworded(item, answer),
      missing: here.filter(({ missing }) => missing).map(({ field }) => field),
      vague: here.filter(({ vague }) => vague.length > 0).map(({ field }) => field),
      unconfirmed: here.filter(({ unconfirmed }) => unconfirmed).map(({ field }) => field),
    };
  });
  return { id: checklist.id, title: checklist.title, progress: formatProgress(progressOf(states), checklist.words), entries };
}

/** Everything that follows from a guide and a record on a day, worked out once; lists, panels and documents show parts of it. */

import type { GuideIndex } from "../record/guide-index.ts";
import { isBlank } from "../record/record.ts";
import type { Link, RfqRecord } from "../record/types.ts";
import { type Contradiction, contradictions } from "./contradictions.ts";
import { type ItemEvaluation, evaluateItems } from "./evaluate-items.ts";
import { type LevelResult, levelResult } from "./levels.ts";
import { openLocks } from "./locks.ts";
import { type Question, fieldOf, nextToAnswer, questionsOn } from "./questions.ts";
import { locksCount } from "./requested-stage.ts";
import { type Verdict, byCaution, verdictOn } from "./verdict.ts";

/** What follows from a record. */
export interface Evaluation extends ItemEvaluation {
  fileQuestions: Question[];
  contradictions: Contradiction[];
  levels: LevelResult;
  verdict: Verdict;
  questions: Question[];
}

/** Judges a record on a day (ISO date), with the questions that its files leave; changes nothing. */
export function evaluate(
  guide: GuideIndex, record: RfqRecord, today: string, fileQuestions: Question[] = [], items = evaluateItems(guide, record, today),
): Evaluation {
  const { request, conditions, fields } = items;
  const locks = locksCount(guide, request) ? byCaution(guide, openLocks(items)) : [];
  const broken = contradictions(guide, record, conditions);
  const questions = [...fileQuestions, ...questionsOn({ ...items, contradictions: broken, locks })];
  const first = addressOf(guide, nextToAnswer(questions));
  return {
    ...items, questions, fileQuestions,
    contradictions: broken,
    levels: levelResult(guide, record.levels),
    verdict: verdictOn(guide, { request, isBlank: isBlank(record), locks, fields, isQuestioned: questions.length > 0, first }),
  };
}

/** Where a question is answered: at the control of its field, on the list at hand if that has it; else at its item, else at the lock list. */
export function addressOf(guide: GuideIndex, question: Question | undefined, atHand?: string): Link & { page: string } {
  const field = question && fieldOf(question);
  const [list, item] = (question?.about === "item" ? question.id : refOf(guide, field, atHand) ?? `${guide.known.id("verdict")}/`).split("/") as [string, string];
  const anchor = field ? `#field-${field}` : item && `#${item}`;
  const page = question?.about === "file" ? "/rfq/#files" : `/${list}/${anchor}`;
  return { label: guide.asks.first, url: `${guide.site}${page}`, page };
}

function refOf(guide: GuideIndex, field: string | undefined, atHand: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const asking = guide.items.filter(({ item }) => item.fields.includes(field));
  return (asking.find(({ checklist }) => checklist.id === atHand) ?? asking[0])?.ref;
}

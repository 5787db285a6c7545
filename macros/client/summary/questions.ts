/** The questions a quoting desk would ask of a record, the most important first. */

import { formatValue } from "../record/format-value.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { unansweredQuestions } from "../record/received-review.ts";
import { counted } from "../text/counted.ts";
import { cleanLine } from "../text/sanitize.ts";
import { type FieldState, isUntouched } from "./asked-fields.ts";
import type { Contradiction } from "./contradictions.ts";
import type { ItemEvaluation, ItemState } from "./evaluate-items.ts";
import type { OpenLock } from "./locks.ts";
import { locksCount } from "./requested-stage.ts";

/**
 * One question, with the item or field that an answer to it would fill, or the check of files that it comes from;
 * `field` is what a contradiction looks at first.
 */
export interface Question { text: string; about: "contradiction" | "item" | "field" | "file" | "desk"; id: string; field?: string }

/** What questions are made of; the locks come in the order of their caution. */
export interface Judged extends ItemEvaluation { contradictions: Contradiction[]; locks: OpenLock[] }

/** How many questions are left, in words: those of the rules, else those of the supplier. */
export function countQuestions({ guide, record, questions }: Pick<Judged, "guide" | "record"> & { questions: Question[] }): string {
  if (questions.length > 0) return counted(questions.length, "question");
  const received = unansweredQuestions(guide, record).length;
  return received > 0 ? `${counted(received, "question")} from your ${guide.people.supplier}` : "nothing left to ask";
}

// From so many blanks on, one question on the whole is kinder, where nothing at all is filled in.
const MANY = 3;

/** Contradictions, then what blocks the verdict, then the other lists in order; no detail is asked for twice. */
export function questionsOn(judged: Judged): Question[] {
  const questions = judged.contradictions.map(({ id, ask, field }): Question => ({ text: ask, about: "contradiction", id, ...(field ? { field } : {}) }));
  const asked = new Set<string>();
  const locks = new Map(judged.locks.map((lock) => [lock.ref, lock]));
  for (const item of blockedFirst(judged.locks, judged.items)) {
    for (const question of questionsOnItem(judged, item, locks.get(item.ref), asked)) questions.push(question);
  }
  return questions;
}

/** All items, the blocked ones first: a set gives each of them once. */
export function blockedFirst(blocked: { ref: string }[], items: ReadonlyMap<string, ItemState>): ItemState[] {
  return Array.from(new Set([...blocked.map(({ ref }) => ref), ...items.keys()]), (ref) => items.get(ref)!);
}

/** The question to answer first: one about a file may need another file, so whatever can be answered at once comes before it. */
export function nextToAnswer(questions: Question[]): Question | undefined {
  return questions.find(({ about }) => about !== "file") ?? questions[0];
}

/** The field whose control answers a question, if there is one. */
export function fieldOf({ about, id, field }: Question): string | undefined {
  return about === "field" ? id : field;
}

function questionsOnItem(
  { guide, request, fields }: Judged, { ref, item, answer, status }: ItemState, lock: OpenLock | undefined, asked: Set<string>,
): Question[] {
  const own = (text: string): Question => ({ text: text.replaceAll("{item}", item.label), about: "item", id: ref });
  const isCounted = locksCount(guide, request);
  const wasSetAside = isCounted && answer.status === "na" && item.na !== "allowed";
  const questions = wasSetAside ? [own(guide.asks.old_na)] : [];
  const isOpen = lock !== undefined && status === "open" && !wasSetAside;
  if (isOpen && lock.reason.ask) questions.push(own(lock.reason.ask));
  else if (isOpen && lock.lacking.length === 0) questions.push(own(guide.asks.unmarked));
  const states = item.fields.map((id) => fields.get(id)!);
  const unasked = states.filter(({ field }) => !asked.has(field.id));
  for (const { field } of states) asked.add(field.id);
  const missing = unasked.filter((state) => state.missing);
  if (isCounted && isUntouched(states) && missing.length >= MANY && missing.length === states.filter((state) => state.asked).length) return [...questions, own(item.ask)];
  return [...questions, ...unasked.flatMap((state) => questionsOnField(guide, state))];
}

function questionsOnField(guide: GuideIndex, { field, value, asked, missing, unconfirmed, setAsideFor, vague, gaps, retired }: FieldState): Question[] {
  const about = (text: string): Question => ({ text, about: "field", id: field.id });
  const filledIn = (text: string, value: string): Question => about(text.replaceAll("{label}", field.label).replaceAll("{value}", () => cleanLine(value)).replaceAll("{ask}", field.ask));
  return [
    ...(missing ? [about(field.ask)] : []),
    ...gaps.map(({ ask }) => about(ask)),
    ...vague.map(({ text, rows }) => filledIn(rows > 1 ? guide.asks.vague_rows.replaceAll("{rows}", String(rows)) : guide.asks.vague, text)),
    ...(asked && unconfirmed ? [filledIn(guide.asks.unconfirmed, formatValue(field, value!))] : []),
    ...(setAsideFor !== undefined ? [filledIn(guide.asks.set_aside, setAsideFor.trim() || "none given")] : []),
    ...(retired ? [filledIn(guide.asks.retired, retired.label)] : []),
  ];
}

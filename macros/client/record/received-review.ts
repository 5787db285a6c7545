/** What the quoting desk asked about a part: the review it sent back, kept in the record until the reader takes it away. */

import type { GuideIndex } from "./guide-index.ts";
import { movedId } from "./migrate.ts";
import { isSamePart } from "./part-names.ts";
import type { Item, Review, ReviewQuestion, RfqRecord } from "./types.ts";

/** A question with its position in the review, by which an answer to it is known, and the item and the field it is about, if any. */
export interface ReceivedQuestion { index: number; text: string; answered: boolean; ref: string; field: string }

/** The review that a record holds; its format does not know the review in it, and what is no review counts as none. */
export function receivedReview(record: RfqRecord): Review | undefined {
  if (!Object.hasOwn(record, "review")) return undefined;
  const { review } = record as { review?: Partial<Review> | null };
  if (typeof review?.at !== "string" || !Array.isArray(review.questions)) return undefined;
  return review.questions.every(isQuestion) ? (review as Review) : undefined;
}

/** The desk's questions in the order of the steps; one about an item that this guide does not have is about no item. */
export function receivedQuestions(guide: GuideIndex, record: RfqRecord): ReceivedQuestion[] {
  const refs = new Map(guide.items.map(({ ref }, index) => [ref, index]));
  const fields = new Set(guide.fields.map(({ id }) => id));
  const questions = (receivedReview(record)?.questions ?? []).map((question, index) => {
    const ref = movedId(guide.moved_items, question.item ?? "");
    const named = movedId(guide.moved_fields, question.field ?? "");
    const field = fields.has(named) ? named : "";
    // What contradicts itself is of no item; it stands where its first detail is asked for.
    const at = refs.has(ref) ? ref : guide.items.find(({ item }) => item.fields.includes(field))?.ref ?? "";
    return { index, text: question.text, answered: question.answered === true, ref: at, field };
  });
  const indexOf = ({ ref }: ReceivedQuestion): number => refs.get(ref) ?? refs.size;
  return questions.sort((one, other) => indexOf(one) - indexOf(other));
}

/** Whether a question stands at an item: the one it is about, and on another checklist the one with the same detail. */
export function standsAt({ ref, field }: ReceivedQuestion, at: string, { fields }: Pick<Item, "fields">): boolean {
  const isOnAnotherList = ref.split("/")[0] !== at.split("/")[0];
  return ref === at || (isOnAnotherList && fields.includes(field));
}

/** Those of them that wait for an answer. */
export function unansweredQuestions(guide: GuideIndex, record: RfqRecord): ReceivedQuestion[] {
  return receivedQuestions(guide, record).filter(({ answered }) => !answered);
}

/** The record with a review put beside its items, in place of an earlier one. */
export function withReview(record: RfqRecord, review: Review, updated: string): RfqRecord {
  return { ...record, updated, review };
}

/** The record with one question answered, or to be answered after all; of another review it changes nothing. */
export function withAnswered(record: RfqRecord, at: string, index: number, answered: boolean, updated: string): RfqRecord {
  const review = receivedReview(record);
  if (review?.at !== at) return record;
  const questions = review.questions.map((question, each) => (each === index ? { ...question, answered } : question));
  return { ...record, updated, review: { ...review, questions } };
}

/** The record without a review. */
export function withoutReview(record: RfqRecord, updated: string): RfqRecord {
  const { review: _, ...rest } = record;
  return { ...rest, updated } as RfqRecord;
}

/** The part that a review is about: the one with the record's id, else the one with its part number and revision. */
export function partUnderReview(guide: GuideIndex, review: Review, parts: RfqRecord[]): RfqRecord | undefined {
  const { known } = guide;
  const reviewed = { id: review.record, stage: null, values: { [known.id("part-number")]: review.part_number } };
  const same = parts.filter((record) => isSamePart(guide, record, reviewed));
  const revised = same.find((record) => known.textOf(record, "revision") === review.revision);
  return same.find((record) => record.id === review.record) ?? revised ?? same[0];
}

function isQuestion(question: unknown): question is ReviewQuestion {
  const { text, item, field } = (question ?? {}) as Record<string, unknown>;
  return typeof text === "string" && [item, field].every((each) => each === undefined || typeof each === "string");
}

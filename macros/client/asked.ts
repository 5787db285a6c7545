/** What the quoting desk asked about a part: the review it sent back, kept in the record until the reader takes it away. */

import type { GuideIndex } from "./guide.ts";
import { isSamePart } from "./review.ts";
import type { Review, ReviewQuestion, RfqRecord } from "./types.ts";

/** A question with its place in the review, by which an answer to it is known. */
export interface Asked { place: number; text: string; answered: boolean; ref: string }

/** The moment of the review that a record holds, or undefined where it holds none. */
export function askedAt(record: RfqRecord): string | undefined {
  return heldReview(record)?.at;
}

/** The questions of the review that a record holds, as they came. */
export function askedIn(record: RfqRecord): ReviewQuestion[] {
  return heldReview(record)?.questions ?? [];
}

/** The desk's questions; one about an item that this guide does not have is about no item. */
export function askedOf(record: RfqRecord, guide: GuideIndex): Asked[] {
  const refs = new Set(guide.items.map(({ ref }) => ref));
  const moved = guide.guide.moved_items;
  return askedIn(record).map((question, place) => {
    const item = question.item ?? "";
    const ref = Object.hasOwn(moved, item) ? moved[item]! : item;
    return { place, text: question.text, answered: question.answered === true, ref: refs.has(ref) ? ref : "" };
  });
}

/** The record with a review put beside its items, in place of an earlier one. */
export function withReview(record: RfqRecord, review: Review, updated: string): RfqRecord {
  return { ...record, updated, review };
}

/** The record with one question answered, or to be answered after all; of another review it changes nothing. */
export function withAnswered(record: RfqRecord, at: string, place: number, answered: boolean, updated: string): RfqRecord {
  const review = heldReview(record);
  if (review?.at !== at) return record;
  const questions = review.questions.map((question, each) => (each === place ? { ...question, answered } : question));
  return { ...record, updated, review: { ...review, questions } };
}

/** The record without a review. */
export function withoutReview(record: RfqRecord, updated: string): RfqRecord {
  const { review: _, ...rest } = record;
  return { ...rest, updated } as RfqRecord;
}

/** The part that a review is about: the one with the record's id, else the one with its part number and revision. */
export function partAskedAbout(review: Review, parts: RfqRecord[]): RfqRecord | undefined {
  const revision = (record: RfqRecord): string => String(record.values["revision"] ?? "").trim();
  const asked = { id: review.record, values: { "part-number": review.part_number } } as unknown as RfqRecord;
  const same = parts.filter((record) => isSamePart(record, asked));
  return same.find((record) => record.id === review.record) ?? same.find((record) => revision(record) === review.revision) ?? same[0];
}

/** A record comes from anywhere, and its format does not know the review in it: what is no review counts as none. */
function heldReview(record: RfqRecord): Review | undefined {
  if (!Object.hasOwn(record, "review")) return undefined;
  const { review } = record as { review?: Partial<Review> | null };
  if (typeof review?.at !== "string" || !Array.isArray(review.questions)) return undefined;
  return review.questions.every(isQuestion) ? (review as Review) : undefined;
}

function isQuestion(question: unknown): question is ReviewQuestion {
  const { text, item } = (question ?? {}) as Record<string, unknown>;
  return typeof text === "string" && (item === undefined || typeof item === "string");
}

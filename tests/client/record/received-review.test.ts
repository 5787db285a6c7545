import assert from "node:assert/strict";
import { test } from "node:test";
import { partUnderReview, receivedQuestions, receivedReview, standsAt, unansweredQuestions, withAnswered, withReview, withoutReview } from "../../../macros/client/record/received-review.ts";
import { readReview } from "../../../macros/client/import/parse-record.ts";
import { groupQuestions, reviewOf } from "../../../macros/client/summary/desk-questions.ts";
import { type Question, fieldOf } from "../../../macros/client/summary/questions.ts";
import { evaluate } from "../../../macros/client/summary/evaluate.ts";
import { toJson } from "../../../macros/client/export/json.ts";
import { MAX_QUESTIONS } from "../../../macros/client/record/formats.ts";
import SCHEMA from "../../../docs/schema/rfq-review-1.json" with { type: "json" };
import { GuideIndex } from "../../../macros/client/record/guide-index.ts";
import type { Review, RfqRecord } from "../../../macros/client/record/types.ts";
import { GUIDE, GUIDE_DATA, example, record } from "../support.ts";

const AT = "2026-09-10T08:00:00Z";
const B = example("rev-b");
const REVIEW = reviewOf(GUIDE, B, groupQuestions(evaluate(GUIDE, B, AT.slice(0, 10))).map((group) => ({ ...group, questions: group.questions.map((each) => ({ text: each.text, ...withField(each) })) })), AT);
function withField(question: Question): { field?: string } {
  const field = fieldOf(question);
  return field ? { field } : {};
}

const WITH = withReview(B, REVIEW, AT);

test("what the desk sends is read at the buyer's side as it was sent", () => {
  assert.deepEqual(readReview(toJson(REVIEW), SCHEMA), { review: REVIEW });
});

test("each question stands with the item and the field it asks about, in the order of the steps", () => {
  const asked = receivedQuestions(GUIDE, WITH);
  assert.deepEqual(asked.map(({ text }) => text).sort(), REVIEW.questions.map(({ text }) => text).sort());
  const places = asked.filter(({ ref }) => ref).map(({ ref }) => GUIDE.items.findIndex((each) => each.ref === ref));
  assert.deepEqual(places, places.toSorted((one, other) => one - other));
  assert.ok(asked.filter(({ field }) => field).every(({ ref, field }) => GUIDE.item(ref).fields.includes(field)));
  assert.ok(asked.some(({ field }) => field === "need-date"));
  assert.ok(asked.some(({ ref }) => ref === "pilot-lock/critical-dimensions"));
  assert.deepEqual(asked.filter(({ answered }) => answered), []);
});

test("an answer is kept with its question, and only for the review it was given to", () => {
  const answered = withAnswered(WITH, AT, 1, true, "2026-09-11T08:00:00Z");
  const answeredOnes = (of: RfqRecord): number[] => receivedQuestions(GUIDE, of).filter((each) => each.answered).map(({ index }) => index);
  assert.deepEqual(answeredOnes(answered), [1]);
  assert.deepEqual(unansweredQuestions(GUIDE, answered), receivedQuestions(GUIDE, answered).filter(({ index }) => index !== 1));
  assert.deepEqual(answeredOnes(withAnswered(answered, AT, 1, false, AT)), []);
  assert.equal(withAnswered(WITH, "2026-01-01T00:00:00Z", 1, true, AT), WITH);
});

test("a review taken away leaves the record as it was", () => {
  assert.deepEqual(withoutReview(WITH, B.updated), B);
});

test("a question about an item that moved follows it; one about an unknown item stands alone", () => {
  const moved = new GuideIndex({ ...GUIDE_DATA, moved_items: { "rfq/fax": "rfq/material-and-finish" } });
  const questions = [{ item: "rfq/fax", text: "One?" }, { item: "rfq/nothing", text: "Two?" }, { item: "__proto__/x", text: "Three?" }, { text: "Four?" }];
  const refs = receivedQuestions(moved, withReview(B, { ...REVIEW, questions }, AT)).map(({ ref }) => ref);
  assert.deepEqual(refs, ["rfq/material-and-finish", "", "", ""]);
});

test("the part is found by its record, else by number and revision", () => {
  const number = (id: string, revision: string) => record({ id, values: { "part-number": "tvr-10427 ", revision } });
  const parts = [record({ id: "x" }), number("a", "A"), number("b", "B")];
  assert.equal(partUnderReview(GUIDE, REVIEW, [...parts, B]), B);
  assert.equal(partUnderReview(GUIDE, REVIEW, parts)?.id, "b");
  assert.equal(partUnderReview(GUIDE, { ...REVIEW, revision: "Z" }, parts)?.id, "a");
  assert.equal(partUnderReview(GUIDE, { ...REVIEW, part_number: "" }, parts), undefined);
});

test("what is no review says so in one sentence, and what does not claim to be one is left to others", () => {
  const cases: [unknown, RegExp][] = [
    [{ ...REVIEW, schema: "rfq-review/2" }, /^A newer version of this guide made this review/],
    [{ ...REVIEW, questions: {} }, /^This review cannot be opened: under "questions"/],
    [{ ...REVIEW, questions: [{ text: 1 }] }, /^This review cannot be opened: under "questions", entry 1/],
    [{ ...REVIEW, questions: Array(MAX_QUESTIONS + 1).fill({ text: "?" }) }, /^This review cannot be opened: /],
    [{ ...REVIEW, questions: [{ text: "?", item: "<img>" }] }, /^This review cannot be opened: /],
    [{ ...REVIEW, at: "yesterday" }, /^This review cannot be opened: under "at"/],
  ];
  for (const [content, expected] of cases) {
    const read = readReview(JSON.stringify(content), SCHEMA);
    assert.ok(read && "problem" in read);
    assert.match(read.problem, expected);
    assert.equal(read.problem.match(/\.(\s|$)/g)?.length, 1, read.problem);
  }
  for (const text of ["", "null", "[]", "{", toJson(B), '{"schema": 1}']) assert.equal(readReview(text, SCHEMA), undefined);
});

test("a record from anywhere with something else as its review has none", () => {
  for (const review of [null, 1, "x", [], {}, { at: AT }, { at: AT, questions: [null] }, { at: AT, questions: [{ text: {} }] }, { at: {}, questions: [] }]) {
    const found = record({ review: review as unknown as Review });
    assert.equal(receivedReview(found), undefined);
    assert.deepEqual(receivedQuestions(GUIDE, found), []);
  }
});

test("a question stands at its item, and on another checklist at the item with the same detail", () => {
  const fields = ["critical-dims"];
  const asked = { index: 0, text: "?", answered: false, ref: "rfq/critical-and-documents", field: "critical-dims" };
  assert.ok(standsAt(asked, "rfq/critical-and-documents", { fields: [] }));
  assert.ok(standsAt(asked, "pilot-lock/dimensions", { fields }));
  assert.ok(!standsAt(asked, "rfq/other", { fields }));
  assert.ok(!standsAt(asked, "pilot-lock/dimensions", { fields: [] }));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { askedAt, askedOf, partAskedAbout, withAnswered, withReview, withoutReview } from "../../macros/client/asked.ts";
import { readReview } from "../../macros/client/open.ts";
import { groupsOf, reviewOf } from "../../macros/client/review.ts";
import { toJson } from "../../macros/client/export/json.ts";
import SCHEMA from "../../docs/schema/rfq-review-1.json" with { type: "json" };
import type { Review } from "../../macros/client/types.ts";
import { GUIDE, example, record } from "./support.ts";

const AT = "2026-09-10T08:00:00Z";
const B = example("rev-b");
const REVIEW = reviewOf(B, groupsOf(GUIDE, B).map((group) => ({ ...group, questions: group.questions.map(({ text }) => text) })), AT);
const WITH = withReview(B, REVIEW, AT);

test("what the desk sends is read at the buyer's side as it was sent", () => {
  assert.deepEqual(readReview(toJson(REVIEW), SCHEMA), { review: REVIEW });
});

test("each question stands with the item it asks about, in the desk's order", () => {
  const asked = askedOf(WITH, GUIDE);
  assert.deepEqual(asked.map(({ text }) => text), REVIEW.questions.map(({ text }) => text));
  assert.ok(asked.some(({ ref }) => ref === "pilot-lock/critical-dimensions"));
  assert.deepEqual(asked.filter(({ answered }) => answered), []);
});

test("an answer is kept with its question, and only for the review it was given to", () => {
  const answered = withAnswered(WITH, AT, 1, true, "2026-09-11T08:00:00Z");
  assert.deepEqual(askedOf(answered, GUIDE).map((each) => each.answered), REVIEW.questions.map((_, place) => place === 1));
  assert.equal(askedOf(withAnswered(answered, AT, 1, false, AT), GUIDE)[1]!.answered, false);
  assert.equal(withAnswered(WITH, "2026-01-01T00:00:00Z", 1, true, AT), WITH);
});

test("a review taken away leaves the record as it was", () => {
  assert.deepEqual(withoutReview(WITH, B.updated), B);
});

test("a question about an item that moved follows it; one about an unknown item stands alone", () => {
  const moved = Object.assign(Object.create(GUIDE), { guide: { ...GUIDE.guide, moved_items: { "rfq/fax": "rfq/material-and-finish" } } });
  const questions = [{ item: "rfq/fax", text: "One?" }, { item: "rfq/nothing", text: "Two?" }, { item: "__proto__/x", text: "Three?" }, { text: "Four?" }];
  const refs = askedOf(withReview(B, { ...REVIEW, questions }, AT), moved).map(({ ref }) => ref);
  assert.deepEqual(refs, ["rfq/material-and-finish", "", "", ""]);
});

test("the part is found by its record, else by number and revision", () => {
  const number = (id: string, revision: string) => record({ id, values: { "part-number": "tvr-10427 ", revision } });
  const parts = [record({ id: "x" }), number("a", "A"), number("b", "B")];
  assert.equal(partAskedAbout(REVIEW, [...parts, B]), B);
  assert.equal(partAskedAbout(REVIEW, parts)?.id, "b");
  assert.equal(partAskedAbout({ ...REVIEW, revision: "Z" }, parts)?.id, "a");
  assert.equal(partAskedAbout({ ...REVIEW, part_number: "" }, parts), undefined);
});

test("what is no review says so in one sentence, and what does not claim to be one is left to others", () => {
  const cases: [unknown, RegExp][] = [
    [{ ...REVIEW, schema: "rfq-review/2" }, /^A newer version of this guide made this review/],
    [{ ...REVIEW, questions: {} }, /^This review cannot be opened: under "questions"/],
    [{ ...REVIEW, questions: [{ text: 1 }] }, /^This review cannot be opened: under "questions", entry 1/],
    [{ ...REVIEW, questions: Array(501).fill({ text: "?" }) }, /^This review cannot be opened: /],
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
    assert.equal(askedAt(found), undefined);
    assert.deepEqual(askedOf(found, GUIDE), []);
  }
});

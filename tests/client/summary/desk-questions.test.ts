import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate } from "../../../macros/client/summary/evaluate.ts";
import { groupQuestions, isAnsweredIn, questionsInMarkdown, questionsInText, reviewOf } from "../../../macros/client/summary/desk-questions.ts";
import { withReview } from "../../../macros/client/record/received-review.ts";
import { countQuestions } from "../../../macros/client/summary/questions.ts";
import { GUIDE, example, record } from "../support.ts";

const DAY = "2026-09-08";

test("every question is in one group, named by list and item", () => {
  for (const each of [example("rev-b"), example("rev-c"), record(), record({ stage: "repeat-production", values: { "drawing-status": "released" } })]) {
    const groups = groupQuestions(evaluate(GUIDE, each, DAY));
    const asked = evaluate(GUIDE, each, DAY).questions.map((question) => question.text);
    assert.deepEqual(groups.flatMap(({ questions }) => questions.map((question) => question.text)).sort(), asked.sort());
    for (const { name } of groups) assert.match(name, /^(Contradictions$|.+: .+)/);
    assert.equal(new Set(groups.map(({ name }) => name)).size, groups.length);
  }
});

test("what contradicts itself comes first, then what blocks the verdict", () => {
  const groups = groupQuestions(evaluate(GUIDE, record({ values: { "drawing-status": "released" } }), DAY));
  assert.equal(groups[0]!.name, "Contradictions");
  assert.match(groups[1]!.name, /^Pilot lock checklist: /);
});

test("questions are copied under their groups and numbered through", () => {
  const groups = [{ name: "A: one", ref: "", questions: [{ text: "First?" }, { text: "Second\nline?" }] }, { name: "B: *two*", ref: "", questions: [{ text: "<b>3?</b>" }] }];
  const of = record({ values: { "part-number": "A_1 #2" } });
  assert.equal(questionsInText(GUIDE, of, groups), "Questions on A_1 #2\n\nA: one\n1. First?\n2. Second\n   line?\n\nB: *two*\n3. <b>3?</b>\n");
  assert.equal(
    questionsInMarkdown(GUIDE, of, groups),
    "# Questions on A_1 \\#2\n\n## A: one\n\n1. First?\n2. Second\\\n   line?\n\n## B: \\*two\\*\n\n3. &lt;b>3?&lt;/b>\n",
  );
});

test("a question is answered where the record says so of these words, each time that they were asked", () => {
  const asked = ["  One\u0000 of many?\n", "Twice?", "Twice?", "Never?"].map((text) => ({ text }));
  const review = reviewOf(GUIDE, record(), [{ name: "", ref: "", questions: asked }], "2026-09-08T00:00:00Z");
  const questions = review.questions.map((each, index) => ({ ...each, answered: index < 2 }));
  const came = withReview(record(), { ...review, questions }, review.at);
  assert.deepEqual([...asked.map(({ text }) => text), "Another?"].map((text) => isAnsweredIn(came, text)), [true, false, false, false, false]);
  assert.equal(isAnsweredIn(record(), "Never?"), false);
});

test("what the desk asked is counted once the rules ask no more", () => {
  const left = (name: string, ...answered: boolean[]): string => {
    const review = { ...reviewOf(GUIDE, example(name), [], "2026-09-08T00:00:00Z"), questions: answered.map((each) => ({ text: "?", answered: each })) };
    return countQuestions(evaluate(GUIDE, withReview(example(name), review, review.at), DAY));
  };
  assert.match(left("rev-b", false), /^\d+ questions$/);
  assert.equal(left("rev-c", false, true, false), "2 questions from your supplier");
  assert.equal(left("rev-c", true, false), "1 question from your supplier");
  assert.equal(left("rev-c", true), "nothing left to ask");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { questionsOn } from "../../macros/client/questions.ts";
import { compared, groupsOf, isSamePart, questionsInMarkdown, questionsInText, sinceLastBuild } from "../../macros/client/review.ts";
import { verdictOn } from "../../macros/client/verdict.ts";
import { GUIDE, example, record } from "./support.ts";

test("every question is in one group, named by list and item", () => {
  for (const each of [example("rev-b"), example("rev-c"), record(), record({ stage: "repeat-production", values: { "drawing-status": "released" } })]) {
    const groups = groupsOf(GUIDE, each);
    const asked = questionsOn(GUIDE, each, verdictOn(GUIDE, each)).map((question) => question.text);
    assert.deepEqual(groups.flatMap(({ questions }) => questions.map((question) => question.text)).sort(), asked.sort());
    for (const { name } of groups) assert.match(name, /^(Contradictions$|.+: .+)/);
    assert.equal(new Set(groups.map(({ name }) => name)).size, groups.length);
  }
});

test("what contradicts itself comes first, then what blocks the verdict", () => {
  const groups = groupsOf(GUIDE, record({ values: { "drawing-status": "released" } }));
  assert.equal(groups[0]!.name, "Contradictions");
  assert.match(groups[1]!.name, /^Pilot lock: /);
});

test("questions are copied under their groups and numbered through", () => {
  const groups = [{ name: "A: one", ref: "", questions: ["First?", "Second\nline?"] }, { name: "B: *two*", ref: "", questions: ["<b>3?</b>"] }];
  const of = record({ values: { "part-number": "A_1 #2" } });
  assert.equal(questionsInText(of, groups), "Questions on A_1 #2\n\nA: one\n1. First?\n2. Second\n   line?\n\nB: *two*\n3. <b>3?</b>\n");
  assert.equal(
    questionsInMarkdown(of, groups),
    "# Questions on A_1 \\#2\n\n## A: one\n\n1. First?\n2. Second\\\n   line?\n\n## B: \\*two\\*\n\n3. &lt;b>3?&lt;/b>\n",
  );
});

test("two records of one part are compared from the one saved first, whichever was opened first", () => {
  const [b, c] = [example("rev-b"), example("rev-c")];
  const found = compared(GUIDE, c, b);
  assert.deepEqual(found, compared(GUIDE, b, c));
  assert.match(found!.from, /Rev B/);
  assert.ok(found!.changes.values.some((change) => change.field === "revision" && change.to === "C"));
  assert.equal(compared(GUIDE, b, record({ values: { "part-number": "OTHER" } })), undefined);
});

test("records are of one part by id or by part number, and blanks are no number", () => {
  assert.equal(isSamePart(record({ id: "a" }), record({ id: "b" })), false);
  assert.equal(isSamePart(record({ id: "a" }), record({ id: "a" })), true);
  assert.equal(isSamePart(record({ id: "a", values: { "part-number": "x1 " } }), record({ id: "b", values: { "part-number": "X1" } })), true);
});

test("without a build there is nothing to compare with", () => {
  assert.equal(sinceLastBuild(GUIDE, record()), undefined);
});

test("with a build the record is compared with the one made last", () => {
  const build = { name: "Rev B", stage: null, at: "2026-05-18T09:00:00Z", values: { revision: "B" }, answers: {} };
  const found = sinceLastBuild(GUIDE, record({ values: { revision: "C" }, builds: [build] }))!;
  assert.deepEqual([found.from, found.to], ["Rev B, kept 2026-05-18", "this record"]);
  assert.deepEqual(found.changes.values.map(({ from, to }) => [from, to]), [["B", "C"]]);
});

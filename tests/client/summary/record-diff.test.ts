import assert from "node:assert/strict";
import { test } from "node:test";
import { GuideIndex } from "../../../macros/client/record/guide-index.ts";
import { differences } from "../../../macros/client/summary/record-diff.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { GUIDE, example, record } from "../support.ts";

const AT = "2026-09-01T09:00:00Z";
const LOCKS = GUIDE.checklist("pilot-lock");

function from(before: Partial<RfqRecord>, after: Partial<RfqRecord>): string[] {
  return differences(record(before), record(after), GUIDE).map((each) => `${each.label}: ${each.from} > ${each.to}`);
}

test("records that say the same differ in nothing", () => {
  assert.deepEqual(differences(example("rev-c"), example("rev-c"), GUIDE), []);
  assert.deepEqual(from({ id: "a", updated: AT }, { id: "b", values: {}, guide: "2.0.0" }), []);
});

test("values are told in words, a blank as an empty text", () => {
  const status = GUIDE.field("drawing-status");
  const released = status.options!.find((option) => option.id === "released")!;
  assert.deepEqual(from({ values: { "drawing-status": "released" } }, { values: { revision: "C" } }), [
    `${GUIDE.field("revision").label}:  > C`,
    `${status.label}: ${released.label} > `,
  ]);
});

test("the name and the stage come first", () => {
  const stages = GUIDE.stages;
  assert.deepEqual(from({ stage: stages[0]!.id }, { stage: stages[2]!.id, name: "Lid" }), [
    "Name: Unnamed part > Lid",
    `Stage: ${stages[0]!.label} > ${stages[2]!.label}`,
  ]);
});

test("answers are told in the words of their list, with their notes", () => {
  const item = LOCKS.items[0]!;
  const ref = `pilot-lock/${item.id}`;
  assert.deepEqual(
    from({ answers: { [ref]: { status: "open", note: " waiting " } } }, { answers: { [ref]: { status: "done" } } }),
    [`${item.label}: ${LOCKS.words.open}: waiting > ${LOCKS.words.done}`],
  );
});

test("a level is told by the labels of its column and its stage; an unknown column keeps its id", () => {
  const column = GUIDE.levels.find(({ id }) => id === "drawing-maturity")!;
  assert.deepEqual(from({}, { levels: { "no-such-column": "pilot-run", "drawing-maturity": "pilot-run" } }), [
    `Level: ${column.label}:  > ${GUIDE.stageLabel("pilot-run")}`,
    `Level: no-such-column:  > ${GUIDE.stageLabel("pilot-run")}`,
  ]);
});

test("a value is told even where its key is the id of something else", () => {
  assert.deepEqual(from({}, { values: { "drawing-maturity": "x", "rfq/files": "y" } }), ["drawing-maturity:  > x", "rfq/files:  > y"]);
});

test("levels, builds and files are told", () => {
  const build = { stage: null, at: AT, values: {}, answers: {} };
  assert.deepEqual(
    from(
      { levels: { "next-step": "pilot-run" }, builds: [{ ...build, name: "A" }] },
      { builds: [{ ...build, name: "A" }, { ...build, name: "B" }], files: [{ name: "a.step" }] },
    ),
    ["Builds: A > A, B", "Files:  > a.step", `Level: next-step: ${GUIDE.stageLabel("pilot-run")} > `],
  );
});

test("what the guide does not know is told as it stands, keys of prototypes too", () => {
  const text = '{"__proto__": "x", "new-field": [{"id": "r", "a": 1}], "older": 2, "words": ["a", "b"]}';
  const values = JSON.parse(text) as RfqRecord["values"];
  assert.deepEqual(from({}, { values, answers: { "new-list/item": { status: "done" } } }), [
    "__proto__:  > x",
    "new-field:  > r 1",
    "older:  > 2",
    "words:  > a; b",
    "new-list/item:  > done",
  ]);
});

test("what a list of names would hide is told: other files under their names, other builds, a review", () => {
  const build = { name: "A", stage: null, at: AT, values: {}, answers: {} };
  const file = { name: "a.stp", role: "model", revision: "B", size: 10, sha256: "0123456789".repeat(6) + "abcd" };
  const review = { schema: "rfq-review/1", record: "r", part_number: "", revision: "", updated: AT, at: AT, questions: [{ text: "?" }, { text: "!", answered: true }] };
  assert.deepEqual(
    from({ builds: [build], files: [file] }, { builds: [{ ...build, values: { revision: "C" } }], files: [{ ...file, revision: "C", sha256: "f" + file.sha256.slice(1) }], review }),
    [
      "Build A: as it was kept > other details or answers",
      "Files: a.stp (model, Rev B, 10 bytes, SHA-256 01234567) > a.stp (model, Rev C, 10 bytes, SHA-256 f1234567)",
      "Review by the quoting desk:  > 2 questions of 2026-09-01, 1 answered",
    ],
  );
  const one = { ...review, questions: [{ text: "?" }] };
  assert.deepEqual(from({}, { review: one }), ["Review by the quoting desk:  > 1 question of 2026-09-01, 0 answered"]);
  assert.deepEqual(from({ builds: [build] }, { builds: [{ ...build, name: "Z" }] }), ["Builds: A > Z"]);
  const named = new GuideIndex({ ...GUIDE, people: { desk: "estimator", supplier: "shop" } });
  assert.equal(differences(record({}), record({ review }), named).find(({ to }) => to)?.label, "Review by the estimator");
});

test("a detail that is not applicable is told with its reason", () => {
  const temper = GUIDE.field("temper").label;
  assert.deepEqual(from({}, { na: { temper: "cast iron", gone: "no" } }), ["Not applicable: gone:  > no", `Not applicable: ${temper}:  > cast iron`]);
});

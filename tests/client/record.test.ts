import assert from "node:assert/strict";
import { test } from "node:test";
import { isBlank } from "../../macros/client/record.ts";
import type { RfqRecord } from "../../macros/client/types.ts";
import { verdictOn } from "../../macros/client/verdict.ts";
import { GUIDE, record, summaryOf } from "./support.ts";

const REF = "pilot-lock/alloy-and-temper";
const ENTERED: Partial<RfqRecord>[] = [
  { stage: "pilot-run" }, { values: { revision: "C" } }, { levels: { "drawing-maturity": "pilot-run" } }, { files: [{ name: "a.stp" }] },
  { answers: { [REF]: { status: "done" } } }, { answers: { [REF]: { status: "na" } } }, { answers: { [REF]: { status: "open", note: "soon" } } },
  { builds: [{ name: "A", stage: null, at: "2026-09-01T09:00:00Z", values: {}, answers: {} }] },
];

test("a record is blank until something is entered, and again when all of it is taken back", () => {
  for (const parts of [{}, { values: { finish: " ", changes: [] } }, { answers: { [REF]: { status: "open" as const, note: " " } } }]) {
    assert.ok(isBlank(record(parts)), JSON.stringify(parts));
  }
  for (const parts of ENTERED) assert.ok(!isBlank(record(parts)), JSON.stringify(parts));
});

test("a blank record has an outcome in words that blame nobody, with the same blockers and questions", () => {
  const { outcome, blockers, questions } = summaryOf(record());
  assert.deepEqual([outcome.id, outcome.label, outcome.next_page], ["prototype", GUIDE.guide.blank.label, "/pilot-lock/"]);
  assert.equal(blockers.length, 6);
  assert.ok(questions.length > 0);
  for (const parts of ENTERED) assert.equal(verdictOn(GUIDE, record(parts)).outcome, GUIDE.outcome("prototype"), JSON.stringify(parts));
});

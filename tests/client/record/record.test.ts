import assert from "node:assert/strict";
import { test } from "node:test";
import { type Change, changed, isBlank, isEmpty, newRecord } from "../../../macros/client/record/record.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { record, summaryOf } from "../support.ts";

const REF = "pilot-lock/alloy-and-temper";
const ENTERED: Partial<RfqRecord>[] = [
  { stage: "pilot-run" }, { values: { revision: "C" } }, { levels: { "drawing-maturity": "pilot-run" } }, { files: [{ name: "a.stp" }] },
  { answers: { [REF]: { status: "done" } } }, { answers: { [REF]: { status: "na" } } }, { answers: { [REF]: { status: "open", note: "soon" } } },
  { na: { masked: "nothing is coated" } },
  { builds: [{ name: "A", stage: null, at: "2026-09-01T09:00:00Z", values: {}, answers: {} }] },
];

test("a record is blank until something is entered, and again when all of it is taken back", () => {
  for (const parts of [{}, { values: { finish: " ", changes: [] } }, { answers: { [REF]: { status: "open" as const, note: " " } } }]) {
    assert.ok(isBlank(record(parts)), JSON.stringify(parts));
  }
  for (const parts of ENTERED) assert.ok(!isBlank(record(parts)), JSON.stringify(parts));
});

test("a blank record has an outcome in words that blame nobody, with the blockers and questions of an empty one", () => {
  const { outcome, blockers, questions } = summaryOf(record());
  assert.deepEqual([outcome.id, outcome.next.page], ["blank", "/assess/"]);
  assert.equal(blockers.length, 6);
  assert.ok(questions.length > 0);
  for (const parts of ENTERED) assert.notEqual(summaryOf(record(parts)).outcome.id, "blank", JSON.stringify(parts));
});

const [BEGUN, LATER] = ["2026-09-01T09:00:00Z", "2026-09-02T09:00:00Z"];
const NEW = newRecord("1.0.0", BEGUN, "part");

function after(...changes: Change[]): RfqRecord {
  return changes.reduce((record, change) => changed(record, change, LATER), NEW);
}

test("a new record says where it comes from and nothing else", () => {
  assert.deepEqual(NEW, {
    schema: "rfq-record/1", id: "part", guide: "1.0.0", created: BEGUN, updated: BEGUN, stage: null,
    values: {}, answers: {}, levels: {}, builds: [], files: [],
  });
});

test("a change is made in its place, and the record before it stays as it was", () => {
  assert.deepEqual(after({ what: "value", field: "revision", value: "C" }), { ...NEW, updated: LATER, values: { revision: "C" } });
  assert.deepEqual(after({ what: "stage", stage: "pilot-run" }), { ...NEW, updated: LATER, stage: "pilot-run" });
  assert.deepEqual(after({ what: "level", column: "drawing-maturity", stage: "pilot-run" }).levels, { "drawing-maturity": "pilot-run" });
  assert.deepEqual(NEW.values, {});
});

test("an answer keeps what a change does not name", () => {
  const one = after(
    { what: "answer", item: "rfq/prototype-history", answer: { note: "first build" } },
    { what: "answer", item: "rfq/prototype-history", answer: { status: "na" } },
  );
  assert.deepEqual(one.answers, { "rfq/prototype-history": { status: "na", note: "first build", at: LATER } });
});

test("what is cleared leaves nothing behind", () => {
  assert.deepEqual(after({ what: "value", field: "revision", value: "C" }, { what: "value", field: "revision", value: " " }).values, {});
  assert.deepEqual(after({ what: "level", column: "x", stage: "pilot-run" }, { what: "level", column: "x", stage: null }).levels, {});
});

test("names of prototypes are names like any other", () => {
  const { answers } = after({ what: "answer", item: "__proto__", answer: { status: "done" } });
  assert.deepEqual(Object.keys(answers), ["__proto__"]);
});

test("blanks, empty lists and rows with nothing but an id are empty; a number never is", () => {
  for (const nothing of [null, undefined, "", " ", [], [""], [{ id: "row-1" }], [{ id: "row-1", quantity: "" }]]) assert.ok(isEmpty(nothing));
  for (const something of [0, "0", ["lot"], [{ id: "row-1", quantity: 0 }]]) assert.ok(!isEmpty(something));
});

test("a reason why a field is not applicable is kept, a blank one too, and taken back with the mark", () => {
  const said = after({ what: "na", field: "masked", reason: "" });
  assert.deepEqual(said.na, { masked: "" });
  assert.deepEqual(changed(said, { what: "na", field: "masked", reason: null }, LATER).na, {});
});

test("a worked record that is changed is the reader's own, and no longer of the day of its story", () => {
  assert.equal(changed({ ...NEW, as_of: "2026-09-08" }, { what: "stage", stage: "pilot-run" }, LATER).as_of, undefined);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { migrate } from "../../../macros/client/record/migrate.ts";
import { unconfirmed } from "../../../macros/client/record/unconfirmed.ts";
import { readRecord } from "../../../macros/client/import/parse-record.ts";
import { GUIDE, SCHEMA, record } from "../support.ts";

const MOVES = { moved_items: { "rfq/fax": "rfq/files" }, moved_fields: { fax: "contact" }, moved_options: {}, fields: [] };

test("a moved item keeps its answer, and a moved field its value", () => {
  const old = record({ answers: { "rfq/fax": { status: "done", note: "sent" } }, values: { fax: "0123" } });
  const now = migrate(old, MOVES);
  assert.deepEqual(now.answers, { "rfq/files": { status: "done", note: "sent" } });
  assert.deepEqual(now.values, { contact: "0123" });
  assert.deepEqual(Object.keys(old.answers), ["rfq/fax"]);
});

test("an answer given under the new id is not overwritten, and the old one is not lost", () => {
  const both = record({ answers: { "rfq/fax": { status: "open" }, "rfq/files": { status: "done" } } });
  assert.equal(migrate(both, MOVES), both);
});

test("builds move along, and two old ids with one new id lose nothing", () => {
  const build = { name: "Rev A", stage: null, at: "2026-03-09T09:00:00Z", values: { fax: "1" }, answers: {} };
  assert.deepEqual(migrate(record({ builds: [build] }), MOVES).builds[0]!.values, { contact: "1" });
  const both = migrate(record({ values: { a: "1", b: "2" } }), { moved_items: {}, moved_fields: { a: "c", b: "c" }, moved_options: {}, fields: [] });
  assert.deepEqual(both.values, { c: "1", b: "2" });
});

test("a record in which nothing moved is the same record", () => {
  const plain = record({ values: { contact: "0123" } });
  assert.equal(migrate(plain, MOVES), plain);
});

test("a field that a link filled is still to be checked under its new id", () => {
  const filled = record({ values: { fax: "0123", revision: "C" }, unconfirmed: ["fax", "revision"] });
  assert.deepEqual(unconfirmed(GUIDE, migrate(filled, MOVES)), ["contact", "revision"]);
});

test("a mark stays with a value that could not move, and a list that another program wrote does no harm", () => {
  const both = record({ values: { fax: "1", contact: "2" }, unconfirmed: ["fax"] });
  assert.deepEqual(migrate(both, MOVES)["unconfirmed"], ["fax"]);
  for (const list of [5, [5, null, {}], "fax"]) {
    assert.deepEqual(migrate(record({ values: { fax: "1" }, unconfirmed: list as string[] }), MOVES)["unconfirmed"], list);
  }
});

test("an option that moved is chosen under its new id, in builds too, and never twice", () => {
  const moves = { ...MOVES, moved_options: { "contact/fax": "contact/e-mail", "contact/telex": "contact/e-mail" } };
  const build = { name: "Rev A", stage: null, at: record().created, values: { contact: "fax" }, answers: {} };
  const now = migrate(record({ values: { fax: ["telex", "phone", "fax"] }, builds: [build] }), moves);
  assert.deepEqual([now.values, now.builds[0]!.values], [{ contact: ["e-mail", "phone"] }, { contact: "e-mail" }]);
  const plain = record({ values: { contact: "phone" } });
  assert.equal(migrate(plain, moves), plain);
});

test("an option that became another field's goes there, unless that says something already", () => {
  const moves = { ...MOVES, moved_options: { "status/cui": "cui/yes" } };
  assert.deepEqual(migrate(record({ values: { status: "cui" } }), moves).values, { cui: "yes" });
  assert.deepEqual(migrate(record({ values: { status: "cui", cui: "no" } }), moves).values, { status: "cui", cui: "no" });
});

test("one choice in a field that takes many today reads as a list of one", () => {
  const moves = { ...MOVES, fields: [{ id: "trace", label: "Trace", kind: "many", need: "required", ask: "Which?" } as const] };
  assert.deepEqual(migrate(record({ values: { trace: "heat" } }), moves).values, { trace: ["heat"] });
  const list = record({ values: { trace: ["heat"] } });
  assert.equal(migrate(list, moves), list);
});

test("a text in a field that takes many today stays a text: a list holds options alone", async () => {
  const many = GUIDE.fields.find(({ kind }) => kind === "many")!.id;
  for (const text of ["Whatever was agreed by phone", "x".repeat(300)]) {
    const now = migrate(record({ values: { [many]: text } }), { ...MOVES, fields: GUIDE.fields });
    assert.deepEqual(await readRecord(JSON.stringify(now), SCHEMA), { record: now });
    assert.match(JSON.stringify(now.values), new RegExp(text));
  }
});

test("why a field is not applicable goes where the field goes, in builds too", () => {
  const moves = { ...MOVES, moved_fields: { fax: "contact" } };
  const build = { name: "Rev A", stage: null, at: record().created, values: {}, answers: {}, na: { fax: "no fax" } };
  const now = migrate(record({ na: { fax: "no fax" }, builds: [build] }), moves);
  assert.deepEqual([now.na, now.builds[0]!.na], [{ contact: "no fax" }, { contact: "no fax" }]);
});

test("a mark goes with an option that became another field's", () => {
  const moves = { ...MOVES, moved_fields: { fax: "contact" }, moved_options: { "contact/telex": "revision/C" } };
  for (const field of ["contact", "fax"]) {
    const now = migrate(record({ values: { [field]: "telex" }, unconfirmed: [field] }), moves);
    assert.deepEqual([now.values, unconfirmed(GUIDE, now)], [{ revision: "C" }, ["revision"]]);
  }
});

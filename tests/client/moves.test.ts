import assert from "node:assert/strict";
import { test } from "node:test";
import { followMoves } from "../../macros/client/moves.ts";
import { unconfirmed } from "../../macros/client/prefill.ts";
import { record } from "./support.ts";

const MOVES = { moved_items: { "rfq/fax": "rfq/files" }, moved_fields: { fax: "contact" } };

test("a moved item keeps its answer, and a moved field its value", () => {
  const old = record({ answers: { "rfq/fax": { status: "done", note: "sent" } }, values: { fax: "0123" } });
  const now = followMoves(old, MOVES);
  assert.deepEqual(now.answers, { "rfq/files": { status: "done", note: "sent" } });
  assert.deepEqual(now.values, { contact: "0123" });
  assert.deepEqual(Object.keys(old.answers), ["rfq/fax"]);
});

test("an answer given under the new id is not overwritten, and the old one is not lost", () => {
  const both = record({ answers: { "rfq/fax": { status: "open" }, "rfq/files": { status: "done" } } });
  assert.equal(followMoves(both, MOVES), both);
});

test("builds move along, and two old ids with one new id lose nothing", () => {
  const build = { name: "Rev A", stage: null, at: "2026-03-09T09:00:00Z", values: { fax: "1" }, answers: {} };
  assert.deepEqual(followMoves(record({ builds: [build] }), MOVES).builds[0]!.values, { contact: "1" });
  const both = followMoves(record({ values: { a: "1", b: "2" } }), { moved_items: {}, moved_fields: { a: "c", b: "c" } });
  assert.deepEqual(both.values, { c: "1", b: "2" });
});

test("a record in which nothing moved is the same record", () => {
  const plain = record({ values: { contact: "0123" } });
  assert.equal(followMoves(plain, MOVES), plain);
});

test("a field that a link filled is still to be checked under its new id", () => {
  const filled = record({ values: { fax: "0123", revision: "C" }, unconfirmed: ["fax", "revision"] });
  assert.deepEqual(unconfirmed(followMoves(filled, MOVES)), ["contact", "revision"]);
});

test("a mark stays with a value that could not move, and a list that another program wrote does no harm", () => {
  const both = record({ values: { fax: "1", contact: "2" }, unconfirmed: ["fax"] });
  assert.deepEqual(followMoves(both, MOVES)["unconfirmed"], ["fax"]);
  for (const list of [5, [5, null, {}], "fax"]) {
    assert.deepEqual(followMoves(record({ values: { fax: "1" }, unconfirmed: list }), MOVES)["unconfirmed"], list);
  }
});

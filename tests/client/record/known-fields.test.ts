import assert from "node:assert/strict";
import { test } from "node:test";
import { KnownFields } from "../../../macros/client/record/known-fields.ts";
import { GUIDE, GUIDE_DATA, record } from "../support.ts";

const RENAMED = new KnownFields({
  meanings: { ...GUIDE_DATA.meanings, "part-number": "item-number" }, moved_fields: { "part-number": "item-number", "part-id": "item-number" },
});

test("a field is found by what it means, whatever it is called", () => {
  assert.equal(RENAMED.textOf(record({ values: { "item-number": " A-1 ", "part-number": "old" } }), "part-number"), "A-1");
});

test("a value under an id that moved counts as long as there is none under today's", () => {
  for (const id of ["part-number", "part-id"]) assert.equal(RENAMED.textOf(record({ values: { [id]: "A-1" } }), "part-number"), "A-1");
});

test("what is requested is the record's stage", () => {
  assert.equal(GUIDE.known.valueOf(record({ stage: "pilot-run" }), "request"), "pilot-run");
  assert.equal(GUIDE.known.valueOf(record({ stage: "" }), "request"), undefined);
});

test("only text and numbers are text", () => {
  const texts = [7, ["A"], [{ id: "1", a: "A" }]].map((value) => GUIDE.known.textOf(record({ values: { revision: value } }), "revision"));
  assert.deepEqual(texts, ["7", "", ""]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { isNewer, isRecord } from "../../../macros/client/record/shape.ts";
import { example, record } from "../support.ts";

test("worked records, blank ones and ones with unknown keys are records", () => {
  for (const each of [example("rev-b"), example("rev-c"), record(), record({ stage: "", more: new Date(0) })]) {
    assert.ok(isRecord(each));
    assert.ok(!isNewer(each));
  }
});

test("only a higher number of the same schema is newer", () => {
  for (const schema of ["rfq-record/2", "rfq-record/10", "rfq-record/2-draft"]) {
    assert.ok(isNewer({ schema, id: "a" }), schema);
  }
  for (const schema of ["rfq-record/1", "rfq-record/0", "rfq-record/", "openacr/2", 2, null]) {
    assert.ok(!isNewer({ schema, id: "a" }), String(schema));
  }
  assert.ok(!isNewer({ schema: "rfq-record/2" }));
});

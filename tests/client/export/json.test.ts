import assert from "node:assert/strict";
import { test } from "node:test";
import { toJson } from "../../../macros/client/export/json.ts";
import { example } from "../support.ts";

test("a record survives the way out and back, with what nobody knows in it", () => {
  const record = { ...example("rev-c"), later: { a: [1, "\uD800", "__proto__"] } };
  assert.deepEqual(JSON.parse(toJson(record)), record);
});

test("a key that names a prototype is a key like any other", () => {
  const record = JSON.parse('{"values": {"__proto__": "x"}}');
  assert.ok(toJson(record).includes('"__proto__": "x"'));
});

test("the file is indented and ends with a line end", () => {
  assert.ok(toJson(example("rev-b")).startsWith('{\n  "schema": "rfq-record/1",\n'));
  assert.ok(toJson(example("rev-b")).endsWith("]\n}\n"));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { inJson } from "../../../macros/client/store/unreadable.ts";

test("anything becomes text", () => {
  const itself: Record<string, unknown> = {};
  itself["itself"] = itself;
  assert.equal(inJson({ a: [1] }), '{\n  "a": [\n    1\n  ]\n}');
  assert.equal(inJson(itself), "[object Object]");
  assert.equal(inJson(5n), "5");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { cellOf } from "../../../macros/client/export/labeled-values.ts";

test("a cell that a row does not have is empty, even where every object has a property of that name", () => {
  assert.equal(cellOf({ id: "1" }, { id: "constructor", label: "C", kind: "text", unit: null }), "");
  assert.equal(cellOf({ id: "1", limits: " a\tb " }, { id: "limits", label: "Limits", kind: "text", unit: null }), "a b");
  assert.equal(cellOf({ id: "1", balloon: 0 }, { id: "balloon", label: "Balloon", kind: "integer", unit: null }), 0);
});

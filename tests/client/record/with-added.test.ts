import assert from "node:assert/strict";
import { test } from "node:test";
import { withAdded } from "../../../macros/client/record/with-added.ts";
import { GUIDE, example, record } from "../support.ts";

const AT = "2026-09-02T09:00:00Z";
const ROW = { id: "row-1", feature: "Bore 22" };

test("a row comes after those that are there", () => {
  const before = example("rev-c");
  const rows = withAdded(GUIDE, before, "critical-dims", ROW, AT).values["critical-dims"] as object[];
  assert.deepEqual(rows, [...before.values["critical-dims"] as object[], ROW]);
});

test("a text stands alone where there was none, and after the one there", () => {
  const first = withAdded(GUIDE, record({ values: { sampling: " " } }), "sampling", "13 of 50, c=0", AT);
  assert.equal(first.values["sampling"], "13 of 50, c=0");
  assert.equal(first.updated, AT);
  assert.equal(withAdded(GUIDE, first, "sampling", "5 of 20, c=0", AT).values["sampling"], "13 of 50, c=0; 5 of 20, c=0");
});

test("what was not applicable is no longer, once something is added", () => {
  const next = withAdded(GUIDE, record({ na: { "critical-dims": "none" } }), "critical-dims", ROW, AT);
  assert.deepEqual(next.na, {});
  assert.deepEqual(next.values["critical-dims"], [ROW]);
});

test("what is made again, to a record that has it by now, adds nothing", () => {
  for (const [field, added] of [["critical-dims", ROW], ["sampling", "13 of 50, c=0"]] as const) {
    for (const before of [record(), record({ values: { "critical-dims": [{ id: "row-0" }], sampling: "5 of 20, c=0" } })]) {
      const once = withAdded(GUIDE, before, field, added, AT);
      assert.deepEqual(withAdded(GUIDE, once, field, added, AT), once);
    }
  }
});

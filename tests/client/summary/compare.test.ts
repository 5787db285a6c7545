import assert from "node:assert/strict";
import { test } from "node:test";
import { changesSinceLastBuild, compareRecords } from "../../../macros/client/summary/compare.ts";
import { GUIDE, example, record } from "../support.ts";

test("two records of one part are compared from the one saved first, whichever was opened first", () => {
  const [b, c] = [example("rev-b"), example("rev-c")];
  const found = compareRecords(GUIDE, c, b);
  assert.deepEqual(found, compareRecords(GUIDE, b, c));
  assert.match(found!.from, /Rev B/);
  assert.ok(found!.changes.values.some((change) => change.field === "revision" && change.to === "C"));
  assert.equal(compareRecords(GUIDE, b, record({ values: { "part-number": "OTHER" } })), undefined);
});

test("without a build there is nothing to compare with", () => {
  assert.equal(changesSinceLastBuild(GUIDE, record()), undefined);
});

test("with a build the record is compared with the one made last", () => {
  const build = { name: "Rev B", stage: null, at: "2026-05-18T09:00:00Z", values: { revision: "B" }, answers: {} };
  const found = changesSinceLastBuild(GUIDE, record({ values: { revision: "C" }, builds: [build] }))!;
  assert.deepEqual([found.from, found.to], ["Rev B, kept 2026-05-18", "this record"]);
  assert.deepEqual(found.changes.values.map(({ from, to }) => [from, to]), [["B", "C"]]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { type State, changesBetween, isUnchanged } from "../../../macros/client/summary/changes.ts";
import { GOLDEN_GUIDE, GUIDE, cases, example, record } from "../support.ts";

/** Two states, and what is told of them. */
interface Told { name: string; before: State; after: State; regressions: string[]; settled: string[]; values: string[][]; given: string[] }

const C = example("rev-c");
const [A, B] = [C.builds[0]!, C.builds[1]!];

test("a state compared with itself gives no change", () => {
  for (const state of [A, B, C, record()]) assert.ok(isUnchanged(changesBetween(GUIDE, state, state)));
});

test("comparing the other way round gives the opposite", () => {
  const there = changesBetween(GUIDE, B, C);
  const back = changesBetween(GUIDE, C, B);
  const told = (changes: typeof there): string[] => changes.values.filter(({ from, to }) => from && to).map(({ from, to }) => `${from} > ${to}`).sort();
  assert.ok(told(there).length > 0);
  assert.deepEqual(told(back), there.values.filter(({ from, to }) => from && to).map(({ from, to }) => `${to} > ${from}`).sort());
  assert.deepEqual(back.regressions, there.settled);
  assert.deepEqual(back.settled, there.regressions);
});

test("the bracket's hole position went from 0.1 to 0.2 between Rev B and Rev C", () => {
  const change = changesBetween(GUIDE, B, C).values.find(({ label }) => label === "Critical dimension list: CD-3, Limits");
  assert.deepEqual([change?.from, change?.to], ["0.1", "0.2"]);
});

for (const { name, before, after, regressions, settled, values, given } of cases<Told>("changes")) {
  test(`changes are told as the pages tell them: ${name}`, () => {
    const changes = changesBetween(GOLDEN_GUIDE, before, after);
    assert.deepEqual(changes.regressions.map(({ ref }) => ref), regressions);
    assert.deepEqual(changes.settled.map(({ ref }) => ref), settled);
    assert.deepEqual(changes.values.map(({ label, from, to }) => [label, from, to]), values);
    assert.deepEqual(changes.given.map(({ label }) => label), given);
  });
}

test("an item that was locked and is open again is a regression", () => {
  const answers = { ...C.answers, "pilot-lock/alloy-and-temper": { status: "open" as const } };
  assert.deepEqual(changesBetween(GUIDE, C, { ...C, answers }).regressions.map((turn) => turn.ref), ["pilot-lock/alloy-and-temper"]);
});

test("a row that moved to another place has not changed", () => {
  const rows = C.values["critical-dims"] as { id: string }[];
  const values = { ...C.values, "critical-dims": rows.toReversed() };
  assert.ok(isUnchanged(changesBetween(GUIDE, C, { ...C, values })));
});

test("what was blank before is given for the first time, and is no change of anything", () => {
  const changes = changesBetween(GUIDE, record({ values: { finish: "bare" } }), record({ values: { finish: "black", "need-date": "2026-10-30" } }));
  assert.deepEqual(changes.values.map(({ field, from, to }) => [field, from, to]), [["finish", "bare", "black"]]);
  assert.deepEqual(changes.given.map(({ field }) => field), ["need-date"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { lastBuild, nameForBuild, withBuild, withBuildBack, withoutBuild } from "../../../macros/client/record/builds.ts";
import { type State, changesBetween, isUnchanged } from "../../../macros/client/summary/changes.ts";
import { levelResult } from "../../../macros/client/summary/levels.ts";
import { GOLDEN_GUIDE, GUIDE, cases, example, record } from "../support.ts";

/** Two states, and what is told of them. */
interface Told { name: string; before: State; after: State; regressions: string[]; settled: string[]; values: string[][]; given: string[] }

const C = example("rev-c");
const [A, B] = [C.builds[0]!, C.builds[1]!];
const STAGES = GUIDE.stages.map((stage) => stage.id);
const COLUMNS = GUIDE.levels.filter(({ decides }) => decides !== "never").map((column) => column.id);

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

test("a build keeps what was said, whatever is said later", () => {
  const then = structuredClone(C);
  const kept = withBuild(structuredClone(C), "Rev C", "2026-10-30T09:00:00Z");
  (kept.values["masked"] as { feature?: string }[])[0]!.feature = "another";
  assert.deepEqual(lastBuild(kept)!.values, then.values);
  assert.equal(lastBuild(kept)!.name, "Rev C");
});

test("a build that was removed comes back in its place", () => {
  const without = withoutBuild(C, A.at, "2026-11-01T09:00:00Z");
  assert.deepEqual(without.builds, [B]);
  assert.deepEqual(withBuildBack(without, A, "2026-11-01T09:00:01Z").builds, [A, B]);
});

test("a second build of a revision gets a name of its own", () => {
  assert.equal(nameForBuild(GUIDE, C), "Rev C");
  assert.equal(nameForBuild(GUIDE, withBuild(C, "Rev C", "2026-10-30T09:00:00Z")), "Rev C (2)");
  assert.equal(nameForBuild(GUIDE, record()), "Build 1");
});

test("the earliest level is the stage, and its columns hold the part back with the next level as the step", () => {
  const levels = { ...Object.fromEntries(COLUMNS.map((column) => [column, "pilot-run"])), "inspection-depth": "proof-prototype" };
  const result = levelResult(GUIDE, levels);
  assert.equal(result.stage, "proof-prototype");
  assert.deepEqual(result.limiting.map(({ column }) => column.id), ["inspection-depth"]);
  assert.equal(result.limiting[0]!.step, GUIDE.levels.find(({ id }) => id === "inspection-depth")!.levels[1]);
});

test("picking a later level in any column never lowers the stage", () => {
  const all = (places: number[]): Record<string, string> => Object.fromEntries(COLUMNS.map((column, at) => [column, STAGES[places[at]!]!]));
  for (let code = 0; code < 64; code++) {
    const places = [code & 3, (code >> 2) & 3, code >> 4];
    const before = STAGES.indexOf(levelResult(GUIDE, all(places)).stage!);
    assert.equal(before, Math.min(...places));
    places.forEach((place, at) => {
      for (let later = place + 1; later < 4; later++) {
        const after = STAGES.indexOf(levelResult(GUIDE, all(places.with(at, later))).stage!);
        assert.ok(after >= before);
      }
    });
  }
});

test("with nothing picked there is no stage, and with one picked the others are open", () => {
  assert.equal(levelResult(GUIDE, {}).stage, null);
  const result = levelResult(GUIDE, { "drawing-maturity": "pilot-run" });
  assert.deepEqual([result.stage, result.picked, result.unpicked.length], ["pilot-run", 1, 2]);
  assert.equal(levelResult(GUIDE, { "drawing-maturity": "no-such-stage", __proto__x: "pilot-run" }).stage, null);
});

test("quantity informs and never decides, and says what it means only where it is behind", () => {
  const levels = Object.fromEntries(COLUMNS.map((column) => [column, "repeat-production"]));
  const few = levelResult(GUIDE, { ...levels, "typical-quantity": "proof-prototype" });
  assert.deepEqual([few.stage, few.unpicked, few.informs.length], ["repeat-production", [], 1]);
  assert.deepEqual(levelResult(GUIDE, { ...levels, "typical-quantity": "repeat-production" }).informs, []);
  assert.equal(levelResult(GUIDE, { "typical-quantity": "pilot-run" }).stage, null);
});

test("what was blank before is given for the first time, and is no change of anything", () => {
  const changes = changesBetween(GUIDE, record({ values: { finish: "bare" } }), record({ values: { finish: "black", "need-date": "2026-10-30" } }));
  assert.deepEqual(changes.values.map(({ field, from, to }) => [field, from, to]), [["finish", "bare", "black"]]);
  assert.deepEqual(changes.given.map(({ field }) => field), ["need-date"]);
});

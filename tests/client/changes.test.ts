import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lastBuild, nameForBuild, withBuild, withBuildBack, withoutBuild } from "../../macros/client/builds.ts";
import { changesBetween, isUnchanged } from "../../macros/client/changes.ts";
import { readLevels } from "../../macros/client/levels.ts";
import { GUIDE, example, record } from "./support.ts";

const C = example("rev-c");
const [A, B] = [C.builds[0]!, C.builds[1]!];
const STAGES = GUIDE.guide.stages.map((stage) => stage.id);
const COLUMNS = GUIDE.guide.levels.map((column) => column.id);

test("a state compared with itself gives no change", () => {
  for (const state of [A, B, C, record()]) assert.ok(isUnchanged(changesBetween(GUIDE, state, state)));
});

test("comparing the other way round gives the opposite", () => {
  const there = changesBetween(GUIDE, B, C);
  const back = changesBetween(GUIDE, C, B);
  const told = (changes: typeof there): string[] => changes.values.map(({ from, to }) => `${from} > ${to}`).sort();
  assert.deepEqual(told(back), there.values.map(({ from, to }) => `${to} > ${from}`).sort());
  assert.deepEqual(back.regressions, there.settled);
  assert.deepEqual(back.settled, there.regressions);
});

test("the bracket's hole position went from 0.1 to 0.2 between Rev B and Rev C", () => {
  const change = changesBetween(GUIDE, B, C).values.find(({ label }) => label === "Critical dimension list: CD-3, Limits");
  assert.deepEqual([change?.from, change?.to], ["0.1", "0.2"]);
});

test("the pages and the client tell the same changes of the worked example", () => {
  const file = new URL("../../.cache/example-changes.json", import.meta.url);
  const states = [A, B, C];
  const told: [number, number, string[], string[], string[][]][] = JSON.parse(readFileSync(file, "utf8"));
  assert.equal(told.length, 6);
  for (const [at, to, regressions, settled, values] of told) {
    const changes = changesBetween(GUIDE, states[at]!, states[to]!);
    assert.deepEqual(changes.regressions.map(({ ref }) => ref), regressions);
    assert.deepEqual(changes.settled.map(({ ref }) => ref), settled);
    assert.deepEqual(changes.values.map(({ label, from, to: now }) => [label, from, now]), values);
  }
});

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
  assert.equal(nameForBuild(C), "Rev C");
  assert.equal(nameForBuild(withBuild(C, "Rev C", "2026-10-30T09:00:00Z")), "Rev C (2)");
  assert.equal(nameForBuild(record()), "Build 1");
});

test("the earliest level is the stage, and its columns hold the part back with the next level as the step", () => {
  const levels = { ...Object.fromEntries(COLUMNS.map((column) => [column, "pilot-run"])), "inspection-depth": "proof-prototype" };
  const reading = readLevels(GUIDE, levels);
  assert.equal(reading.stage, "proof-prototype");
  assert.deepEqual(reading.holding.map(({ column }) => column.id), ["inspection-depth"]);
  assert.equal(reading.holding[0]!.step, GUIDE.guide.levels.find(({ id }) => id === "inspection-depth")!.cells[1]);
});

test("picking a later level in any column never lowers the stage", () => {
  const all = (places: number[]): Record<string, string> => Object.fromEntries(COLUMNS.map((column, at) => [column, STAGES[places[at]!]!]));
  for (let code = 0; code < 256; code++) {
    const places = [code & 3, (code >> 2) & 3, (code >> 4) & 3, code >> 6];
    const before = STAGES.indexOf(readLevels(GUIDE, all(places)).stage!);
    assert.equal(before, Math.min(...places));
    places.forEach((place, at) => {
      for (let later = place + 1; later < 4; later++) {
        const after = STAGES.indexOf(readLevels(GUIDE, all(places.with(at, later))).stage!);
        assert.ok(after >= before);
      }
    });
  }
});

test("with nothing picked there is no stage, and with one picked the others are open", () => {
  assert.equal(readLevels(GUIDE, {}).stage, null);
  const reading = readLevels(GUIDE, { "drawing-maturity": "pilot-run" });
  assert.deepEqual([reading.stage, reading.picked, reading.open.length], ["pilot-run", 1, 3]);
  assert.equal(readLevels(GUIDE, { "drawing-maturity": "no-such-stage", __proto__x: "pilot-run" }).stage, null);
});

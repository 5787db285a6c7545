import assert from "node:assert/strict";
import { test } from "node:test";
import { levelResult } from "../../../macros/client/summary/levels.ts";
import { GUIDE } from "../support.ts";

const STAGES = GUIDE.stages.map((stage) => stage.id);
const COLUMNS = GUIDE.levels.filter(({ decides }) => decides !== "never").map((column) => column.id);

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

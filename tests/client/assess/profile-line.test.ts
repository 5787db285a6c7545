import assert from "node:assert/strict";
import { test } from "node:test";

import { type Pick, profilePath } from "../../../macros/components/assess/profile-line.ts";

/** A pick in a matrix of cells that are 100 wide and 50 high. */
function pick(column: number, row: number): Pick {
  return { x: column * 100 + 15, y: row * 50 + 15, radius: 5, left: column * 100, top: row * 50, bottom: row * 50 + 50 };
}

test("nothing and one pick alone have no line", () => {
  assert.equal(profilePath([]), "");
  assert.equal(profilePath([pick(0, 2)]), "");
});

test("the line goes along the rule between two rows and down beside the next column", () => {
  assert.equal(profilePath([pick(0, 0), pick(1, 2)]), "M15 20V50H100V115H110");
});

test("to an earlier row it leaves upward, and along the row it stays on the rule above", () => {
  assert.equal(profilePath([pick(0, 2), pick(1, 1)]), "M15 110V100H100V65H110");
  assert.equal(profilePath([pick(0, 1), pick(1, 1)]), "M15 60V50H100V65H110");
});

test("a column without a pick is passed along the rule", () => {
  assert.equal(profilePath([pick(0, 0), pick(2, 1)]), "M15 20V50H200V65H210");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf } from "../../../macros/client/text/dates.ts";
import { plainNumber, wholeNumber } from "../../../macros/client/text/numbers.ts";

test("a whole number may have thousands parted and pieces behind it, and nothing else", () => {
  assert.deepEqual(["1,500", " 1 500 ", "50", "80 pcs", "1,500pcs.", "1 pc"].map(wholeNumber), [1500, 1500, 50, 80, 1500, 1]);
  assert.deepEqual(["1,5", "0", "-5", "5.0", "1e3", "", "pcs", "5 mm", "0 pcs"].map(wholeNumber), Array(9).fill(null));
});

test("a plain number may have a sign and decimals, and nothing else", () => {
  assert.deepEqual(["-5.2", "+0.02", "7", "5.", ".5", "1e3", "5 mm", ""].map(plainNumber), [-5.2, 0.02, 7, null, null, null, null, null]);
});

test("a day is one that the calendar has", () => {
  assert.equal(dayOf("2028-02-29")?.toISOString(), "2028-02-29T00:00:00.000Z");
  for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "2026-10-30T00:00", "soon", ""]) assert.equal(dayOf(text), null, text);
});

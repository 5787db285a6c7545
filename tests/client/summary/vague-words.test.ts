import assert from "node:assert/strict";
import { test } from "node:test";
import { vagueTextsIn } from "../../../macros/client/summary/vague-words.ts";
import type { Value } from "../../../macros/client/record/types.ts";
import { GUIDE } from "../support.ts";

function vague(field: string, value: Value): [string, string, number][] {
  return vagueTextsIn(GUIDE.vague, GUIDE.field(field), value).map(({ text, group, rows }) => [text, group, rows]);
}

for (const text of [
  "ISO 2768-mK standard", "ASTM A967 Nitric 2, as required by drawing note 3", "MIL-PRF-8625 Type II Class 2 black", "per standard TVR-PS-02 rev A",
  "normal to datum A within 0.05", "none", "all of rev C, as released by ECO-0317", "standard packing instruction PI-104", "commercially pure titanium, grade 2",
  "15 pcs (~2 kg) per carton", "heat treated to H900", "tbdx", "equivalent stress",
]) {
  test(`“${text}” is exact`, () => {
    for (const field of ["finish", "packing", "spec"]) assert.deepEqual(vague(field, text), []);
  });
}

for (const [text, group] of [["TBD", "undecided"], ["6061 or similar", "loose"], ["?", "undecided"], ["as usual.", "loose"], ["Standard", "loose"], ["FAI if needed", "loose"], ["to be decided", "undecided"]] as const) {
  test(`“${text}” is ${group}`, () => assert.deepEqual(vague("spec", text), [[text, group, 1]]));
}

test("words count only in their fields, and not at all where a field may say what it likes", () => {
  assert.deepEqual(vague("alloy", "steel"), [["steel", "loose", 1]]);
  assert.deepEqual(vague("finish", "steel"), []);
  assert.deepEqual(vague("frozen", "TBD"), []);
  assert.deepEqual(vague("part-number", "as before"), [["as before", "loose", 1]]);
});

test("a text in several rows counts once, with its rows; numbers and choices are no words", () => {
  const rows = [{ id: "a", limits: "TBD" }, { id: "b", limits: "TBD" }, { id: "c", balloon: 5, state: "uncoated", limits: "±0.1, about" }];
  assert.deepEqual(vague("critical-dims", rows), [["TBD", "undecided", 2]]);
  assert.deepEqual(vague("pilot-qty", 5), []);
});

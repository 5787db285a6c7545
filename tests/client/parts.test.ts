import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, toldApart } from "../../macros/client/parts.ts";
import { record } from "./support.ts";

test("a part is named by its number and revision", () => {
  assert.equal(nameOf(record({ values: { "part-number": " A-1 ", revision: "C" } })), "A-1 Rev C");
  assert.equal(nameOf(record({ values: { "part-number": 1042 } })), "1042");
});

test("a name that the reader gave goes first", () => {
  assert.equal(nameOf(record({ name: "Lid", values: { "part-number": "A-1" } })), "Lid");
});

test("a part without number is unnamed, whatever else it says", () => {
  for (const parts of [{}, { values: { revision: "C" } }, { name: "" }, { name: 7 }]) {
    assert.equal(nameOf(record(parts)), "Unnamed part");
  }
});

test("parts of one name are numbered from the second on, past a number that is taken", () => {
  const named = ["Lid", "Lid", "Lid (2)", "", "Lid", ""].map((name, place) => record({ id: `${place}`, name }));
  assert.deepEqual(toldApart(named).map(({ name }) => name), ["Lid", "Lid (2)", "Lid (2) (2)", "Unnamed part", "Lid (3)", "Unnamed part (2)"]);
});

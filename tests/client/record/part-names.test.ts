import assert from "node:assert/strict";
import { test } from "node:test";
import { isSamePart, nameOf, uniqueNames } from "../../../macros/client/record/part-names.ts";
import { GUIDE, record } from "../support.ts";

test("a part is named by its number and revision", () => {
  assert.equal(nameOf(GUIDE, record({ values: { "part-number": " A-1 ", revision: "C" } })), "A-1 Rev C");
  assert.equal(nameOf(GUIDE, record({ values: { "part-number": 1042 } })), "1042");
});

test("a name that the reader gave goes first", () => {
  assert.equal(nameOf(GUIDE, record({ name: "Lid", values: { "part-number": "A-1" } })), "Lid");
});

test("a part without number is unnamed, whatever else it says", () => {
  for (const parts of [{}, { values: { revision: "C" } }, { name: "" }, { name: 7 }]) {
    assert.equal(nameOf(GUIDE, record(parts)), "Unnamed part");
  }
});

test("parts of one name are numbered from the second on, past a number that is taken", () => {
  const named = ["Lid", "Lid", "Lid (2)", "", "Lid", ""].map((name, place) => record({ id: `${place}`, name }));
  assert.deepEqual(uniqueNames(GUIDE, named).map(({ name }) => name), ["Lid", "Lid (2)", "Lid (2) (2)", "Unnamed part", "Lid (3)", "Unnamed part (2)"]);
});

test("records are of one part by id or by part number, and blanks are no number", () => {
  assert.equal(isSamePart(GUIDE, record({ id: "a" }), record({ id: "b" })), false);
  assert.equal(isSamePart(GUIDE, record({ id: "a" }), record({ id: "a" })), true);
  assert.equal(isSamePart(GUIDE, record({ id: "a", values: { "part-number": "x1 " } }), record({ id: "b", values: { "part-number": "X1" } })), true);
});

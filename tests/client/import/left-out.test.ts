import assert from "node:assert/strict";
import { test } from "node:test";
import { leftOut } from "../../../macros/client/import/left-out.ts";
import { GUIDE } from "../support.ts";

test("a name that the guide does not have is told as it stands in the link", () => {
  assert.deepEqual(leftOut(GUIDE, "#partnumber=ABC-2&qty=5"), ["partnumber", "qty"]);
  assert.deepEqual(leftOut(GUIDE, "#part-number=ABC-2&qty=5&qty=6"), ["qty"]);
});

test("a detail that cannot take the value is told by its label", () => {
  assert.deepEqual(leftOut(GUIDE, "#quantity-breaks=5&drawing-status=bogus&pilot-qty=many&part-number="), [
    "Quantity breaks", "Drawing status", "Pilot quantity", "Part number",
  ]);
});

test("of a link that fills in all it names, nothing is told", () => {
  assert.deepEqual(leftOut(GUIDE, "#stage=pilot-run&part-number=A%201%2B2&pilot-qty=1%2C500"), []);
  assert.deepEqual(leftOut(GUIDE, "#="), []);
});

test("an option that became another field's is filled in there, and not told", () => {
  const guide = Object.assign(Object.create(GUIDE) as typeof GUIDE, { moved_options: { "drawing-status/draft-b": "part-number/B" } });
  assert.deepEqual(leftOut(guide, "#drawing-status=draft-b"), []);
  assert.deepEqual(leftOut(guide, "#drawing-status=draft-c"), ["Drawing status"]);
});

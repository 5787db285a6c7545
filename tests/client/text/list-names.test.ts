import assert from "node:assert/strict";
import { test } from "node:test";
import { listNames } from "../../../macros/client/text/list-names.ts";

test("names in a sentence are few, short, and turn nothing around", () => {
  assert.match(listNames(Array.from({ length: 10 }, (_, index) => `${index}`)), /^“0”, “1”, .*“7” and 2 more$/);
  assert.equal(listNames(["a\u202Eb"]), "“ab”");
  assert.ok(listNames(["x".repeat(1000)]).length < 90);
  assert.doesNotMatch(listNames([`a${"𝐀".repeat(100)}`]), /\p{Cs}/u);
});

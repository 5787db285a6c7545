import assert from "node:assert/strict";
import { test } from "node:test";
import { displayName } from "../../../macros/client/text/display-name.ts";

test("a name is cut between characters, never within one", () => {
  assert.equal(displayName("𝐀".repeat(5), 3), "𝐀𝐀𝐀");
  assert.equal(displayName(`a${"𝐀".repeat(5)}`, 3), "a𝐀𝐀");
  assert.equal(displayName("a\u202Eb\u{D800}c\n", 10), "abc");
});

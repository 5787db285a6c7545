import assert from "node:assert/strict";
import { test } from "node:test";
import { shownName } from "../../macros/client/shown-name.ts";
import { named } from "../../macros/client/package/manifest.ts";

test("a name is cut between characters, never within one", () => {
  assert.equal(shownName("𝐀".repeat(5), 3), "𝐀𝐀𝐀");
  assert.equal(shownName(`a${"𝐀".repeat(5)}`, 3), "a𝐀𝐀");
  assert.equal(shownName("a\u202Eb\u{D800}c\n", 10), "abc");
  assert.doesNotMatch(named([`a${"𝐀".repeat(100)}`]), /\p{Cs}/u);
});

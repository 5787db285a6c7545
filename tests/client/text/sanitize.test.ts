import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, cleanLine, coded } from "../../../macros/client/text/sanitize.ts";

test("every kind of line end becomes one, and blank lines go", () => {
  assert.equal(clean("a\r\nb\rc\n\n  \nd\u2028e\u2029f\u0085g\vh\fi"), "a\nb\nc\nd\ne\nf\ng\nh\ni");
});

test("space around a line goes, a tab becomes a space", () => {
  assert.equal(clean("\t a\tb \n\u00A0 c"), "a b\nc");
});

test("what came along unseen goes", () => {
  assert.equal(clean("\uFEFF6061\u200B-T6\u00AD51\u200E\u2060\u{E0041}"), "6061-T651");
});

test("what turns text around, controls and halves of characters show as their code", () => {
  assert.equal(clean("a\u202Eb\u2066c\u0000d\uD800e\uFFFF"), "a[U+202E]b[U+2066]c[U+0000]d[U+D800]e[U+FFFF]");
});

test("letters of every script, joined emoji and signs of the trade stay", () => {
  for (const text of ["Ø22 H7 ±0.05 µm", "שלום", "می\u200Cخواهم", "部品", "👨\u200D👩\u200D👧", "e\u0301", "caf\uFFFD"]) {
    assert.equal(clean(text), text);
  }
});

test("what is no text at all cleans to words or to nothing", () => {
  assert.equal(clean(undefined), "");
  assert.equal(clean(null), "");
  assert.equal(clean(5), "5");
});

test("a line has no line ends", () => {
  assert.equal(cleanLine("a\n\n b "), "a b");
});

test("a code has four digits or more", () => {
  assert.equal(coded("\n"), "[U+000A]");
  assert.equal(coded("\u{1F600}"), "[U+1F600]");
});

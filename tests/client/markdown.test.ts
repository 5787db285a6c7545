import assert from "node:assert/strict";
import { test } from "node:test";
import { toMarkdown } from "../../macros/client/export/markdown.ts";
import type { RfqRecord } from "../../macros/client/types.ts";
import { record, summaryOf } from "./support.ts";

const noting = (note: string): RfqRecord =>
  record({ answers: { "pilot-lock/cad-and-drawing": { status: "done", note } } });
const note = (text: string): string =>
  /Note: (.*?)\n {4}- Not given/s.exec(toMarkdown(summaryOf(noting(text))))![1]!;

test("boxes are ticked, open, or left away with the words for not applicable", () => {
  const markdown = toMarkdown(summaryOf(record({ answers: {
    "pilot-lock/cad-and-drawing": { status: "done" },
    "pilot-lock/finish-and-masking": { status: "na", note: "as machined" },
  } })));
  assert.match(markdown, /^- \[x\] \*\*CAD and drawing:\*\* Locked$/m);
  assert.match(markdown, /^- \[ \] \*\*Alloy and temper:\*\* Still moving$/m);
  assert.match(markdown, /^- \*\*Finish and masking:\*\* Not applicable\n {4}- Reason: as machined$/m);
});

test("marks are made plain", () => {
  assert.equal(note("*a* `b` [c](d) {e} ~f~ #g $h"), "\\*a\\* \\`b\\` \\[c\\](d) \\{e\\} \\~f\\~ \\#g \\$h");
  assert.equal(note("A|B\\"), "A\\|B\\\\");
  assert.equal(note("<b> &lt; &#60; R&D"), "&lt;b> &amp;lt; &\\#60; R&D");
  assert.equal(note("https://a.example www.a.example"), "https\\://a.example www\\.a.example");
  assert.equal(note(":smile: ==x=="), "\\:smile: \\==x\\==");
});

test("what reads well and does nothing stays as it is", () => {
  const texts = ["TVR-10427_C_2.stp", "-5.2 (+0.021 / 0)", "at 10:30, 1.6 µm > 0.8", "4x M5x0.8-6H; c=0", "R&D, 100%!"];
  for (const text of texts) {
    assert.equal(note(text), text);
  }
  assert.equal(note("_a_"), "\\_a\\_");
});

test("more lines stay in their note, and none of them starts anything", () => {
  assert.equal(note("a\n# b\n- c\n1. d\n> e\n=== f\n1) g\n: h"), [
    "a", "\\# b", "\\- c", "1\\. d", "\\> e", "\\=\\== f", "1\\) g", "\\: h",
  ].join("\\\n      "));
});

test("a cell of a table has one line, and a missing name no label", () => {
  const markdown = toMarkdown(summaryOf(record({
    values: { "masked": [{ id: "1", feature: "a\nb|c", reason: "" }, { id: "2", feature: "d", reason: "e" }] },
    files: [{ name: "x.stp", size: 12 }],
  })));
  const masked = ["", "Masked features:", "", "| Feature | Reason |", "| --- | --- |", "| a / b\\|c |  |", "| d | e |"];
  assert.ok(markdown.includes(`\n${masked.map((line) => line && `    ${line}`).join("\n")}\n`));
  const files = ["## Files", "", "| File | Size (bytes) |", "| --- | ---: |", "| x.stp | 12 |", ""];
  assert.ok(markdown.includes(`\n${files.join("\n")}\n`));
});

test("a table that comes first has room above it", () => {
  const rows = [{ id: "1", item: "Bore", from: "coated", to: "masked" }];
  const markdown = toMarkdown(summaryOf(record({ values: { changes: rows } })));
  assert.match(markdown, /Prototype history:\*\* Open\n\n {4}Changes since the last build:\n/);
});

test("the next step on a supplier's site is a link", () => {
  const summary = summaryOf(record());
  const outcome = { ...summary.outcome, next_label: "Get a [quote]", next_url: "https://supplier.example/q?(a)" };
  assert.ok(toMarkdown({ ...summary, outcome }).endsWith("\n[Get a \\[quote\\]](<https://supplier.example/q?(a)>)\n"));
});

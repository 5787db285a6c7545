import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSheetDocument, requestDocument } from "../../../macros/client/export/document.ts";
import { toMarkdown } from "../../../macros/client/export/markdown.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { record, summaryOf } from "../support.ts";

const request = (of: RfqRecord): string => toMarkdown(requestDocument(summaryOf(of)));
const checkSheet = (of: RfqRecord): string => toMarkdown(checkSheetDocument(summaryOf(of)));
const noting = (note: string): RfqRecord =>
  record({ answers: { "pilot-lock/cad-and-drawing": { status: "done", note } } });
const note = (text: string): string =>
  /Note: (.*?)\n {4}- Not given/s.exec(checkSheet(noting(text)))![1]!;

test("boxes are ticked, open, or left away with the words for not applicable", () => {
  const markdown = checkSheet(record({ answers: {
    "pilot-lock/cad-and-drawing": { status: "done" },
    "pilot-lock/critical-dimensions": { status: "na", note: "as machined" },
  } }));
  assert.match(markdown, /^- \[x\] \*\*CAD and drawing:\*\* Locked$/m);
  assert.match(markdown, /^- \[ \] \*\*Material grade and temper:\*\* Still moving$/m);
  assert.match(markdown, /^- \*\*Critical dimensions:\*\* Not applicable\n {4}- Reason: as machined$/m);
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
  const markdown = request(record({
    values: { "masked": [{ id: "1", feature: "a\nb|c", reason: "" }, { id: "2", feature: "d", reason: "e" }] },
    files: [{ name: "x.stp", size: 12 }],
  }));
  const masked = ["## Finish and masking", "", "Masked features:", "", "| Feature | Reason |", "| --- | --- |", "| a / b\\|c |  |", "| d | e |"];
  assert.ok(markdown.includes(`\n${masked.join("\n")}\n`));
  const files = ["## Files", "", "| File | Size (bytes) |", "| --- | ---: |", "| x.stp | 12 |"];
  assert.ok(markdown.includes(`\n${files.join("\n")}\n`));
});

test("the title block is a table, and says of a blank that it is one", () => {
  const lines = request(record({ values: { "part-number": "A|1" } })).split("\n");
  assert.deepEqual(lines.slice(0, 6), ["# Request for quotation: A\\|1", "", "| Title block |  |", "| --- | --- |", "| Part number | A\\|1 |", "| Revision | not given |"]);
});

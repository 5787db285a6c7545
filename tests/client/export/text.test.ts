import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSheetDocument, requestDocument } from "../../../macros/client/export/document.ts";
import { toText } from "../../../macros/client/export/text.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { widthOf } from "../../../macros/client/text/width.ts";
import { example, record, summaryOf } from "../support.ts";

const request = (of: RfqRecord): string => toText(requestDocument(summaryOf(of)));
const checkSheet = (of: RfqRecord): string => toText(checkSheetDocument(summaryOf(of)));

test("lines keep to 72 columns", () => {
  for (const name of ["rev-b", "rev-c", "rev-c-in-review"]) {
    for (const line of `${request(example(name))}${checkSheet(example(name))}`.split("\n")) assert.ok(widthOf(line) <= 72, line);
  }
});

test("text in ideographs is broken where a line is full, each of them two columns wide", () => {
  const text = request(record({ values: { packing: "零件必须单独包装，".repeat(20), finish: "阳极氧化".repeat(20) } }));
  const lines = text.split("\n");
  assert.ok(lines.some((line) => widthOf(line) >= 70));
  for (const line of lines) assert.ok(widthOf(line) <= 72 && !/^ *[，。]/.test(line), line);
  assert.equal(text.match(/[零件必须单独包装，\s]{60,}/)![0].replaceAll(/\s/g, ""), "零件必须单独包装，".repeat(20));
});

test("the title block stands first, its values one below the other", () => {
  const [, , ...lines] = request(example("rev-c")).split("\n");
  assert.deepEqual(lines.slice(0, 3), ["Part:           Bracket, encoder mount", "Part number:    TVR-10427", "Revision:       C"]);
});

test("a word longer than a line stays whole on a line of its own", () => {
  const sha256 = "0123456789abcdef".repeat(6);
  const text = request(record({ files: [{ name: "a.stp", sha256 }] }));
  assert.match(text, new RegExp(`^1\\. File: a\\.stp; SHA-256:\\n {3}${sha256}$`, "m"));
});

test("there are no marks of Markdown", () => {
  assert.doesNotMatch(request(example("rev-c")), /\*|`|^#|^- |<|\\/m);
});

test("boxes say done, open and not applicable", () => {
  const text = checkSheet(record({ answers: {
    "pilot-lock/cad-and-drawing": { status: "done" },
    "pilot-lock/critical-dimensions": { status: "na", note: "as machined" },
  } }));
  assert.match(text, /^\[x\] CAD and drawing: Locked$/m);
  assert.match(text, /^\[ \] Material grade and temper: Still moving$/m);
  assert.match(text, /^\[-\] Critical dimensions: Not applicable\n {4}Reason: as machined$/m);
});

test("a note of several lines stays indented, so that it cannot pass for a heading", () => {
  const answers = { "pilot-lock/cad-and-drawing": { status: "done" as const, note: "a\nVERDICT\nReady" } };
  assert.match(checkSheet(record({ answers })), /\n {4}Note: a\n {6}VERDICT\n {6}Ready\n/);
});

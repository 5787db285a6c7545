import assert from "node:assert/strict";
import { test } from "node:test";
import { toText } from "../../macros/client/export/text.ts";
import { example, record, summaryOf } from "./support.ts";

test("paragraphs keep to 76 columns", () => {
  for (const name of ["rev-b", "rev-c"]) {
    for (const line of toText(summaryOf(example(name))).split("\n")) assert.ok([...line].length <= 76, line);
  }
});

test("a word longer than a line stays whole on a line of its own", () => {
  const sha256 = "0123456789abcdef".repeat(6);
  const text = toText(summaryOf(record({ files: [{ name: "a.stp", sha256 }] })));
  assert.match(text, new RegExp(`^1\\. File: a\\.stp; SHA-256:\\n {3}${sha256}$`, "m"));
});

test("there are no marks of Markdown", () => {
  assert.doesNotMatch(toText(summaryOf(example("rev-c"))), /\*|`|^#|^- |<|\\/m);
});

test("boxes say done, open and not applicable", () => {
  const text = toText(summaryOf(record({ answers: {
    "pilot-lock/cad-and-drawing": { status: "done" },
    "pilot-lock/finish-and-masking": { status: "na", note: "as machined" },
  } })));
  assert.match(text, /^\[x\] CAD and drawing: Locked$/m);
  assert.match(text, /^\[ \] Alloy and temper: Still moving$/m);
  assert.match(text, /^\[-\] Finish and masking: Not applicable\n {4}Reason: as machined$/m);
});

test("a note of several lines stays indented, so that it cannot pass for a heading", () => {
  const answers = { "pilot-lock/cad-and-drawing": { status: "done" as const, note: "a\nVERDICT\nReady" } };
  assert.match(toText(summaryOf(record({ answers }))), /\n {4}Note: a\n {6}VERDICT\n {6}Ready\n/);
});

test("a link stands on a line of its own", () => {
  const summary = summaryOf(record());
  const outcome = { ...summary.outcome, next_label: "Get a quote", next_url: "https://supplier.example/q" };
  assert.match(toText({ ...summary, outcome }), /\nGet a quote:\nhttps:\/\/supplier\.example\/q\n$/);
});

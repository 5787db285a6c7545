import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv } from "../../../macros/client/export/csv.ts";
import { record, summaryOf } from "../support.ts";

const csv = (note: string): string =>
  toCsv({ ...summaryOf(record({ answers: { "pilot-lock/cad-and-drawing": { status: "done", note } } })), withCheckSheet: true });

/** The note as it stands between its quotes. */
const note = (text: string): string =>
  /"pilot-lock","cad-and-drawing","done","CAD and drawing","Locked","","(.*?)"\r\n/s.exec(csv(text))![1]!;

test("a file begins with a byte order mark and the public columns", () => {
  assert.deepEqual(csv("").split("\r\n").slice(0, 2), [
    '\uFEFF"list","item","status","detail","value","unit","note"', '"title-block","","","Part number","","",""',
  ]);
});

test("every line ends with CRLF, line ends within a cell are plain", () => {
  assert.equal(note("a\r\nb"), "a\nb");
  assert.equal(csv("a\r\nb").replaceAll("\r\n", "").indexOf("\r"), -1);
});

test("quotes are doubled", () => {
  assert.equal(note('a "b", c'), 'a ""b"", c');
});

test("a cell that a spreadsheet would run has an apostrophe in front", () => {
  const signs = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "-", "+0.02", "+49 151"];
  for (const text of [...signs, "-5.2, a", "＝1", "＋1", "－1", "＠A", "﹦1", "\u200D=1", "\u3164=1"]) {
    assert.equal(note(text), `'${text}`);
  }
  assert.equal(note("\t=1"), "'=1");
  assert.equal(note("\u200B=1"), "'=1");
});

test("plain numbers stay numbers, other text stays as it is", () => {
  for (const text of ["-5.2", "-5", "0.05", "-1e-3", "6061-T651", "a=b", "'x", "100%"]) assert.equal(note(text), text);
});

test("what would run behind a separator is harmless as well, for a spreadsheet that parts cells there", () => {
  assert.equal(note("a;=1+1"), "a;'=1+1");
  assert.equal(note("a, +1 | @x;-y"), "a, '+1 | '@x;'-y");
  assert.equal(note("22 H7, +0.021 / 0"), "22 H7, '+0.021 / 0");
  assert.equal(note(";;=1"), ";;'=1");
  for (const text of ["22 H7, -0.021", "A|B|C", "a; b = c", "x,-5;7"]) assert.equal(note(text), text);
});

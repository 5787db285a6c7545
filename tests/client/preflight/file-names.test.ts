import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionsPart, namesFile, revisionsBelow, revisionsIn } from "../../../macros/client/preflight/checks/text-search.ts";
import { endingOf, guessRole, isSpreadsheetTrace, namesIn, plainRevision } from "../../../macros/client/preflight/file-names.ts";
import { DATA } from "../files-support.ts";

test("part number and revision are read as the patterns of the data say", () => {
  const cases: [string, string | undefined, string | undefined][] = [
    ["TVR-10427_C.stp", "TVR-10427", "C"],
    ["TVR-10427-RevC-drawing.pdf", "TVR-10427", "C"],
    ["TVR-10427_C_ballooned.pdf", "TVR-10427", "C"],
    ["TVR-10427_Rev_C.step", "TVR-10427", "C"],
    ["TVR-10427 rev c (1).step", "TVR-10427", "C"],
    ["TVR-10427_Revision-02.step", "TVR-10427", "02"],
    ["TVR-10427_v2.step", "TVR-10427", "2"],
    ["Deck_Panel_v0.2.pdf", undefined, "0.2"],
    ["hinge_assy_00.pdf", undefined, "00"],
    ["bracket_R.stp", undefined, undefined],
    ["TVR-10427_C.stp.gz", "TVR-10427", "C"],
    ["bracket rev b.step", undefined, "B"],
    ["bracket-rev-b.STEP", undefined, "B"],
    ["bracket_revB.step", undefined, "B"],
    ["TVR-10427.pdf", "TVR-10427", undefined],
    ["folder/sub/TVR-10427_C.stp", "TVR-10427", "C"],
    ["C:\\work\\TVR-10427_C.stp", "TVR-10427", "C"],
    ["tvr-10427.prt.12", "tvr-10427", undefined],
    ["Part1.stp", undefined, undefined],
    ["2026-08-24.pdf", undefined, undefined],
    ["bracket.stp", undefined, undefined],
    ["plate-120_mm.stp", undefined, undefined],
    ["TVR-10427_20260824.stp", undefined, undefined],
    ["previous.stp", undefined, undefined],
    ["", undefined, undefined],
    [".stp", undefined, undefined],
  ];
  for (const [name, part, revision] of cases) {
    const read = namesIn(name, DATA);
    assert.deepEqual({ part: read.part, revision: read.revision }, { part, revision }, name);
  }
});

test("each pattern reads the name that the data shows for it", () => {
  for (const pattern of DATA.name_patterns) {
    const read = namesIn(pattern.example, { ...DATA, name_patterns: [pattern] });
    assert.equal(read.part !== undefined, pattern.pieces.includes("part-number"), pattern.id);
    assert.equal(read.revision !== undefined, pattern.pieces.some((piece) => ["revision", "version"].includes(piece)), pattern.id);
  }
});

test("the revision is left out of what two files share", () => {
  const bases = ["TVR-10427_B.stp", "TVR-10427_C.stp", "TVR-10427-RevD.stp"].map((name) => namesIn(name, DATA).base);
  assert.deepEqual(bases, ["TVR10427", "TVR10427", "TVR10427"]);
});

test("a role is guessed by a word of the name, or else by its ending", () => {
  const cases: Record<string, string> = {
    "TVR-10427_C.stp": "model", "TVR-10427_C.pdf": "drawing", "TVR-10427_C_ballooned.pdf": "ballooned-drawing", "x.stl": "model",
    "contour.dxf": "drawing", "part.sldprt": "model", "part.SLDDRW": "drawing", "material_cert.pdf": "certificate", "packing.docx": "spec",
    "finish-spec.pdf": "spec", "setup.jpg": "photo", "part.prt.7": "model", "readme": "other", "archive.zip": "other", "a.exe": "other",
    "certainly.pdf": "drawing", "spec_certificate.pdf": "certificate", "drawing.stp": "model",
  };
  for (const [name, role] of Object.entries(cases)) assert.equal(guessRole(name, DATA), role, name);
});

test("an ending is one that a role lists, whatever its case", () => {
  const cases: Record<string, string> = { "A.STP": "stp", "a.prt.3": "prt", "a.b": "", "stp": "", "a.stp/": "", "a.3mf": "3mf", "a.v2.stp": "stp" };
  for (const [name, ending] of Object.entries(cases)) assert.equal(endingOf(name, DATA), ending, name);
});

test("a part number is found however it is written, and not within another", () => {
  for (const text of ["TVR-10427", "tvr_10427_C", "TVR 10427", "TVR10427", "PART TVR-\n10427 SHEET 1", "TVR10427C"]) {
    assert.ok(mentionsPart(text, "TVR-10427", "C"), text);
  }
  for (const text of ["TVR-104270", "XTVR-10427", "TVR-1042", "", "10427"]) assert.ok(!mentionsPart(text, "TVR-10427", "C"), text);
  assert.ok(!mentionsPart("anything", "", ""));
  assert.ok(!mentionsPart("anything", "---"));
});

test("a text names a file where neither end of the name goes on", () => {
  for (const text of ["B.stp", "b.STP, mm", "cad/B.stp", "see (B.stp)", "AB.stp or B.stp", "The model is B.stp."]) assert.ok(namesFile(text, "B.stp"), text);
  for (const text of ["TVR-10427-B.stp", "AB.stp", "B.stpz", "B.stp.zip", "B.stp_old", "B.stp-2", "é\u0301.ÉB.stp", "\u{10400}B.stp", ""]) {
    assert.ok(!namesFile(text, "B.stp"), text);
  }
  assert.ok(!namesFile("any", ""));
});

test("revisions are compared without the word, zeros and case", () => {
  const cases = { "Rev C": "C", "rev.c": "C", c: "C", "02": "2", "0": "0", "00": "0", Revision: "", "REV B": "B", "Revised": "REVISED", "v0.2": "0.2", V: "V", "0.2": "0.2" };
  for (const [given, plain] of Object.entries(cases)) assert.equal(plainRevision(given, DATA), plain, given);
});

test("revisions in a text are those after a word for it", () => {
  assert.deepEqual(revisionsIn("TVR-10427 REV C\nRevision: C  Rev. B first issue", DATA), ["C", "B"]);
  for (const text of ["REV 21.45", "REV 2/4", "REV 2 OF 4", "REV 2:1", "REV 2 : 1", "REV 2,5", "REV CK CH DR", "REV\nC"]) assert.deepEqual(revisionsIn(text, DATA), [], text);
  assert.deepEqual(revisionsBelow("REV\n C\nREV: \nB", DATA), ["C", "B"]);
  assert.deepEqual(revisionsIn("REV BY DATE  REV NO. REVISION HISTORY review a prev b", DATA), []);
});

test("what a spreadsheet makes of a number is known", () => {
  for (const [one, other] of [["123", "00123"], ["100000", "1E5"], ["1e+05", "100000"], ["0012.50", "12.5"]] as const) assert.ok(isSpreadsheetTrace(one, other), one);
  for (const [one, other] of [["123", "123"], ["123", "124"], ["A-1", "A-01"], ["", "0"]] as const) assert.ok(!isSpreadsheetTrace(one, other), one);
});

test("no name takes long, whatever it is made of", () => {
  for (const unit of ["a", "-", "1", "a-", "rev", "_", ".", "é", "a1.", " rev"]) {
    const long = unit.repeat(40_000);
    namesIn(long, DATA);
    namesIn(`${long}.stp`, DATA);
    guessRole(`${long}.pdf`, DATA);
    assert.deepEqual(revisionsIn(long, DATA).length <= 1, true);
  }
});

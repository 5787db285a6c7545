import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../macros/client/files/reading.ts";
import { factsInWords } from "../../macros/client/files/words.ts";
import { factsOf } from "./files-support.ts";

test("the facts of a file are one line, and its problems follow", () => {
  const cases: [Reading, string][] = [
    [
      { kind: "step", format: "STEP AP242", system: "Open CASCADE", unit: "mm", geometry: "solids", written: "2026-08-24T10:00:00", problems: [] },
      "STEP AP242 by Open CASCADE, mm, solid bodies, 2026-08-24",
    ],
    [{ kind: "step", format: "STEP", written: "24.08.2026", geometry: "none", problems: [] }, "STEP, no geometry, 24.08.2026"],
    [{ kind: "pdf", format: "PDF", pages: 2, access: "open", text: "any", problems: [] }, "PDF, 2 sheets"],
    [{ kind: "pdf", format: "PDF", pages: 1, access: "limited", problems: [] }, "PDF, 1 sheet, encrypted, but open to read"],
    [{ kind: "dxf", format: "DXF", unit: "inch", problems: [] }, "DXF, inch"],
    [{ kind: "mesh", format: "STL mesh, binary", triangles: 1204, problems: [] }, "STL mesh, binary, 1,204 triangles"],
    [{ kind: "dxf", format: "DXF 2010", problems: ["One.", "Two."] }, "DXF 2010. One. Two."],
    [{ kind: "other", problems: ["The file is empty."] }, "The file is empty."],
    [{ kind: "other", problems: [] }, ""],
  ];
  for (const [reading, words] of cases) assert.equal(factsInWords(reading), words);
});

test("a name of any length in a file stays short in words", () => {
  const long = "x".repeat(300);
  assert.ok(factsInWords({ kind: "step", format: "STEP", system: long, written: long, problems: [] }).length < 140);
});

test("what is not looked into is said", async () => {
  assert.equal(factsInWords(await factsOf("a.stpz", "PK\x03\x04")), "STEP, compressed. Compressed STEP is not looked into.");
  assert.equal(factsInWords(await factsOf("a.sldprt", "\u{1}\u{0}")), "SOLIDWORKS part");
});

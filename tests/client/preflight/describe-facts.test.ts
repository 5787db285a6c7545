import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileFacts } from "../../../macros/client/preflight/file-facts.ts";
import { describeFacts } from "../../../macros/client/preflight/describe-facts.ts";
import { factsOf } from "../files-support.ts";

test("the facts of a file are one line, and its problems follow", () => {
  const cases: [FileFacts, string][] = [
    [
      { kind: "step", format: "STEP AP242", system: "Open CASCADE", unit: "mm", geometry: "solids", written: "2026-08-24T10:00:00", problems: [] },
      "STEP AP242 by Open CASCADE, mm, solid bodies, 2026-08-24",
    ],
    [
      { kind: "step", format: "STEP", unit: "mm", geometry: "solids", solids: 2, assembly: { products: 2, occurrences: 3 }, references: ["A.stp"], problems: [] },
      "STEP, mm, assembly of 2 products in 3 places, 2 solid bodies, refers to A.stp",
    ],
    [{ kind: "step", format: "STEP", unit: "inch", geometry: "solids", solids: 1, leastSize: [5, 2.50001, 0.1], annotations: "none", problems: [] },
      "STEP, inch, 1 solid body, at least 5 x 2.5 x 0.1 inch, no annotations (PMI)"],
    [{ kind: "step", format: "STEP", written: "24.08.2026", geometry: "none", problems: [] }, "STEP, no geometry, 24.08.2026"],
    [{ kind: "pdf", format: "PDF", pages: 2, access: "open", text: "any", problems: [] }, "PDF, 2 sheets"],
    [{ kind: "pdf", format: "PDF", pages: 1, access: "limited", problems: [] }, "PDF, 1 sheet, encrypted, but open to read"],
    [{ kind: "dxf", format: "DXF", unit: "inch", problems: [] }, "DXF, inch"],
    [{ kind: "dxf", format: "DXF R10", unit: "mm", extents: [120, 80], entities: 1, problems: [] }, "DXF R10, mm, 120 x 80 mm, 1 entity"],
    [{ kind: "pdf", format: "PDF", system: "CAD", pages: 1, sheet: "A3", holds: ["2 form fields"], problems: [] }, "PDF by CAD, 1 sheet of A3, 2 form fields"],
    [{ kind: "mesh", format: "STL", extents: [1, 2, 3], triangles: 3, openEdges: 3, watertight: false, remarks: ["No unit."], problems: [] },
      "STL, 1 x 2 x 3, 3 triangles, open: 3 edges of one triangle alone. No unit."],
    [{ kind: "zip", format: "ZIP archive", contains: Array.from({ length: 10 }, (_, index) => ({ name: `${index}.stp`, size: 1 })), problems: [] },
      "ZIP archive, 10 files: 0.stp, 1.stp, 2.stp, 3.stp, 4.stp, 5.stp, 6.stp, 7.stp and 2 more"],
    [{ kind: "mesh", format: "STL mesh, binary", triangles: 1204, problems: [] }, "STL mesh, binary, 1,204 triangles"],
    [{ kind: "dxf", format: "DXF 2010", problems: ["One.", "Two."] }, "DXF 2010. One. Two."],
    [{ kind: "other", problems: ["The file is empty."] }, "The file is empty."],
    [{ kind: "other", problems: [] }, ""],
  ];
  for (const [facts, words] of cases) assert.equal(describeFacts(facts), words);
});

test("a name of any length in a file stays short in words", () => {
  const long = "x".repeat(300);
  assert.ok(describeFacts({ kind: "step", format: "STEP", system: long, written: long, problems: [] }).length < 140);
});

test("what is not looked into is said", async () => {
  assert.equal(describeFacts(await factsOf("a.stpz", "PK\x03\x04")), "This ZIP is cut short or damaged.");
  assert.equal(describeFacts(await factsOf("a.sldprt", "\u{1}\u{0}")), "SOLIDWORKS part");
});

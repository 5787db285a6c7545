import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckedFile } from "../../../macros/client/preflight/checks/check-context.ts";
import { type Check, findingsByFile, preflight } from "../../../macros/client/preflight/preflight.ts";
import type { FileFacts } from "../../../macros/client/preflight/file-facts.ts";
import type { RfqRecord, Values } from "../../../macros/client/record/types.ts";
import { LONGEST_PART } from "../../../macros/client/preflight/checks/text-search.ts";
import { DATA } from "../files-support.ts";
import { GUIDE, example, record } from "../support.ts";

const VALUES: Values = {
  "part-number": "TVR-10427", revision: "C", units: "mm", "cad-file": "TVR-10427_C.stp", "drawing-file": "TVR-10427_C.pdf",
  "release-ref": "ECO-0317, 2026-08-24",
};
const STEP: FileFacts = {
  kind: "step", format: "STEP AP242", fits: true, complete: true, unit: "mm", geometry: "solids", written: "2026-08-24T10:00:00",
  products: [{ id: "TVR-10427_C", name: "TVR-10427_C" }], problems: [],
};
const TITLE_BLOCK = "TARN VALLEY ROBOTICS  BRACKET, ENCODER MOUNT  TVR-10427  REV C  SHEET 1 OF 2";
const PDF: FileFacts = { kind: "pdf", fits: true, complete: true, pages: 2, access: "open", text: TITLE_BLOCK, problems: [] };
const MODEL: CheckedFile = { name: "TVR-10427_C.stp", size: 5000, sha256: "a".repeat(64), role: "model", facts: STEP };
const DRAWING: CheckedFile = { name: "TVR-10427_C.pdf", size: 9000, sha256: "b".repeat(64), role: "drawing", facts: PDF };

function checks(files: CheckedFile[], values: Values = VALUES): Check[] {
  return preflight(DATA, GUIDE, record({ values }), files);
}

/** The result of one check; "not made" where there is nothing to check. */
function result(id: string, files: CheckedFile[], values: Values = VALUES): string {
  return checks(files, values).find((check) => check.id === id)?.result ?? "not made";
}

const model = (facts: Partial<FileFacts>, file: Partial<CheckedFile> = {}): CheckedFile => ({ ...MODEL, ...file, facts: { ...STEP, ...facts } });
const drawing = (facts: Partial<FileFacts>, file: Partial<CheckedFile> = {}): CheckedFile => ({ ...DRAWING, ...file, facts: { ...PDF, ...facts } });

/** Each check with files, and what it comes to. */
const CASES: [id: string, wanted: string, files: CheckedFile[], values?: Values][] = [
  ["model-present", "agrees", [MODEL]],
  ["model-present", "differs", [DRAWING]],
  ["model-present", "cannot-tell", [DRAWING, { name: "all.zip", role: "other" }]],
  ["drawing-present", "agrees", [MODEL, DRAWING]],
  ["drawing-present", "differs", [MODEL]],
  ["drawing-present", "agrees", [MODEL], { ...VALUES, "drawing-file": "none, model governs" }],
  ["drawing-present", "cannot-tell", [MODEL, { name: "all.zip", role: "other" }]],
  ["named-files", "agrees", [MODEL, DRAWING]],
  ["named-files", "differs", [MODEL]],
  ["named-files", "differs", [{ ...MODEL, name: "B.stp" }, DRAWING], { ...VALUES, "cad-file": "TVR-10427-B.stp" }],
  ["named-files", "cannot-tell", [MODEL, DRAWING], {}],
  ["named-files", "cannot-tell", [MODEL, DRAWING], { ...VALUES, "drawing-file": "the one of last week" }],
  ["named-files", "agrees", [MODEL], { ...VALUES, "cad-file": "TVR-10427_C.stp, mm", "drawing-file": "none, model governs" }],
  ["part-number-in-names", "agrees", [MODEL, DRAWING]],
  ["part-number-in-names", "agrees", [{ ...MODEL, name: "tvr_10427_c.stp" }]],
  ["part-number-in-names", "differs", [{ ...MODEL, name: "TVR-10428_C.stp" }, DRAWING]],
  ["part-number-in-names", "cannot-tell", [{ ...MODEL, name: "bracket.stp" }, DRAWING]],
  ["part-number-in-names", "cannot-tell", [MODEL], {}],
  ["part-number-in-names", "not made", [{ name: "IMG_1234.jpg", role: "photo" }]],
  ["part-number-in-model", "agrees", [MODEL]],
  ["part-number-in-model", "agrees", [model({ products: [{ id: "1", name: "frame" }, { id: "2", name: "TVR-10427" }] })]],
  ["part-number-in-model", "differs", [model({ products: [{ id: "TVR-10999", name: "TVR-10999" }] })]],
  ["part-number-in-model", "cannot-tell", [model({ products: [{ id: "Part1", name: "Open CASCADE STEP translator 7.8 1" }] })]],
  ["part-number-in-model", "cannot-tell", [model({ products: undefined })]],
  ["part-number-in-model", "cannot-tell", [MODEL], {}],
  ["part-number-in-drawing", "agrees", [DRAWING]],
  ["part-number-in-drawing", "differs", [drawing({ text: TITLE_BLOCK.replace("10427", "10428") })]],
  ["part-number-in-drawing", "cannot-tell", [drawing({ text: "" })]],
  ["part-number-in-drawing", "cannot-tell", [drawing({ text: "PRELIMINARY" })]],
  ["part-number-in-drawing", "cannot-tell", [{ ...DRAWING, facts: undefined }]],
  ["part-number-in-drawing", "cannot-tell", [DRAWING], {}],
  ["part-number-in-drawing", "cannot-tell", [drawing({ text: TITLE_BLOCK.replace("10427", "10428"), partial: true })]],
  ["part-number-in-drawing", "agrees", [drawing({ partial: true })]],
  ["part-number-in-model", "cannot-tell", [model({ products: [{ id: "TVR-10999", name: "TVR-10999" }], partial: true })]],
  ["part-number-in-drawing", "not made", [{ ...DRAWING, role: "spec" }]],
  ["revision-in-names", "agrees", [MODEL, DRAWING]],
  ["revision-in-names", "agrees", [MODEL], { ...VALUES, revision: "Rev c" }],
  ["revision-in-names", "differs", [MODEL, { ...DRAWING, name: "TVR-10427_B.pdf" }]],
  ["revision-in-names", "differs", [{ ...MODEL, revision: "D" }]],
  ["revision-in-names", "cannot-tell", [MODEL, { ...DRAWING, name: "TVR-10427.pdf" }]],
  ["revision-in-names", "agrees", [{ ...MODEL, name: "TVR-10427.stp", revision: "C" }]],
  ["revision-in-names", "cannot-tell", [MODEL], {}],
  ["revision-in-model", "agrees", [MODEL]],
  ["revision-in-model", "agrees", [model({ products: [{ id: "TVR-10427", name: "TVR-10427", version: "C" }] })]],
  ["revision-in-model", "cannot-tell", [model({ products: [{ id: "TVR-10427", name: "TVR-10427", version: "1" }] })]],
  ["revision-in-model", "cannot-tell", [model({ products: [{ id: "A-100_B", name: "A-100_B" }, { id: "A-200_C", name: "A-200_C" }] })]],
  ["revision-in-model", "differs", [model({ products: [{ id: "TVR-10427_B", name: "TVR-10427_B" }] })]],
  ["revision-in-model", "cannot-tell", [model({ products: [{ id: "TVR-10427", name: "TVR-10427", version: "" }] })], { "part-number": "TVR-10427" }],
  ["revision-in-drawing", "agrees", [DRAWING]],
  ["revision-in-drawing", "differs", [drawing({ text: TITLE_BLOCK.replace("REV C", "REV B") })]],
  ["revision-in-drawing", "differs", [drawing({ text: "REV A first issue REV B bore" })]],
  ["revision-in-drawing", "cannot-tell", [drawing({ text: `${TITLE_BLOCK} REV B: bore was 21.9` })]],
  ["revision-in-drawing", "cannot-tell", [drawing({ text: TITLE_BLOCK.replace("REV C", "REV B"), partial: true })]],
  ["revision-in-drawing", "cannot-tell", [drawing({ text: "REV A first issue REV B bore", partial: true })]],
  ["revision-in-drawing", "agrees", [drawing({ partial: true })]],
  ["revision-in-model", "cannot-tell", [model({ products: [{ id: "A-100_B", name: "A-100_B" }], partial: true })]],
  ["revision-in-drawing", "cannot-tell", [drawing({ text: "" })]],
  ["revision-in-drawing", "cannot-tell", [DRAWING], {}],
  ["one-revision", "agrees", [MODEL, DRAWING]],
  ["one-revision", "differs", [MODEL, { ...MODEL, name: "TVR-10427-RevB.stp" }]],
  ["one-revision", "cannot-tell", [MODEL, { ...MODEL, name: "TVR-10427.stp" }]],
  ["one-revision", "cannot-tell", [MODEL, { ...MODEL, name: "TVR-10427-RevB.stp" }, { ...MODEL, name: "TVR-10427.stp" }]],
  ["units-in-model", "cannot-tell", [model({ unitDoubt: "inch by its flag, mm by its name" })]],
  ["one-revision", "not made", [{ name: "TVR-10427_1.jpg", role: "photo" }, { name: "TVR-10427_2.jpg", role: "photo" }]],
  ["no-duplicates", "agrees", [MODEL, DRAWING]],
  ["no-duplicates", "differs", [MODEL, { ...MODEL, name: "copy.stp" }]],
  ["no-duplicates", "cannot-tell", [{ ...MODEL, sha256: null }, { ...MODEL, name: "copy.stp" }]],
  ["no-duplicates", "cannot-tell", [{ ...MODEL, sha256: null, size: null }, DRAWING]],
  ["no-duplicates", "agrees", [{ ...MODEL, sha256: undefined }, DRAWING]],
  ["no-duplicates", "not made", [MODEL]],
  ["not-empty", "agrees", [MODEL]],
  ["not-empty", "differs", [MODEL, { ...DRAWING, size: 0 }]],
  ["not-empty", "cannot-tell", [{ ...MODEL, size: null }]],
  ["whole-files", "agrees", [MODEL, DRAWING]],
  ["whole-files", "differs", [model({ complete: false }), DRAWING]],
  ["whole-files", "cannot-tell", [{ ...MODEL, facts: undefined }, DRAWING]],
  ["whole-files", "cannot-tell", [{ name: "a.sldprt", role: "model", facts: { kind: "native", problems: [] } }]],
  ["contents-fit-names", "agrees", [MODEL]],
  ["contents-fit-names", "differs", [model({ fits: false, problems: ["The contents are a web page."] })]],
  ["contents-fit-names", "cannot-tell", [{ ...MODEL, facts: undefined }]],
  ["units-in-model", "agrees", [MODEL]],
  ["units-in-model", "differs", [model({ unit: "inch" })]],
  ["units-in-model", "differs", [model({ unit: "m" })]],
  ["units-in-model", "cannot-tell", [model({ unit: undefined })]],
  ["units-in-model", "cannot-tell", [MODEL], {}],
  ["units-in-model", "not made", [DRAWING]],
  ["units-in-dxf", "agrees", [{ name: "a.dxf", role: "drawing", facts: { kind: "dxf", unit: "mm", problems: [] } }]],
  ["units-in-dxf", "differs", [{ name: "a.dxf", role: "drawing", facts: { kind: "dxf", unit: "inch", problems: [] } }]],
  ["units-in-dxf", "cannot-tell", [{ name: "a.dxf", role: "drawing", facts: { kind: "dxf", problems: [] } }]],
  ["units-in-dxf", "cannot-tell", [{ name: "a.dxf", role: "drawing" }]],
  ["solid-model", "agrees", [MODEL]],
  ["solid-model", "differs", [model({ geometry: "surfaces" })]],
  ["solid-model", "differs", [model({ geometry: "none" })]],
  ["solid-model", "cannot-tell", [model({ geometry: undefined })]],
  ["model-is-no-mesh", "not made", [MODEL]],
  ["model-is-no-mesh", "agrees", [MODEL, { name: "TVR-10427_C.stl", role: "model" }]],
  ["model-is-no-mesh", "differs", [DRAWING, { name: "TVR-10427_C.stl", role: "model" }]],
  ["model-is-no-mesh", "cannot-tell", [{ name: "a.stl", role: "model" }, { name: "all.zip", role: "other" }]],
  ["open-formats", "cannot-tell", [{ name: "a.sldprt", role: "model" }, { name: "all.zip", role: "other" }]],
  ["open-formats", "not made", [MODEL]],
  ["open-formats", "agrees", [MODEL, { name: "TVR-10427.sldprt", role: "model" }]],
  ["open-formats", "differs", [DRAWING, { name: "TVR-10427.sldprt", role: "model" }]],
  ["readable-pdf", "agrees", [DRAWING]],
  ["readable-pdf", "agrees", [drawing({ access: "limited" })]],
  ["readable-pdf", "differs", [drawing({ access: "password" })]],
  ["readable-pdf", "cannot-tell", [drawing({ access: undefined })]],
  ["readable-pdf", "not made", [MODEL]],
  ["model-not-older", "agrees", [MODEL]],
  ["model-not-older", "differs", [model({ written: "2026-08-23T23:00:00" })]],
  ["model-not-older", "cannot-tell", [model({ written: "24.08.2026" })]],
  ["model-not-older", "cannot-tell", [MODEL], { ...VALUES, "release-ref": "ECO-0317" }],
  ["model-not-older", "cannot-tell", [MODEL], { ...VALUES, "release-ref": "2026-08-24 and 2026-08-25" }],
  ["model-not-older", "cannot-tell", [MODEL], {}],
];

test("every check agrees, differs or cannot tell as it should", () => {
  for (const [id, wanted, files, values] of CASES) {
    assert.equal(result(id, files, values), wanted, `${id} of ${files.map((file) => file.name)} with ${JSON.stringify(values)}`);
  }
});

test("every check is seen in all three results", () => {
  const seen = new Set(CASES.map(([id, wanted]) => `${id} ${wanted}`));
  for (const { id } of DATA.checks) for (const wanted of ["agrees", "differs", "cannot-tell"]) assert.ok(seen.has(`${id} ${wanted}`), `${id} ${wanted}`);
});

test("nothing agrees about files of which only names are known, but what names can tell", () => {
  const bare = [{ name: "model.stp", role: "model" }, { name: "drawing.pdf", role: "drawing" }, { name: "contour.dxf", role: "drawing" }];
  const passed = preflight(DATA, GUIDE, record(), bare).filter((check) => check.result === "agrees").map((check) => check.id);
  assert.deepEqual(passed, ["model-present", "drawing-present", "one-revision"]);
});

test("the worked example passes, and what only contents tell stays open", () => {
  const sent: RfqRecord = example("rev-c");
  const listed = sent.files.map((file): CheckedFile => ({ name: file.name, role: file.role ?? "", revision: file.revision }));
  const results = preflight(DATA, GUIDE, sent, listed);
  assert.deepEqual(results.filter((check) => check.result === "differs"), []);
  const agreed = results.filter((check) => check.result === "agrees").map((check) => check.id);
  assert.deepEqual(agreed, ["model-present", "drawing-present", "named-files", "part-number-in-names", "revision-in-names", "one-revision"]);
  const read = preflight(DATA, GUIDE, sent, [MODEL, DRAWING]);
  assert.deepEqual([...new Set(read.map((check) => check.result))], ["agrees"]);
});

test("of a file that is read, what is kept is what its contents tell, and not what its name and size do", () => {
  const kept = findingsByFile(DATA, GUIDE, record({ values: VALUES }), [MODEL, { name: "other.stp", role: "model" }]);
  assert.deepEqual([...kept.keys()], [MODEL.name]);
  assert.deepEqual(kept.get(MODEL.name)!.map(({ check }) => check), [
    "part-number-in-model", "revision-in-model", "whole-files", "contents-fit-names", "units-in-model", "solid-model", "model-not-older",
  ]);
});

test("a difference names its files and asks with what was found", () => {
  const [check] = checks([MODEL, { ...DRAWING, name: "TVR-10427_B.pdf" }]).filter(({ id }) => id === "revision-in-names");
  assert.deepEqual(check!.files, ["TVR-10427_B.pdf"]);
  assert.deepEqual(check!.evidence, ["TVR-10427_B.pdf: Rev B, not Rev C"]);
  assert.match(check!.ask ?? "", /\(TVR-10427_B\.pdf: Rev B, not Rev C\)$/);
  assert.ok(checks([MODEL, DRAWING]).every((each) => !("ask" in each)));
});

test("evidence is a line of plain words, whatever a file is called", () => {
  const name = "TVR-10428_C\u202Efdp\n.stp";
  for (const check of checks([{ ...MODEL, name }, { ...DRAWING, name: `${name}.pdf` }], { ...VALUES, "cad-file": name })) {
    assert.doesNotMatch(check.evidence.join(""), /\p{C}/u, check.id);
  }
});

test("a picture alone is not said to have a model beside it", () => {
  const found = checks([{ name: "a.jpg", role: "photo" }]).find(({ id }) => id === "drawing-present")!;
  assert.deepEqual([found.result, /model/.test(found.says + found.ask)], ["differs", false]);
});

test("a field that is not filled in is called by its label in the guide", () => {
  const found = preflight(DATA, GUIDE, record(), [MODEL]).find(({ id }) => id === "named-files");
  assert.deepEqual(found!.evidence, ["cad-file", "drawing-file"].map((field) => `The record has nothing under "${GUIDE.field(field).label}".`));
});

test("a part number or revision of any length takes no time", () => {
  const text = "1 ".repeat(10_000);
  for (const values of [{ "part-number": "1".repeat(40_000) }, { "part-number": "1", revision: "1".repeat(40_000) }]) {
    const files = [model({ products: [{ id: text, name: text }] }), drawing({ text })];
    for (const id of ["part-number-in-names", "part-number-in-model", "part-number-in-drawing"]) {
      const [found] = checks(files, values).filter((check) => check.id === id);
      assert.deepEqual([found!.result, /is too long/.test(found!.evidence[0]!)], ["cannot-tell", true], id);
    }
  }
  assert.equal(result("part-number-in-drawing", [DRAWING], { "part-number": "1".repeat(LONGEST_PART) }), "differs");
});

test("without a file there is nothing to check", () => {
  assert.deepEqual(checks([]), []);
});

test("a record with values of any kind is checked", () => {
  const odd = { "part-number": 5, revision: ["c"], units: 3, "release-ref": 7 } as unknown as Values;
  assert.ok(checks([MODEL, DRAWING], odd).every((check) => check.result !== "differs" || check.id === "named-files"));
});

test("of a file that was not looked into nothing is said but that", () => {
  const { facts: _, ...absent } = MODEL;
  const found = checks([absent, DRAWING]).filter(({ id }) => ["part-number-in-model", "units-in-model", "solid-model"].includes(id));
  assert.equal(found.length, 3);
  assert.equal(findingsByFile(DATA, GUIDE, record({ values: VALUES }), [absent]).size, 0);
  for (const { result: came, says, evidence } of found) assert.deepEqual([came, says, evidence], ["cannot-tell", DATA.unread, ["TVR-10427_C.stp"]]);
});

test("a model and a drawing that contradict each other are asked about without a revision in the record too", () => {
  const found = checks([model({}, { name: "TVR-10427_A.stp" }), DRAWING], { ...VALUES, revision: "" }).find(({ id }) => id === "revision-in-names")!;
  assert.equal(found.result, "differs");
  assert.match(found.ask!, /\(TVR-10427_A\.stp: Rev A; TVR-10427_C\.pdf: Rev C\)$/);
});

test("another version of a STEP file's product is told, and is no difference", () => {
  const products = [{ id: "TVR-10427", name: "TVR-10427", version: "7" }];
  const found = checks([model({ products })]).find(({ id }) => id === "revision-in-model")!;
  assert.deepEqual([found.result, found.evidence], ["cannot-tell", ["TVR-10427_C.stp: version 7, which may be the exporter's own count"]]);
});

test("a model older than its release is said, and nobody is asked about it", () => {
  const found = checks([model({ written: "2026-08-01T10:00:00" }), DRAWING]).find(({ id }) => id === "model-not-older")!;
  assert.deepEqual([found.result, found.ask], ["differs", undefined]);
});

test("a question that quotes sentences has no stop before its bracket closes", () => {
  for (const { ask } of checks([{ ...MODEL, name: "other.stp" }])) assert.doesNotMatch(ask ?? "", /\.[;)]/);
});

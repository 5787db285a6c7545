import assert from "node:assert/strict";
import { test } from "node:test";
import { CheckContext, checkedFile } from "../../../macros/client/preflight/checks/check-context.ts";
import type { FileFacts } from "../../../macros/client/preflight/file-facts.ts";
import { dayRead, factsOfEntry, keptFacts } from "../../../macros/client/preflight/kept-facts.ts";
import { offersOf } from "../../../macros/client/preflight/offers.ts";
import { preflight } from "../../../macros/client/preflight/preflight.ts";
import { withFile } from "../../../macros/client/record/file-entries.ts";
import type { FileEntry, RfqRecord, Values } from "../../../macros/client/record/types.ts";
import { DATA } from "../files-support.ts";
import { GUIDE, record } from "../support.ts";

const AT = "2026-11-29T02:00:00Z";
const SHA = "a".repeat(64);
const VALUES: Values = { "part-number": "TVR-10427", revision: "C", units: "mm" };
const STEP: FileFacts = {
  kind: "step", format: "STEP AP242", fits: true, complete: true, unit: "inch", geometry: "surfaces", problems: [],
  products: [{ id: "TVR-10999", name: "TVR-10999", version: "2" }], leastSize: [10, 5],
};
const PDF: FileFacts = {
  kind: "pdf", fits: true, complete: true, access: "open", pages: 1, problems: [], corner: new Blob(["x"]), titleBlock: "TITLE",
  text: "TARN VALLEY ROBOTICS BRACKET\nDWG NO. D-7788 REV B\nPART TVR-20000 ALUMINUM, ALL DIMENSIONS IN MM",
};

/** A record as it is kept: saved and opened again, so that only its JSON is left. */
function saved(file: FileEntry, facts: FileFacts, values: Values = VALUES): RfqRecord {
  const before = record({ values, files: [file] });
  const checked = checkedFile(file, facts);
  const read = { sha256: SHA, at: AT, facts: keptFacts(new CheckContext(DATA, GUIDE, before, [checked]), checked, facts) };
  return JSON.parse(JSON.stringify({ ...before, files: [{ ...file, read }] })) as RfqRecord;
}

const results = (facts: FileFacts | undefined, kept: RfqRecord): [string, string, string[]][] =>
  preflight(DATA, GUIDE, kept, kept.files.map((entry) => checkedFile(entry, facts))).map(({ id, result, evidence }) => [id, result, evidence]);

for (const [name, role, facts] of [["TVR-10427_C.stp", "model", STEP], ["TVR-10427_C.pdf", "drawing", PDF]] as const) {
  test(`what was found wrong in ${name} is said the same where the file is not at hand`, () => {
    const kept = saved({ name, sha256: SHA, role }, facts);
    assert.deepEqual(results(factsOfEntry(kept.files[0]!), kept), results(facts, kept));
    assert.ok(results(facts, kept).filter(([, result]) => result === "differs").length >= 3);
    assert.equal(dayRead(kept.files[0]!), "2026-11-29");
  });
}

test("neither text nor pictures of a drawing are in the record", () => {
  const kept = JSON.stringify(saved({ name: "a.pdf", sha256: SHA, role: "drawing" }, PDF));
  assert.ok(!/ALUMINUM|TITLE|corner/.test(kept), kept);
});

test("a part number that was not looked for cannot be told from what is kept", () => {
  const kept = saved({ name: "a.pdf", sha256: SHA, role: "drawing" }, PDF);
  const other = { ...kept, values: { ...VALUES, "part-number": "TVR-20000" } };
  const [, result] = results(factsOfEntry(kept.files[0]!), other).find(([id]) => id === "part-number-in-drawing")!;
  assert.equal(result, "cannot-tell");
});

test("what is kept is of one content: another one takes it along", () => {
  const kept = saved({ name: "a.stp", sha256: SHA, role: "model" }, STEP);
  const [entry] = kept.files;
  assert.ok(factsOfEntry(entry!));
  assert.equal(factsOfEntry({ ...entry!, sha256: "b".repeat(64) }), undefined);
  const [same] = withFile(kept, { name: "a.stp", revision: "D" }, AT).files;
  const [other] = withFile(kept, { name: "a.stp", sha256: "b".repeat(64) }, AT).files;
  assert.deepEqual([same!.read, other!.read], [entry!.read, undefined]);
});

test("a record from anywhere says nothing by facts that are none", () => {
  const odd = (read: unknown): FileFacts | undefined => factsOfEntry({ name: "a.stp", sha256: SHA, read } as never);
  for (const read of [undefined, null, 5, "x", [], {}, { sha256: SHA }, { sha256: SHA, facts: 3 }, { sha256: SHA, facts: { kind: "exe" } }]) assert.equal(odd(read), undefined);
  const facts = odd({ sha256: SHA, facts: { kind: "step", products: [{ id: 1 }], unit: ["mm"], found: { revisions: 1 }, problems: "x", corner: "y", constructor: 1, geometry: "gold" } });
  assert.deepEqual(facts, { kind: "step", problems: [] });
});

test("what files say is offered to details that are empty, with the file that says it", () => {
  const files = (model: FileFacts, drawing: FileFacts) => [
    checkedFile({ name: "TVR-10427_C.stp", sha256: SHA, role: "model" }, model), checkedFile({ name: "TVR-10427_C.pdf", role: "drawing" }, drawing),
  ];
  const offers = (values: Values, entries: FileEntry[] = []) => offersOf(DATA, GUIDE, record({ values, files: entries }), files({ ...STEP, products: [{ id: "TVR-10427_C", name: "" }] }, PDF))
    .map(({ field, value, file }) => `${field}: ${value} (${file})`);
  assert.deepEqual(offers({}), [
    "part-number: TVR-10427 (TVR-10427_C.stp)", "revision: C (TVR-10427_C.stp)", "drawing-number: D-7788 (TVR-10427_C.pdf)",
    "cad-file: TVR-10427_C.stp (TVR-10427_C.stp)", "units: inch (TVR-10427_C.stp)", "drawing-file: TVR-10427_C.pdf (TVR-10427_C.pdf)",
  ]);
  assert.deepEqual(offers({ "part-number": "X-1", revision: "A", units: "mm", "cad-file": "x.stp", "drawing-file": "none", "drawing-number": "D" }), []);
  const declined = [{ name: "TVR-10427_C.stp", declined: ["part-number", "revision", "unit", "model-name"] }];
  assert.ok(!offers({}, declined).join().includes("TVR-10427_C.stp"));
});

test("what cannot be told, or is no answer of its detail, is not offered", () => {
  const offers = (facts: Partial<FileFacts>, name = "bracket.stp") => offersOf(DATA, GUIDE, record({}), [
    checkedFile({ name, role: "model" }, { kind: "step", problems: [], ...facts }), checkedFile({ name: "other.stp", role: "model" }, undefined),
  ]).map(({ field, value }) => `${field}: ${value}`);
  assert.deepEqual(offers({ unit: "m" }), []);
  assert.deepEqual(offers({ products: [{ id: "TVR-1", name: "" }], partial: true }), []);
  assert.deepEqual(offers({}, "TVR-10427_v3.stp"), ["part-number: TVR-10427"]);
});

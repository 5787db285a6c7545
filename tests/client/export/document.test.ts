import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block, LabeledText, Table } from "../../../macros/client/export/document-types.ts";
import { requestDocument } from "../../../macros/client/export/document.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { tableRows } from "../../../macros/client/export/table-rows.ts";
import { example, record, summaryOf } from "../support.ts";

function blocks(of: RfqRecord, heading: string): Block[] {
  return requestDocument(summaryOf(of)).chapters.find((chapter) => chapter.heading === heading)?.blocks ?? [];
}

function details(of: RfqRecord, heading: string): (LabeledText | Table)[] {
  return blocks(of, heading).flatMap((block) => (block.kind === "details" ? block.details : []));
}

const kept = (parts: object): RfqRecord["builds"][number] => ({ name: "Rev B", stage: null, at: "2026-05-18T09:00:00Z", values: {}, answers: {}, ...parts });

test("chapters come in the order a supplier quotes in, and none of them grades the buyer", () => {
  assert.deepEqual(requestDocument(summaryOf(example("rev-c"))).chapters.map((chapter) => chapter.heading), [
    "Order and releases", "Product definition", "Critical dimensions", "Finish and masking", "Documents requested",
    "History and changes", "Packing", "Notes", "Files", "Left open",
  ]);
});

test("the check sheet follows where it goes along", () => {
  const headings = requestDocument({ ...summaryOf(example("rev-c")), withCheckSheet: true }).chapters.map((chapter) => chapter.heading);
  assert.deepEqual(headings.slice(10), [
    "Check sheet", "Where the part is", "Items since Rev B, 2026-05-18", "Pilot lock checklist", "RFQ checklist", "Production-readiness checklist", "Open questions",
  ]);
});

test("a blank record is a title block of blanks, and nothing else", () => {
  const { kind, name, running, titleBlock, chapters } = requestDocument(summaryOf(record()));
  assert.deepEqual([kind, name, running], ["Request for quotation", "", "2026-09-08"]);
  assert.deepEqual(titleBlock[0], [{ label: "Part number", text: "" }, { label: "Revision", text: "" }]);
  assert.deepEqual(chapters, []);
});

test("a revision alone names the document", () => {
  assert.equal(requestDocument(summaryOf(record({ values: { revision: "C" } }))).name, "revision C");
});

test("every value of a record is said once, in the title block or in a chapter", () => {
  const of = example("rev-c");
  const { titleBlock, chapters } = summaryOf(of);
  const said = [...titleBlock.flat(), ...chapters].flatMap((each) => each.details.map(({ field }) => field.id));
  assert.deepEqual([...said].sort(), ["stage", ...Object.keys(of.values)].sort());
});

test("a detail that no chapter names stands at the end", () => {
  const summary = summaryOf(record({ values: { edges: "break 0.1 mm" } }));
  const finish = summary.chapters.find(({ id }) => id === "finish-and-masking")!;
  assert.deepEqual(finish.details.map(({ text }) => text), ["break 0.1 mm"]);
  assert.deepEqual(summary.chapters.at(-1), { id: "further", label: "Further details", means: undefined, details: [], remarks: [] });
});

test("a detail that is not applicable says so with its reason, its own or that of its item", () => {
  const of = record({
    stage: "pilot-run", values: { finish: "anodized" }, na: { masked: "no fits" },
    answers: { "pilot-lock/critical-dimensions": { status: "na", note: "general tolerances only" } },
  });
  assert.deepEqual(details(of, "Finish and masking"), [{ label: "Masked features", text: "Not applicable: no fits" }]);
  assert.deepEqual(details(of, "Critical dimensions"), [{ label: "Critical dimension list", text: "Not applicable: general tolerances only" }]);
});

test("rows become a table without the columns that nobody filled", () => {
  const table = details(example("rev-b"), "Critical dimensions").find((each): each is Table => "rows" in each)!;
  assert.deepEqual(table.columns.map((column) => column.label), ["Feature", "Limits", "Unit"]);
  assert.deepEqual(table.rows[2], ["4x M5 threads, coated", "", ""]);
});

test("a value that does not fit its field is said as it is, and one that cannot be seen not at all", () => {
  const values = { "critical-dims": "see drawing", "packing": "\u200B", "label": [{ id: "1" }] };
  assert.deepEqual(details(record({ values }), "Critical dimensions"), [{ label: "Critical dimension list", text: "see drawing" }]);
  assert.deepEqual(blocks(record({ values }), "Packing"), []);
});

test("a file says what is known of it, and unknown where others know more", () => {
  const files = [
    { name: "a.stp", size: 0, role: "ballooned-drawing" }, { name: "b.pdf", size: null, sha256: null, revision: "C" },
  ];
  assert.deepEqual(blocks(record({ files }), "Files"), [{ kind: "details", details: [{
    label: "",
    columns: [
      { label: "File", kind: "text" }, { label: "Role", kind: "text" }, { label: "Revision", kind: "text" },
      { label: "Size (bytes)", kind: "integer" },
    ],
    rows: [["a.stp", "Ballooned drawing", "unknown", "0"], ["b.pdf", "unknown", "C", "unknown"]],
  }] }]);
});

test("a build from which nothing differs says so, and one without a name is the last build", () => {
  const of = record({ values: { revision: "B" }, builds: [kept({ name: " ", values: { revision: "B" } })] });
  assert.deepEqual(details(of, "History and changes"), [{ label: "Changed since the last build, kept 2026-05-18", text: "Nothing" }]);
});

test("a detail that went is told as not given, and one that came as given for the first time", () => {
  const now = record({ values: { alloy: "6061" }, builds: [kept({ values: { revision: "B" } })] });
  const [changed, given] = details(now, "History and changes");
  assert.deepEqual((changed as Table).rows, [["Revision", "B", "not given"]]);
  assert.deepEqual(given, { label: "Given for the first time", text: "Alloy or grade" });
  const lines = tableRows(summaryOf(now)).filter((line) => line.list === "changes").slice(1);
  assert.deepEqual(lines.map(({ detail, value, note }) => [detail, value, note]), [["Revision", "not given", "was: B"], ["Given for the first time", "Alloy or grade", ""]]);
});

test("a row that came is given for the first time, and one that went has changed", () => {
  const row = (id: string): object => ({ id, dim: id.toUpperCase(), limits: "0.05" });
  const now = record({ values: { "critical-dims": [row("cd-2")] as never }, builds: [kept({ values: { "critical-dims": [row("cd-1")] } })] });
  const [changed, given] = details(now, "History and changes");
  assert.deepEqual((changed as Table).rows.map(([label, , to]) => [label, to]), [["Critical dimension list: CD-1", "not given"]]);
  assert.equal((given as LabeledText).text, "Critical dimension list: CD-2");
});

test("the note on an item that is done is part of the request, once where two lists ask the same; a reason stands with its details", () => {
  const answers = {
    "pilot-lock/alloy-and-temper": { status: "done" as const, note: "we have 40 kg\nof plate from one lot" },
    "rfq/prototype-history": { status: "done" as const, note: "Rev A is with you" },
    "readiness/prototype-history": { status: "done" as const, note: "Rev A is with you" },
    "pilot-lock/packing-and-labeling": { status: "open" as const, note: "asked our carrier" },
    "pilot-lock/critical-dimensions": { status: "na" as const, note: "none, approved by M. Ito" },
    "rfq/cad-and-drawing": { status: "done" as const, note: " \u200b " },
  };
  const of = record({ stage: "pilot-run", answers });
  assert.deepEqual(details(of, "Notes"), [
    { label: "Material grade and temper", text: "we have 40 kg\nof plate from one lot" }, { label: "Prototype history", text: "Rev A is with you" },
  ]);
  assert.deepEqual(details(of, "Left open"), [{ label: "Packing and labeling", text: "asked our carrier" }]);
});

test("left open is what the buyer says of it: open items with a note, and what is to be decided; a blank is not", () => {
  const answers = {
    "pilot-lock/alloy-and-temper": { status: "open" as const, note: "stock not chosen" },
    "rfq/material-and-finish": { status: "open" as const },
    "pilot-lock/packing-and-labeling": { status: "done" as const, note: "agreed" },
  };
  const of = record({ stage: "pilot-run", values: { open: "boss height", finish: "TBD" }, answers });
  assert.deepEqual(details(of, "Left open"), [
    { label: "Features still open", text: "boss height" }, { label: "Material grade and temper", text: "stock not chosen" }, { label: "Finish", text: "TBD" },
  ]);
});

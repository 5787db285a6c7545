import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block, Fact, Table, Tick } from "../../macros/client/export/blocks.ts";
import { documentOf } from "../../macros/client/export/document.ts";
import type { RfqRecord } from "../../macros/client/types.ts";
import { linesOf } from "../../macros/client/export/lines.ts";
import { GUIDE, example, record, summaryOf } from "./support.ts";

function blocks(of: RfqRecord, heading: string): Block[] {
  return documentOf(summaryOf(of)).chapters.find((chapter) => chapter.heading === heading)!.blocks;
}

function tick(of: RfqRecord, heading: string, label: string): Tick {
  const items = blocks(of, heading).find((block) => block.kind === "items")!;
  return items.items.find((item) => item.label === label)!;
}

test("chapters come in the order a desk reads them", () => {
  assert.deepEqual(documentOf(summaryOf(example("rev-c"))).chapters.map((chapter) => chapter.heading), [
    "Verdict", "Where the part is", "What changed since Rev B, 2026-05-18", "Pilot lock", "RFQ checklist", "Production-readiness checklist", "Documents requested", "Files",
    "Open questions", "Next step",
  ]);
});

test("a record without a part has a title all the same", () => {
  const { title, running, facts } = documentOf(summaryOf(record()));
  assert.equal(title, "RFQ summary");
  assert.equal(running, "2026-09-08");
  assert.deepEqual(facts[0], { label: "Part number", words: "not given" });
});

test("a revision alone names the document", () => {
  assert.equal(documentOf(summaryOf(record({ values: { revision: "C" } }))).title, "RFQ summary: revision C");
});

test("a reason is called a reason, a note a note", () => {
  const answers = {
    "pilot-lock/finish-and-masking": { status: "na" as const, note: "as machined" },
    "pilot-lock/alloy-and-temper": { status: "open" as const, note: "stock not chosen" },
  };
  const about = (label: string): unknown[] => tick(record({ answers }), "Pilot lock", label).about;
  assert.deepEqual(about("Finish and masking"), [{ label: "Reason", words: "as machined" }]);
  assert.deepEqual(about("Alloy and temper")[0], { label: "Note", words: "stock not chosen" });
});

test("an item whose wording has changed says so", () => {
  const answers = { "pilot-lock/packing-and-labeling": { status: "done" as const, text: "an older digest" } };
  const about = tick(record({ answers }), "Pilot lock", "Packing and labeling").about;
  assert.equal(about[0]?.label, "Check again");
});

test("a required field that is missing is named once, under the first item that asks for it", () => {
  const named = documentOf(summaryOf(record())).chapters
    .flatMap((chapter) => chapter.blocks)
    .flatMap((block) => (block.kind === "items" ? block.items : []))
    .flatMap((item) => item.about)
    .filter((about): about is Fact => about.label === "Not given")
    .flatMap((about) => about.words.split(", "));
  assert.ok(named.includes("Part number"));
  assert.equal(new Set(named).size, named.length);
});

test("rows become a table without the columns that nobody filled", () => {
  const about = tick(example("rev-b"), "Pilot lock", "Critical dimensions").about;
  const table = about.find((each): each is Table => "rows" in each)!;
  assert.deepEqual(table.columns.map((column) => column.label), ["Feature", "Limits", "Unit"]);
  assert.deepEqual(table.rows[2], ["4x M5 threads, coated", "", ""]);
});

test("rows of one column are said in words", () => {
  const about = tick(example("rev-c"), "RFQ checklist", "Quantity and reorder pattern").about;
  assert.deepEqual(about.find((each) => each.label === "Quantity breaks"), {
    label: "Quantity breaks", words: "50 pcs; 150 pcs; 300 pcs; 600 pcs",
  });
});

test("a value that does not fit its field is said as it is", () => {
  const values = { "critical-dims": "see drawing", "packing": "\u200B", "label": [{ id: "1" }] };
  const about = (label: string): (Fact | Table)[] => tick(record({ values }), "Pilot lock", label).about;
  assert.deepEqual(about("Critical dimensions")[0], { label: "Critical dimension list", words: "see drawing" });
  assert.ok(!about("Packing and labeling").some((each) => each.label === "Packing method"));
});

test("a file says what is known of it, and unknown where others know more", () => {
  const files = [
    { name: "a.stp", size: 0, role: "ballooned-drawing" }, { name: "b.pdf", size: null, sha256: null, revision: "C" },
  ];
  assert.deepEqual(blocks(record({ files }), "Files"), [{ kind: "about", about: [{
    label: "",
    columns: [
      { label: "File", kind: "text" }, { label: "Role", kind: "text" }, { label: "Revision", kind: "text" },
      { label: "Size (bytes)", kind: "integer" },
    ],
    rows: [["a.stp", "Ballooned drawing", "unknown", "0"], ["b.pdf", "unknown", "C", "unknown"]],
  }] }]);
});

test("a next step on a supplier's site is a link, a page of the guide is named", () => {
  const summary = summaryOf(record());
  const step = (url: string): Block => {
    const outcome = { ...summary.outcome, next_label: "Go", next_url: url };
    return documentOf({ ...summary, outcome }).chapters.at(-1)!.blocks[0]!;
  };
  for (const url of ["https://supplier.example/quote", "mailto:quotes@supplier.example"]) {
    assert.deepEqual(step(url), { kind: "link", label: "Go", url });
  }
  assert.deepEqual(step("/upload/"), { kind: "text", text: "Go: page /upload/ of the guide." });
  assert.equal(step("javascript:alert(1)").kind, "text");
  assert.equal(step("https://a.example/>x").kind, "text");
});

test("a build from which nothing differs says so, and one without a name is the last build", () => {
  const bare = record({ values: { revision: "B" } });
  const kept = { name: " ", stage: null, at: "2026-05-18T09:00:00Z", values: { revision: "B" }, answers: {} };
  const heading = "What changed since the last build, 2026-05-18";
  assert.deepEqual(blocks({ ...bare, builds: [kept] }, heading), [{ kind: "text", text: "Nothing." }]);
});

test("a detail that came or went is told as not given on the other side", () => {
  const kept = { name: "Rev B", stage: null, at: "2026-05-18T09:00:00Z", values: { revision: "B" }, answers: {} };
  const now = record({ values: { alloy: "6061" }, builds: [kept] });
  const [block] = blocks(now, "What changed since Rev B, 2026-05-18");
  assert.deepEqual((block as { about: Table[] }).about[0]!.rows, [["Revision", "B", "not given"], ["Alloy", "not given", "6061"]]);
  const lines = linesOf(summaryOf(now)).filter((line) => line.list === "changes" && line.item);
  assert.deepEqual(lines.map(({ value, note }) => [value, note]), [["not given", "was: B"], ["6061", "was: not given"]]);
});

test("at the last stage no column holds a part back", () => {
  const levels = Object.fromEntries(GUIDE.guide.levels.map((column) => [column.id, "repeat-production"]));
  assert.deepEqual(blocks(record({ levels }), "Where the part is").map((block) => block.kind), ["text"]);
});

test("an item that settled since the build, and one that is open again, are told in this order", () => {
  const answers = (first: "done" | "open", second: "done" | "open") =>
    ({ "pilot-lock/alloy-and-temper": { status: first }, "pilot-lock/cad-and-drawing": { status: second } });
  const kept = { name: "Rev B", stage: null, at: "2026-05-18T09:00:00Z", values: {}, answers: answers("done", "open") };
  const now = record({ answers: answers("open", "done"), builds: [kept] });
  const told = blocks(now, "What changed since Rev B, 2026-05-18").filter((block) => block.kind === "text").map((block) => block.text);
  assert.deepEqual(told, ["Settled then, open now:", "Settled since:"]);
  const turns = linesOf(summaryOf(now)).filter((line) => line.list === "changes" && line.item);
  assert.deepEqual(turns.map((line) => line.detail), ["Settled then, open now", "Settled since"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block, DocumentItem } from "../../../macros/client/export/document-types.ts";
import { checkSheetDocument } from "../../../macros/client/export/document.ts";
import { tableRows } from "../../../macros/client/export/table-rows.ts";
import { toMarkdown } from "../../../macros/client/export/markdown.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { GUIDE, example, record, summaryOf } from "../support.ts";

function blocks(of: RfqRecord, heading: string): Block[] {
  return checkSheetDocument(summaryOf(of)).chapters.find((chapter) => chapter.heading === heading)!.blocks;
}

function itemOf(of: RfqRecord, label: string): DocumentItem {
  const items = blocks(of, "Pilot lock checklist").find((block) => block.kind === "items")!;
  return items.items.find((item) => item.label === label)!;
}

test("the check sheet holds verdict, levels, what turned, the lists and the questions", () => {
  assert.deepEqual(checkSheetDocument(summaryOf(example("rev-c"))).chapters.map((chapter) => chapter.heading), [
    "Verdict", "Where the part is", "Items since Rev B, 2026-05-18", "Pilot lock checklist", "RFQ checklist", "Production-readiness checklist", "Open questions",
  ]);
});

test("it says what it is about, and of which guide it is", () => {
  const { kind, name, titleBlock } = checkSheetDocument(summaryOf(example("rev-c")));
  assert.deepEqual([kind, name], ["Check sheet", "TVR-10427, revision C"]);
  assert.deepEqual(titleBlock[0]!.at(-1), { label: "Guide version", text: GUIDE.version });
});

test("a reason is called a reason, a note a note", () => {
  const answers = {
    "pilot-lock/critical-dimensions": { status: "na" as const, note: "as machined" },
    "pilot-lock/alloy-and-temper": { status: "open" as const, note: "stock not chosen" },
  };
  assert.deepEqual(itemOf(record({ answers }), "Critical dimensions").details[0], { label: "Reason", text: "as machined" });
  assert.deepEqual(itemOf(record({ answers }), "Material grade and temper").details[0], { label: "Note", text: "stock not chosen" });
});

test("an item whose wording has changed says so", () => {
  const answers = { "pilot-lock/packing-and-labeling": { status: "done" as const, text: "an older digest" } };
  assert.equal(itemOf(record({ answers }), "Packing and labeling").details[0]?.label, "Check again");
});

test("a required field that is missing is named once, under the first item that asks for it", () => {
  const named = checkSheetDocument(summaryOf(record())).chapters
    .flatMap((chapter) => chapter.blocks)
    .flatMap((block) => (block.kind === "items" ? block.items : []))
    .flatMap((item) => item.details)
    .filter((about) => about.label === "Not given")
    .flatMap((about) => about.text.split(", "));
  assert.ok(named.includes("Part number"));
  assert.equal(new Set(named).size, named.length);
});

test("at the last stage no column holds a part back", () => {
  const levels = Object.fromEntries(GUIDE.levels.map((column) => [column.id, "repeat-production"]));
  assert.deepEqual(blocks(record({ levels }), "Where the part is").map((block) => block.kind), ["text"]);
});

test("an item that settled since the build, and one that is open again, are told in this order", () => {
  const answers = (first: "done" | "open", second: "done" | "open") =>
    ({ "pilot-lock/alloy-and-temper": { status: first }, "pilot-lock/cad-and-drawing": { status: second } });
  const kept = { name: "Rev B", stage: null, at: "2026-05-18T09:00:00Z", values: {}, answers: answers("done", "open") };
  const now = record({ answers: answers("open", "done"), builds: [kept] });
  const told = blocks(now, "Items since Rev B, 2026-05-18").filter((block) => block.kind === "text").map((block) => block.text);
  assert.deepEqual(told, ["Reopened since:", "Settled since:"]);
  const turns = tableRows({ ...summaryOf(now), withCheckSheet: true }).filter((line) => line.list === "check-sheet" && line.item && line.detail.endsWith("since"));
  assert.deepEqual(turns.map((line) => line.detail), ["Reopened since", "Settled since"]);
});

test("neither words to the buyer nor an address of the guide are in it", () => {
  const markdown = toMarkdown(checkSheetDocument(summaryOf(record())));
  assert.doesNotMatch(markdown, /https?:|Next step|Begin with|Send the package/);
});

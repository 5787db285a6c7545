import assert from "node:assert/strict";
import { test } from "node:test";
import type { TableRow } from "../../../macros/client/export/table-row.ts";
import { tableRows } from "../../../macros/client/export/table-rows.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { GUIDE, example, record, summaryOf } from "../support.ts";

const lines = (of: RfqRecord): TableRow[] => tableRows(summaryOf(of));
const checked = (of: RfqRecord): TableRow[] => tableRows({ ...summaryOf(of), withCheckSheet: true });

test("the title block comes first, each detail under its cell's name or, among others, its own", () => {
  const rows = lines(example("rev-c")).filter(({ list }) => list === "title-block");
  assert.deepEqual(rows.slice(0, 5).map(({ item, detail, value }) => [item, detail, value]), [
    ["part-name", "Part", "Bracket, encoder mount"], ["part-number", "Part number", "TVR-10427"], ["revision", "Revision", "C"],
    ["rfq-no", "RFQ number", "RFQ-TVR-2026-041"], ["due-date", "Quote due", "2026-09-18"],
  ]);
  const said = new Map(rows.map((row) => [row.detail, row]));
  assert.deepEqual([said.get("Quantity")!.value, said.get("Quantity")!.unit], [50, "pcs"]);
  assert.deepEqual([said.get("Need date")!.date, said.get("Date basis")!.value], [true, "Dock date"]);
  assert.deepEqual([said.get("Alloy or grade")!.value, said.get("Temper or condition")!.value], ["6061 (UNS A96061)", "T651"]);
});

test("without the check sheet nothing grades the record", () => {
  const lists = new Set(lines(example("rev-c")).map(({ list }) => list));
  assert.deepEqual([...lists], [
    "title-block", "order", "product-definition", "critical-dimensions", "finish-and-masking", "documents", "history", "changes", "packing", "notes", "files", "left-open",
  ]);
});

test("a note on what is done has a line without a status; one that cannot be seen has none", () => {
  const answers = {
    "pilot-lock/packing-and-labeling": { status: "done" as const, note: "trays are ours" },
    "rfq/prototype-history": { status: "done" as const, note: "Rev A is with you" },
    "readiness/prototype-history": { status: "done" as const, note: "Rev A is with you " },
    "pilot-lock/alloy-and-temper": { status: "done" as const, note: "\u200b" },
    "pilot-lock/cad-and-drawing": { status: "open" as const, note: "\u200b" },
  };
  const found = lines(record({ stage: "pilot-run", answers })).filter(({ list }) => list === "notes" || list === "left-open");
  assert.deepEqual(found.map(({ item, status, detail, value }) => [item, status, detail, value]), [
    ["pilot-lock/packing-and-labeling", "", "Packing and labeling", "trays are ours"],
    ["rfq/prototype-history", "", "Prototype history", "Rev A is with you"],
  ]);
});

test("what is left open has a line with the status", () => {
  const of = record({ stage: "pilot-run", values: { finish: "TBD" }, answers: { "pilot-lock/packing-and-labeling": { status: "open", note: "asked our carrier" } } });
  const found = lines(of).filter(({ list }) => list === "left-open");
  assert.deepEqual(found.map(({ item, status, detail, value }) => [item, status, detail, value]), [
    ["pilot-lock/packing-and-labeling", "open", "Packing and labeling", "asked our carrier"], ["finish", "open", "Finish", "TBD"],
  ]);
});

test("each item has one line with a status, and it is the only kind that has", () => {
  const items = checked(example("rev-c")).filter((line) => line.status);
  assert.equal(items.length, 17);
  assert.ok(items.every((line) => line.status === "done"));
});

test("a field of rows gives a line for each filled cell, named by row", () => {
  const found = lines(example("rev-c")).filter((line) => line.detail.startsWith("Earlier builds: Quantity"));
  assert.deepEqual(found.map(({ detail, value, unit }) => ({ detail, value, unit })), [
    { detail: "Earlier builds: Quantity (row 1)", value: 6, unit: "pcs" },
    { detail: "Earlier builds: Quantity (row 2)", value: 2, unit: "pcs" },
  ]);
  assert.ok(!lines(example("rev-c")).some((line) => line.detail === "Critical dimension list: Datums (row 1)"));
});

test("numbers come with their unit beside them, choices and lists in words", () => {
  const values = { "pilot-qty": 50, "coc": "yes", "label": ["lot", "po"], "need-date": "2026-10-30" };
  const of = (detail: string): TableRow => lines(record({ values })).find((line) => line.detail === detail)!;
  assert.deepEqual([of("Quantity").value, of("Quantity").unit], [50, "pcs"]);
  assert.equal(of("Certificate of conformity").value, "Yes");
  assert.equal(of("Label contents").value, "Lot, PO");
  assert.equal(of("Need date").date, true);
});

test("values of another kind than their field's are said as they are, unseen ones not at all", () => {
  const values = { "critical-dims": ["CD-1"], "packing": "\u200B", "coc": "\u200B", "fai": 7 };
  const details = lines(record({ values })).filter((line) => ["critical-dimensions", "documents", "packing"].includes(line.list));
  assert.deepEqual(details.map((line) => [line.detail, line.value]), [["First article inspection", 7]]);
});

test("an item whose wording has changed says so in its line", () => {
  const answers = { "pilot-lock/packing-and-labeling": { status: "done" as const, text: "an older digest" } };
  const said = checked(record({ answers })).find((line) => line.item === "packing-and-labeling" && line.status)?.value;
  assert.equal(said, "Locked; the wording has changed since, check again");
});

test("a required detail that is missing has a line of its own under the first item that asks for it", () => {
  const found = checked(record({ values: { revision: "C" } })).filter((line) => line.detail === "Not given");
  assert.deepEqual(found.filter((line) => line.value === "Part number").map((line) => [line.list, line.item, line.status]), [["pilot-lock", "cad-and-drawing", ""]]);
  assert.ok(!found.some((line) => line.value === "Revision"));
  assert.equal(new Set(found.map((line) => line.value)).size, found.length);
});

test("the stage that the levels give is said with the columns that decide, once all are picked", () => {
  const columns = GUIDE.levels;
  const levels = { ...Object.fromEntries(columns.map(({ id }) => [id, "pilot-run"])), "drawing-maturity": "functional-prototype" };
  const said = (of: Record<string, string>): unknown[] => checked(record({ levels: of }))
    .filter((line) => ["Where the part is", "Column that decides"].includes(line.detail))
    .map((line) => [line.item, line.value, line.note]);
  const drawing = columns.find(({ id }) => id === "drawing-maturity")!;
  assert.deepEqual(said(levels), [
    ["", GUIDE.stageLabel("functional-prototype"), ""],
    ["drawing-maturity", drawing.label, `next level: ${drawing.levels[2]}`],
  ]);
  assert.deepEqual(said({ "drawing-maturity": "pilot-run" }), []);
});

test("files have a line for each thing known", () => {
  const files = [{ name: "a.stp", size: 0, role: "model", sha256: null }];
  const found = lines(record({ files })).filter((line) => line.list === "files");
  assert.deepEqual(found.map((line) => [line.item, line.detail, line.value, line.unit]), [
    ["a.stp", "File", "a.stp", ""], ["a.stp", "Role", "Model", ""], ["a.stp", "Size", 0, "bytes"],
  ]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluateItems } from "../../../macros/client/summary/evaluate-items.ts";
import { titleBlock, titleBlockOnSteps } from "../../../macros/client/summary/title-block.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { GOLDEN_GUIDE, GUIDE, example, record } from "../support.ts";

const words = (of: RfqRecord): [string, string][][] =>
  titleBlock(evaluateItems(GUIDE, of, "2026-09-08")).map((cells) => cells.map(({ label, text }): [string, string] => [label, text]));

test("the title block holds what a desk files and quotes by, row by row", () => {
  assert.deepEqual(words(example("rev-c")), [
    [["Part", "Bracket, encoder mount"], ["Part number", "TVR-10427"], ["Revision", "C"]],
    [["RFQ number", "RFQ-TVR-2026-041"], ["Quote due", "2026-09-18"], ["Contact", "buyer@tarnvalley.example"], ["Company", "Tarn Valley Robotics"]],
    [["Request", "Pilot run"], ["Quantity", "50 pcs"], ["Price at", "50, 150, 300, 600 pcs"], ["Order type", "Pilot order, then blanket order"]],
    [["Need date", "2026-10-30, Dock date"], ["Delivery", "DAP Eindhoven, NL (Incoterms 2020)"], ["Destination", "Eindhoven, NL"]],
    [["Material", "6061 (UNS A96061), T651, ASTM B209, plate"], ["Finish", "MIL-PRF-8625 Type II Class 2 black, 8-15 µm, sealed, no hexavalent chromium"]],
    [["Drawing", "Released"], ["Released by", "ECO-0317, 2026-08-24"], ["Units", "mm"]],
    [["Export control", "Assessed: not controlled"], ["NDA", "NDA-2026-007"]],
  ]);
});

test("of a blank record the cells stay that every request has, and say nothing", () => {
  assert.deepEqual(words(record()).flat(), ["Part number", "Revision", "Contact", "Request", "Quantity", "Need date", "Material", "Export control"].map((label) => [label, ""]));
});

test("the steps show the same eight cells whatever is given", () => {
  const labels = (of: RfqRecord): string[] => titleBlockOnSteps(evaluateItems(GUIDE, of, "2026-09-08")).map(({ label }) => label);
  assert.deepEqual(labels(record()), ["Part", "Part number", "Revision", "Request", "Quantity", "Need date", "Material", "Finish"]);
  assert.deepEqual(labels(example("rev-c")), labels(record()));
});

test("the quantity is the one of this request, not one that was given for another", () => {
  const quantity = (stage: string, values: RfqRecord["values"]): string => words(record({ stage, values })).flat().find(([label]) => label === "Quantity")![1];
  const values = { "build-qty": 6, "pilot-qty": 50, "release-qty": 150 };
  assert.equal(quantity("functional-prototype", values), "6 pcs");
  assert.equal(quantity("pilot-run", values), "50 pcs");
  assert.equal(quantity("repeat-production", { ...values, "order-type": "blanket" }), "150 pcs");
  assert.equal(quantity("repeat-production", { "pilot-qty": 50, "order-type": "blanket" }), "");
});

test("a detail that is not applicable says so with its reason", () => {
  const of = record({ values: { alloy: "PEEK" }, na: { temper: "a plastic" } });
  assert.deepEqual(words(of).flat().find(([label]) => label === "Material"), ["Material", "PEEK"]);
  const terms = record({ stage: "pilot-run", na: { incoterm: "collected by us" } });
  assert.deepEqual(words(terms).flat().find(([label]) => label === "Delivery"), ["Delivery", "Not applicable: collected by us"]);
});

test("rows and cells follow the data of any guide", () => {
  const of = record({ values: { "revision": "B", "pilot-qty": 5 } });
  const rows = titleBlock(evaluateItems(GOLDEN_GUIDE, of, "2026-09-08"));
  assert.deepEqual(rows.map((cells) => cells.map(({ label, text }) => [label, text])), [[["Part number", ""], ["Rev", "B"]], [["Quantity", "5"]]]);
});

test("what a designation says already is not said after it", () => {
  const material = (values: RfqRecord["values"]): string => words(record({ values })).flat().find(([label]) => label === "Material")![1];
  assert.equal(material({ alloy: "7075-T651", temper: "T651", form: "plate" }), "7075-T651, plate");
  assert.equal(material({ alloy: "6061-T6511", temper: "T651" }), "6061-T6511, T651");
  assert.equal(material({ alloy: "7075-T6/T651", temper: "T651" }), "7075-T6/T651, T651");
});

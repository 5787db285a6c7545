import assert from "node:assert/strict";
import { test } from "node:test";
import { GuideIndex } from "../../../macros/client/record/guide-index.ts";
import type { Condition, RfqRecord } from "../../../macros/client/record/types.ts";
import { monthsBefore } from "../../../macros/client/summary/cells.ts";
import { Conditions } from "../../../macros/client/summary/conditions.ts";
import { contradictions } from "../../../macros/client/summary/contradictions.ts";
import { GUIDE, GUIDE_DATA, record } from "../support.ts";

const TODAY = "2026-09-08";

function holds(condition: Condition, of: Partial<RfqRecord>): boolean {
  return new Conditions(GUIDE, record(of), TODAY).holds(condition, "everything");
}

const values = (given: RfqRecord["values"]): Partial<RfqRecord> => ({ values: given });
const dims = (...rows: object[]): Partial<RfqRecord> => values({ "critical-dims": rows.map((row, index) => ({ id: `row-${index}`, ...row })) });

test("a rule holds only when all of its conditions do", () => {
  const all = ["part-number", "revision"].map((field) => ({ field, test: "filled" }) as const);
  const guide = new GuideIndex({ ...GUIDE_DATA, contradictions: [{ id: "both", ask: "?", all }] });
  const found = (given: RfqRecord["values"]): number => {
    const of = record({ values: given });
    return contradictions(guide, of, new Conditions(guide, of, TODAY)).length;
  };
  assert.deepEqual([found({ revision: "B" }), found({ revision: "B", "part-number": "1" })], [0, 1]);
});

test("a blank is empty, and is neither something nor something else", () => {
  assert.ok(holds({ field: "revision", test: "empty" }, {}));
  assert.ok(holds({ field: "revision", test: "empty" }, values({ revision: " " })));
  assert.ok(!holds({ field: "drawing-status", test: "is", value: "released" }, {}));
  assert.ok(!holds({ field: "drawing-status", test: "none-of", values: ["released"] }, {}));
  assert.ok(holds({ field: "drawing-status", test: "none-of", values: ["released"] }, values({ "drawing-status": "prototype" })));
  assert.ok(!holds({ field: "finish", test: "matches-not", words: ["black"] }, {}));
});

test("one of several choices is enough", () => {
  assert.ok(holds({ field: "label", test: "includes", value: "lot" }, values({ label: ["po", "lot"] })));
  assert.ok(!holds({ field: "label", test: "includes", value: "lot" }, values({ label: ["po"] })));
});

test("words are found whole, whatever their case, with any ending after a star", () => {
  const says = (finish: string, words: string[], match?: "whole"): boolean => holds({ field: "finish", test: "matches", words, ...(match ? { match } : {}) }, values({ finish }));
  assert.ok(says("Black ANODIZED, 10 µm", ["anodiz*"]));
  assert.ok(!says("unanodized", ["anodiz*"]));
  assert.ok(!says("non-film", ["film"]));
  assert.ok(says("chem\n film", ["chem film"]));
  assert.ok(says("±0.1", ["±*"]));
  assert.ok(says("None.", ["none"], "whole"));
  assert.ok(!says("none of it", ["none"], "whole"));
});

test("a quantity is above every break only where there are breaks in numbers", () => {
  const above = { field: "pilot-qty", test: "above-every", than: "quantity-breaks" } as const;
  const breaks = (...quantities: (number | string)[]): Partial<RfqRecord> =>
    values({ "pilot-qty": 50, "quantity-breaks": quantities.map((quantity, index) => ({ id: `row-${index}`, quantity })) });
  assert.ok(holds(above, breaks(10, 49)));
  assert.ok(!holds(above, breaks(10, 50)));
  assert.ok(!holds(above, breaks("many")));
  assert.ok(!holds(above, values({ "pilot-qty": 50, "quantity-breaks": ["10"] })));
  assert.ok(!holds(above, values({ "pilot-qty": "50", "quantity-breaks": [{ id: "a", quantity: 10 }] })));
});

test("dates are compared as days, and a word is no date", () => {
  assert.ok(holds({ field: "need-date", test: "before", than: "today" }, values({ "need-date": "2026-09-07" })));
  assert.ok(!holds({ field: "need-date", test: "before", than: "today" }, values({ "need-date": TODAY })));
  assert.ok(!holds({ field: "need-date", test: "before", than: "due-date" }, values({ "need-date": "soon", "due-date": TODAY })));
  assert.ok(holds({ field: "need-date", test: "before", than: "due-date" }, values({ "need-date": "2026-09-01", "due-date": TODAY })));
  const lapsed = { field: "last-build", column: "date", row: "newest", test: "older-than", months: 24 } as const;
  const built = (...dates: string[]): Partial<RfqRecord> => values({ "last-build": dates.map((date, index) => ({ id: `row-${index}`, date })) });
  assert.ok(holds(lapsed, built("2024-09-07", TODAY)));
  assert.ok(!holds(lapsed, built("2024-09-08", "2020-01-01")));
});

test("months before a day end with a shorter month", () => {
  const days: [string, number, string][] = [
    ["2026-08-31", 6, "2026-02-28"], ["2028-08-31", 6, "2028-02-29"], ["2026-12-31", 1, "2026-11-30"], ["2026-02-28", 24, "2024-02-28"], ["2026-01-15", 1, "2025-12-15"],
  ];
  for (const [day, months, before] of days) assert.equal(monthsBefore(day, months), before);
});

test("a sample, a unit and what a row lacks are read out of rows and texts", () => {
  const sample = { field: "sampling", test: "sample-above", than: "pilot-qty" } as const;
  assert.ok(holds(sample, values({ sampling: "CD-1 on 50 of 50", "pilot-qty": 10 })));
  assert.ok(!holds(sample, values({ sampling: "CD-1 on 13 of 50", "pilot-qty": 50 })));
  const unit = { field: "critical-dims", column: "unit", test: "unit-differs", than: "units" } as const;
  const units = (of: string): Partial<RfqRecord> => ({ values: { units: "mm", ...dims({ unit: of }).values } });
  assert.deepEqual([holds(unit, units("in")), holds(unit, units("mm")), holds(unit, units("µm"))], [true, false, false]);
  const lacks = { field: "critical-dims", column: "datums", test: "row-lacks", where: { column: "feature", words: ["position"] } } satisfies Condition;
  assert.ok(holds(lacks, dims({ feature: "Hole position" })));
  assert.ok(!holds(lacks, dims({ feature: "Hole position", datums: "A" }, { feature: "Bore" }, {})));
});

test("a request is compared by its place on the path, and a blank one is questioned by no rule", () => {
  const least = { stage: "request", test: "at-least", value: "pilot-run" } as const;
  assert.ok(holds(least, { stage: "repeat-production" }));
  assert.ok(!holds(least, { stage: "proof-prototype" }));
  assert.ok(!holds(least, {}));
  assert.ok(new Conditions(GUIDE, record(), TODAY).holds(least), "to ask, a blank counts as the pilot run");
});

test("a part is behind its request by the weakest level that decides", () => {
  const ahead = { stage: "request", test: "ahead-of-part", by: 2 } as const;
  const levels = (...stages: string[]): Record<string, string> =>
    Object.fromEntries(["typical-quantity", "material-finish-fidelity", "drawing-maturity", "inspection-depth"].map((column, index) => [column, stages[index]!]));
  const of = (...stages: string[]): Partial<RfqRecord> => ({ stage: "pilot-run", levels: levels(...stages) });
  const [proof, functional, pilot] = ["proof-prototype", "functional-prototype", "pilot-run"] as const;
  assert.ok(holds(ahead, of(pilot, proof, pilot, pilot)));
  assert.ok(!holds(ahead, of(proof, functional, pilot, pilot)));
  assert.ok(!holds(ahead, { stage: "pilot-run" }));
  const held = { stage: "request", test: "held-by-only", column: "drawing-maturity" } as const;
  assert.ok(holds(held, of(proof, pilot, functional, pilot)));
  assert.ok(!holds(held, of(pilot, pilot, functional, functional)));
  assert.ok(!holds(held, of(pilot, pilot, pilot, pilot)));
});

test("a list has something open until every item is settled", () => {
  const open = { checklist: "pilot-lock", test: "has-open" } as const;
  const answers = Object.fromEntries(GUIDE.checklist("pilot-lock").items.map((item) => [`pilot-lock/${item.id}`, { status: "done" as const }]));
  assert.ok(holds(open, {}));
  assert.ok(!holds(open, { answers }));
});

test("to ask, a detail that does not apply is empty; to question, it is what it says", () => {
  const of = record({ stage: "pilot-run", values: { finish: "as machined", masked: [{ id: "a", feature: "bore" }] } });
  const conditions = new Conditions(GUIDE, of, TODAY);
  const filled = { field: "masked", test: "filled" } as const;
  assert.deepEqual([conditions.applies("masked"), conditions.holds(filled), conditions.holds(filled, "everything")], [false, false, true]);
});

test("not applicable needs a field that may be, a reason, and nothing entered", () => {
  const aside = { field: "masked", test: "set-aside" } as const;
  const coated = { finish: "black anodize" };
  assert.ok(holds(aside, { values: coated, na: { masked: "no masking" } }));
  assert.ok(!holds(aside, { values: coated, na: { masked: " " } }));
  assert.ok(!holds(aside, { values: { ...coated, masked: [{ id: "a", feature: "bore" }] }, na: { masked: "no masking" } }));
  assert.ok(!holds({ field: "finish", test: "set-aside" }, { na: { finish: "none" } }));
});

test("an item set aside as a whole sets aside only details that may be, and only where an item may be", () => {
  const na = (ref: string): Partial<RfqRecord> => ({ stage: "pilot-run", answers: { [ref]: { status: "na", note: "none is critical" } } });
  assert.ok(holds({ field: "critical-dims", test: "set-aside" }, na("pilot-lock/critical-dimensions")));
  assert.ok(!holds({ field: "fai", test: "set-aside" }, na("pilot-lock/inspection-documents")));
});

test("what the guide does not have is an error of the site", () => {
  assert.throws(() => GUIDE.field("colour"), /The guide has no field colour/);
});

test("a request is not before its own stage", () => {
  const before = (stage: string): boolean => holds({ stage: "request", test: "before", value: "pilot-run" }, { stage });
  assert.deepEqual([before("functional-prototype"), before("pilot-run")], [true, false]);
});

test("a detail that was set aside with a reason is not empty", () => {
  const { id } = GUIDE.fields.find(({ na, asked_if }) => na === "allowed" && !asked_if)!;
  assert.deepEqual([holds({ field: id, test: "empty" }, {}), holds({ field: id, test: "empty" }, { na: { [id]: "none of it" } })], [true, false]);
});

test("a clause says a word and nothing else", () => {
  const isBare = (finish: string): boolean => holds({ field: "finish", test: "matches", match: "clause", words: ["none", "bare"] }, values({ finish }));
  assert.deepEqual(["none", "Finish: none.", "6061, bare (as cut)", "Steel - Bare"].map(isBare), [true, true, true, true]);
  assert.deepEqual(["bare bores, black", "threads bare", "nonesuch"].map(isBare), [false, false, false]);
});

test("a clause that a phrase rules out is passed over, and nothing else", () => {
  const coated = (finish: string, ...but_not: [string, ...string[]]): boolean =>
    holds({ field: "finish", test: "matches", words: ["coating*", "anodiz*", "hard coat"], but_not }, values({ finish }));
  assert.ok(!coated("As machined, No  coating", "no"));
  assert.ok(!coated("No coating, and no coating inside", "no"));
  assert.ok(!coated("No paint or coating", "no"));
  assert.ok(!coated("Not anodized", "not anodiz*"));
  assert.ok(coated("No coating inside, black coating outside", "no"));
  assert.ok(coated("no paint but a coating", "no"));
  assert.ok(coated("no paint\na coating", "no"));
  assert.ok(coated("nothing but a coating", "no"));
  assert.ok(coated("no coatings", "no coating"));
  assert.ok(!coated("coating not required", "not", "coating not"));
  assert.ok(coated("no paint - a coating", "no"));
  assert.ok(coated("no less than 20 µm coating", "no"));
  assert.ok(!coated("hard, no paint, coat", "no"));
  // A sign that stands for what was passed over is looked for once.
  assert.ok(coated("a ; coating ; b; coating", ";"));
});

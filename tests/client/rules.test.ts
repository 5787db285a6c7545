import assert from "node:assert/strict";
import { test } from "node:test";
import { GuideIndex } from "../../macros/client/guide.ts";
import { contradictions } from "../../macros/client/rules.ts";
import type { Condition, RfqRecord } from "../../macros/client/types.ts";
import { GUIDE, record } from "./support.ts";

const NONE = { field: null, item: null, checklist: null, stage: null, value: null, than: null } as Partial<Condition>;

function holds(condition: Partial<Condition>, of: Partial<RfqRecord>): boolean {
  const rule = { id: "tried", ask: "Which is it?", all: [{ ...NONE, ...condition } as Condition] };
  return contradictions(new GuideIndex({ ...GUIDE.guide, contradictions: [rule] }), record(of)).length === 1;
}

test("a rule holds only when all of its conditions do", () => {
  const both = ["part-number", "revision"].map((field) => ({ ...NONE, field, test: "filled" }) as Condition);
  const guide = new GuideIndex({ ...GUIDE.guide, contradictions: [{ id: "both", ask: "?", all: both }] });
  assert.equal(contradictions(guide, record({ values: { revision: "B" } })).length, 0);
  assert.equal(contradictions(guide, record({ values: { revision: "B", "part-number": "1" } })).length, 1);
});

test("a blank is empty, and is neither something nor something else", () => {
  assert.ok(holds({ field: "revision", test: "empty" }, {}));
  assert.ok(!holds({ field: "drawing-status", test: "is", value: "released" }, {}));
  assert.ok(!holds({ field: "drawing-status", test: "is-not", value: "released" }, {}));
  assert.ok(holds({ field: "drawing-status", test: "is-not", value: "released" }, { values: { "drawing-status": "prototype" } }));
});

test("one of several choices is enough", () => {
  assert.ok(holds({ field: "label", test: "is", value: "lot" }, { values: { label: ["po", "lot"] } }));
  assert.ok(!holds({ field: "label", test: "is", value: "lot" }, { values: { label: ["po"] } }));
});

test("a quantity is above every break only where there are breaks in numbers", () => {
  const above = { field: "pilot-qty", test: "above-every", than: "quantity-breaks" } as const;
  const breaks = (...quantities: (number | string)[]) => quantities.map((quantity, place) => ({ id: `row-${place}`, quantity }));
  const values = (...given: (number | string)[]) => ({ values: { "pilot-qty": 50, "quantity-breaks": breaks(...given) } });
  assert.ok(holds(above, values(10, 49)));
  assert.ok(!holds(above, values(10, 50)));
  assert.ok(!holds(above, values("many")));
  assert.ok(!holds(above, { values: { "pilot-qty": 50, "quantity-breaks": ["10"] } }));
  assert.ok(!holds(above, { values: { "pilot-qty": 50 } }));
  assert.ok(!holds(above, { values: { "pilot-qty": "50", "quantity-breaks": breaks(10) } }));
  assert.ok(!holds({ field: "pilot-qty", test: "above-every" }, values(10)));
});

test("a stage is reached from its place on the path on, and never by a blank", () => {
  const pilot = { stage: "declared" as never, test: "at-least", value: "pilot-run" } as const;
  assert.ok(holds(pilot, { stage: "repeat-production" }));
  assert.ok(holds(pilot, { stage: "pilot-run" }));
  assert.ok(!holds(pilot, { stage: "proof-prototype" }));
  assert.ok(!holds({ ...pilot, value: null }, {}));
});

test("a stage goes beyond the levels only when all of them are picked", () => {
  const beyond = { stage: "declared" as never, test: "beyond-levels" } as const;
  const levels = Object.fromEntries(GUIDE.guide.levels.map((column) => [column.id, "proof-prototype"]));
  assert.ok(holds(beyond, { stage: "pilot-run", levels }));
  assert.ok(!holds(beyond, { stage: "pilot-run", levels: {} }));
  assert.ok(!holds(beyond, { levels }));
});

test("a list has something open until every item is settled", () => {
  const open = { checklist: "pilot-lock", test: "has-open" } as const;
  const answers = Object.fromEntries(GUIDE.checklist("pilot-lock").items.map((item) => [`pilot-lock/${item.id}`, { status: "done" as const }]));
  assert.ok(holds(open, {}));
  assert.ok(!holds(open, { answers }));
});

test("what the guide does not have is an error of the site", () => {
  assert.throws(() => GUIDE.field("colour"), /The guide has no field colour/);
});

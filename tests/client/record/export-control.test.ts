import assert from "node:assert/strict";
import { test } from "node:test";
import { GuideIndex } from "../../../macros/client/record/guide-index.ts";
import { isControlled, whyNoLink } from "../../../macros/client/record/export-control.ts";
import { GUIDE, GUIDE_DATA, record } from "../support.ts";

test("links are off once export control is declared, and while nobody has assessed it", () => {
  for (const status of [undefined, "", "none-declared", "not-controlled", "ear99"]) {
    assert.equal(whyNoLink(GUIDE, record({ values: status === undefined ? {} : { "export-control": status } })), undefined);
  }
  for (const status of ["ear", "itar", "other", "not-assessed", ["ear"], 5]) {
    assert.match(whyNoLink(GUIDE, record({ values: { "export-control": status } })) ?? "", /^Share links are off because export control or CUI is declared/);
  }
});

test("what the guide cannot tell is free of control counts as controlled", () => {
  const free = record({ values: { "export-control": "none-declared" } });
  const without = { ...GUIDE_DATA, fields: GUIDE_DATA.fields.filter(({ id }) => id !== "export-control") };
  const optionGone = { ...GUIDE_DATA, fields: GUIDE_DATA.fields.map(({ retired: _, ...field }) => field) };
  assert.equal(isControlled(GUIDE, free), false);
  for (const guide of [without, optionGone]) assert.equal(isControlled(new GuideIndex(guide), free), true);
  assert.equal(isControlled(new GuideIndex(without), record()), true);
});

test("what is marked CUI is controlled, whatever the regime, and so is a part of which a build was", () => {
  assert.ok(isControlled(GUIDE, record({ values: { "export-control": "not-controlled", cui: "yes" } })));
  assert.ok(!isControlled(GUIDE, record({ values: { cui: "no" } })));
  const build = { name: "A", stage: null, at: "2026-09-01T09:00:00Z", values: { "export-control": "itar" }, answers: {} };
  assert.ok(isControlled(GUIDE, record({ values: { "export-control": "not-controlled" }, builds: [build] })));
});

test("a build that declares it is named, wherever in the record it stands, under an id that moved as well", () => {
  const build = (name: string, values: object) => ({ name, stage: null, at: "2026-09-01T09:00:00Z", values, answers: {} }) as never;
  const free = { "export-control": "ear99", cui: "no" };
  const kept = record({ values: free, builds: [build("A", free), build("Rev B", { "export-control": "itar" }), build("C", free)] });
  assert.match(whyNoLink(GUIDE, kept)!, /declared in the build “Rev B” of this part, or not ruled out/);
  assert.equal(whyNoLink(GUIDE, { ...kept, builds: kept.builds.filter(({ name }) => name !== "Rev B") }), undefined);
  const moved = new GuideIndex({ ...GUIDE_DATA, moved_fields: { "export-status": "export-control" } });
  assert.ok(isControlled(moved, record({ builds: [build("A", { "export-status": "itar" })] })));
});

test("a question of the desk on export control keeps links off until it is answered, and so does a review that cannot be read", () => {
  const review = (parts: object) => record({ review: { schema: "rfq-review/1", record: "x", part_number: "", revision: "", updated: "", at: "2026-09-01T09:00:00Z", questions: [], ...parts } });
  assert.equal(whyNoLink(GUIDE, review({})), undefined);
  assert.equal(whyNoLink(GUIDE, review({ questions: [{ text: "Which alloy?", field: "alloy" }, { text: "ITAR?", field: "export-control", answered: true }] })), undefined);
  for (const field of ["export-control", "cui"]) assert.match(whyNoLink(GUIDE, review({ questions: [{ text: "?", field }] }))!, /in the desk's review of this part/);
  assert.ok(isControlled(GUIDE, review({ values: { "export-control": "itar" } })));
  for (const odd of [5, "itar", [], { at: 5 }, { at: "", questions: [{}] }]) assert.ok(isControlled(GUIDE, record({ review: odd })), JSON.stringify(odd));
});

test("a field that this guide does not have counts where it says what only export control says", () => {
  for (const value of ["itar", "eu-uk-dual-use", ["ear"]]) assert.ok(isControlled(GUIDE, record({ values: { "export-regime": value } })));
  for (const value of ["ear99", "not-controlled", "blue", 5]) assert.ok(!isControlled(GUIDE, record({ values: { "export-regime": value } })));
});

test("an option that is retired counts as controlled unless the guide says that it is free", () => {
  const fields = GUIDE_DATA.fields.map((field) => (field.id === "export-control" ? { ...field, retired: [{ id: "unclear", label: "Unclear" }] } : field));
  const guide = new GuideIndex({ ...GUIDE_DATA, fields });
  assert.ok(isControlled(guide, record({ values: { "export-control": "unclear" } })));
  for (const value of [0, [], [{ id: "a", x: "itar" }], ["ear99"]]) assert.equal(isControlled(guide, record({ values: { "export-control": value as never } })), JSON.stringify(value) !== "[]");
});

test("what stands under an id that moved counts beside the one of today", () => {
  const moved = new GuideIndex({ ...GUIDE_DATA, moved_fields: { "export-status": "export-control" } });
  assert.ok(isControlled(moved, record({ values: { "export-control": "not-controlled", "export-status": "itar" } })));
  assert.ok(!isControlled(moved, record({ values: { "export-control": "not-controlled", "export-status": "none-declared" } })));
});

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

test("what stands under an id that moved counts beside the one of today", () => {
  const moved = new GuideIndex({ ...GUIDE_DATA, moved_fields: { "export-status": "export-control" } });
  assert.ok(isControlled(moved, record({ values: { "export-control": "not-controlled", "export-status": "itar" } })));
  assert.ok(!isControlled(moved, record({ values: { "export-control": "not-controlled", "export-status": "none-declared" } })));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { prefilledValues, isPrefillLink, namesAnother, partToFill, speaksOfControl, withPrefilled } from "../../../macros/client/import/prefill.ts";
import { GuideIndex } from "../../../macros/client/record/guide-index.ts";
import { unconfirmed, withConfirmed } from "../../../macros/client/record/unconfirmed.ts";
import { GUIDE, GUIDE_DATA, example, record } from "../support.ts";

const AT = "2026-10-01T09:00:00Z";

test("the stage and fields of one value are taken from a link, each as its kind has it", () => {
  const fragment = "#stage=pilot-run&part-number=A%201%2B2&pilot-qty=1%2C500&drawing-status=released&nonsense=5";
  assert.deepEqual(Object.fromEntries(prefilledValues(GUIDE, fragment).map(({ field, value }) => [field, value])), {
    stage: "pilot-run", "part-number": "A 1+2", "pilot-qty": 1500, "drawing-status": "released",
  });
});

test("what a field cannot hold, and fields of lists and rows, are left out", () => {
  for (const fragment of [
    "#stage=pilot", "#pilot-qty=-5", "#pilot-qty=many", "#drawing-status=%3Cb%3E", "#part-number=", "#part-number=%20",
    "#part-number=a%0Ab", "#part-number=a%E2%80%AEb", `#part-number=${"x".repeat(2001)}`, "#documents=fai", "#quantity-breaks=5",
    "#__proto__=x", "#constructor=x", "#required-date=2026-02-30", "#%", "#=",
  ]) assert.deepEqual(prefilledValues(GUIDE, fragment), [], fragment);
});

test("an anchor with other names is none of its business", () => {
  assert.equal(isPrefillLink(GUIDE, "#part-number"), true);
  assert.equal(isPrefillLink(GUIDE, "#utm=5&x"), false);
});

test("a link fills blanks only, and lists what it filled", () => {
  const before = record({ values: { "part-number": "MINE" } });
  const after = withPrefilled(GUIDE, before, prefilledValues(GUIDE, "#stage=pilot-run&part-number=OTHER&revision=B"), AT);
  assert.deepEqual(after.values, { "part-number": "MINE", revision: "B" });
  assert.equal(after.stage, "pilot-run");
  assert.deepEqual(unconfirmed(GUIDE, after).sort(), ["revision", "stage"]);
  assert.deepEqual(before.values, { "part-number": "MINE" });
  assert.equal(withPrefilled(GUIDE, after, prefilledValues(GUIDE, "#revision=C"), AT), after);
});

test("a full record stays as it is", () => {
  const whole = example("rev-c");
  assert.equal(withPrefilled(GUIDE, whole, prefilledValues(GUIDE, "#stage=proof-prototype&part-number=X"), AT), whole);
});

test("a field is confirmed alone, and the last one takes the list along", () => {
  const after = withPrefilled(GUIDE, record(), prefilledValues(GUIDE, "#part-number=X&revision=B"), AT);
  const one = withConfirmed(GUIDE, after, ["revision"], AT);
  assert.deepEqual(unconfirmed(GUIDE, one), ["part-number"]);
  const none = withConfirmed(GUIDE, one, ["part-number"], AT);
  assert.equal(Object.hasOwn(none, "unconfirmed"), false);
  assert.deepEqual(none.values, after.values);
});

test("a list that another program wrote does no harm", () => {
  for (const list of [5, "x", null, { a: 1 }, [5, null, "no-such-field", "__proto__"]]) {
    assert.deepEqual(unconfirmed(GUIDE, record({ unconfirmed: list as string[] })), []);
  }
});

test("a date is taken where the calendar has it, a long text with the line ends of this guide", () => {
  const given = prefilledValues(GUIDE, "#need-date=2026-10-30&packing=a%0D%0Ab%0Dc");
  assert.deepEqual(given.map(({ value }) => value), ["2026-10-30", "a\nb\nc"]);
  assert.deepEqual(prefilledValues(GUIDE, "#need-date=2026-02-30"), []);
});

test("a link made under an old id of a field still fills it, and today's id goes first", () => {
  const guide = new GuideIndex({ ...GUIDE_DATA, moved_fields: { "part-no": "part-number", intent: "stage" } });
  assert.deepEqual(prefilledValues(guide, "#part-no=A-1&intent=pilot-run").map(({ field, value }) => [field, value]).sort(), [["part-number", "A-1"], ["stage", "pilot-run"]]);
  for (const fragment of ["#part-no=old&part-number=A-1", "#part-number=A-1&part-no=old"]) assert.equal(prefilledValues(guide, fragment)[0]!.value, "A-1");
  assert.ok(isPrefillLink(guide, "#part-no=A-1"));
});

test("no link says anything of export control, nor of what is asked only because of it", () => {
  const fragment = "#part-number=A-1&export-control=not-controlled&export-class=EAR99&cui=no&cmmc-level=2";
  assert.deepEqual(prefilledValues(GUIDE, fragment), [{ field: "part-number", value: "A-1" }]);
  assert.ok(speaksOfControl(GUIDE, fragment) && speaksOfControl(GUIDE, "#cui=no") && !speaksOfControl(GUIDE, "#part-number=A-1"));
  const moved = new GuideIndex({ ...GUIDE_DATA, moved_fields: { ...GUIDE_DATA.moved_fields, "export-status": "export-control" } });
  assert.deepEqual(prefilledValues(moved, "#export-status=ear99"), []);
});

test("another number, or another revision of it, is another part, which the link then goes to where it is there", () => {
  const gear = record({ id: "gear", values: { "part-number": "GEAR-1", revision: "A" } });
  const other = record({ id: "other", values: { "part-number": "Other-9" } });
  const given = (fragment: string) => prefilledValues(GUIDE, fragment);
  assert.equal(namesAnother(GUIDE, gear, given("#part-number=gear-1%20&revision=a&alloy=6061")), false);
  assert.equal(namesAnother(GUIDE, gear, given("#alloy=6061")), false);
  for (const fragment of ["#part-number=OTHER-9", "#part-number=GEAR-1&revision=B", "#revision=B"]) assert.ok(namesAnother(GUIDE, gear, given(fragment)), fragment);
  assert.equal(partToFill(GUIDE, gear, [gear, other], given("#alloy=6061")), gear);
  assert.equal(partToFill(GUIDE, gear, [gear, other], given("#part-number=OTHER-9&revision=Z")), other);
  assert.equal(partToFill(GUIDE, gear, [gear, other], given("#part-number=THIRD")), undefined);
  assert.equal(partToFill(GUIDE, gear, [gear, other, record()], given("#revision=B")), undefined);
});

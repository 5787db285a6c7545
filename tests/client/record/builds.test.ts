import assert from "node:assert/strict";
import { test } from "node:test";
import { lastBuild, nameForBuild, withBuild, withBuildBack, withBuildNamed, withoutBuild } from "../../../macros/client/record/builds.ts";
import { GUIDE, record } from "../support.ts";

const [FIRST, SECOND, NOW] = ["2026-03-01T09:00:00Z", "2026-06-01T09:00:00Z", "2026-09-01T09:00:00Z"];
const BEGUN = record({ values: { revision: "B" } });
const TWO = withBuild(withBuild(BEGUN, "Rev A", FIRST), "Rev B", SECOND);

test("a build is a copy that later changes do not reach", () => {
  const values = { revision: "B", masked: [{ id: "1", feature: "bore" }] };
  const kept = withBuild(record({ values }), "Rev B", FIRST);
  [values.revision, values.masked[0]!.feature] = ["C", "another"];
  assert.deepEqual(kept.builds[0]!.values, { revision: "B", masked: [{ id: "1", feature: "bore" }] });
});

test("a build that is made again, to a record that has it by now, is one build", () => {
  assert.deepEqual(withBuild(TWO, "Rev B", SECOND), TWO);
});

test("the last build is the one made last, wherever it stands in the list", () => {
  assert.equal(lastBuild(TWO)?.name, "Rev B");
  assert.equal(lastBuild({ ...TWO, builds: TWO.builds.toReversed() })?.name, "Rev B");
  assert.equal(lastBuild(BEGUN), undefined);
});

test("a build takes another name, and its neighbor keeps its own", () => {
  assert.deepEqual(withBuildNamed(TWO, FIRST, "Samples", NOW).builds.map((build) => build.name), ["Samples", "Rev B"]);
});

test("a build that was removed comes back in its place, and only once", () => {
  const [first, second] = TWO.builds;
  const names = (of: typeof TWO): string[] => of.builds.map((build) => build.name);
  assert.deepEqual(names(withoutBuild(TWO, FIRST, NOW)), ["Rev B"]);
  assert.deepEqual(names(withBuildBack(withoutBuild(TWO, FIRST, NOW), first!, NOW)), ["Rev A", "Rev B"]);
  assert.deepEqual(names(withBuildBack(withoutBuild(TWO, SECOND, NOW), second!, NOW)), ["Rev A", "Rev B"]);
  assert.deepEqual(names(withBuildBack(TWO, first!, NOW)), ["Rev A", "Rev B"]);
});

test("a build is named by its revision, by its number where there is none, and never twice alike", () => {
  assert.equal(nameForBuild(GUIDE, BEGUN), "Rev B");
  assert.equal(nameForBuild(GUIDE, TWO), "Rev B (2)");
  assert.equal(nameForBuild(GUIDE, { ...TWO, values: {} }), "Build 3");
  const taken = { ...TWO, builds: [{ ...TWO.builds[0]!, name: "Rev B (2)" }] };
  assert.equal(nameForBuild(GUIDE, taken), "Rev B");
  assert.equal(nameForBuild(GUIDE, withBuild(taken, "Rev B", NOW)), "Rev B (3)");
  assert.equal(nameForBuild(GUIDE, record()), "Build 1");
});

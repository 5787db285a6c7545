import assert from "node:assert/strict";
import { test } from "node:test";
import { GuideIndex } from "../../macros/client/guide.ts";
import { verdictOn } from "../../macros/client/verdict.ts";
import type { Status } from "../../macros/client/types.ts";
import { GUIDE, example, record } from "./support.ts";

const LOCKS = GUIDE.checklist("pilot-lock").items;

function settledBut(...open: string[]): ReturnType<typeof record> {
  const status = (id: string): Status => (open.includes(id) ? "open" : "done");
  return record({ answers: Object.fromEntries(LOCKS.map(({ id }) => [`pilot-lock/${id}`, { status: status(id) }])) });
}

test("with every lock settled a record is ready", () => {
  assert.deepEqual([verdictOn(GUIDE, settledBut()).outcome.id, verdictOn(GUIDE, settledBut()).blockers], ["ready", []]);
});

test("the most cautious outcome among the open locks decides, and stands first", () => {
  const { outcome, blockers } = verdictOn(GUIDE, settledBut("inspection-documents", "critical-dimensions", "cad-and-drawing"));
  assert.equal(outcome.id, "prototype");
  assert.deepEqual(blockers.map((blocker) => blocker.outcome.id), ["prototype", "review", "settle"]);
});

test("a lock that does not say how far back it sends a part asks for a review", () => {
  const checklists = GUIDE.guide.checklists.map((list) => ({ ...list, items: list.items.map((item) => ({ ...item, if_open: null })) }));
  assert.equal(verdictOn(new GuideIndex({ ...GUIDE.guide, checklists }), settledBut("cad-and-drawing")).outcome.id, "review");
});

test("a ready record that contradicts itself, or whose files do, says so before it says ready", () => {
  const ready = example("rev-c");
  assert.equal(verdictOn(GUIDE, ready).isDoubtful, false);
  const reviewed = { ...ready, values: { ...ready.values, "drawing-status": "in-review" } };
  for (const { outcome, isDoubtful } of [verdictOn(GUIDE, reviewed), verdictOn(GUIDE, ready, true)]) {
    assert.deepEqual([outcome.id, outcome.label, isDoubtful], ["ready", GUIDE.guide.doubtful!.label, true]);
  }
  assert.equal(verdictOn(GUIDE, settledBut("cad-and-drawing"), true).isDoubtful, false);
});

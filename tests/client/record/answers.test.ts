import assert from "node:assert/strict";
import { test } from "node:test";
import { isReworded, effectiveStatus } from "../../../macros/client/record/answers.ts";
import type { Answer, Item, Status } from "../../../macros/client/record/types.ts";
import { GUIDE, cases, record, summaryOf } from "../support.ts";

const REF = "pilot-lock/alloy-and-temper";
const ITEM = GUIDE.item(REF);

test("what was said to be settled under other words is reworded, what is open or lacks a digest is not", () => {
  const reworded = (status: Status, text?: string): boolean => isReworded(ITEM, { status, ...(text === undefined ? {} : { text }) });
  assert.deepEqual([reworded("done", "older"), reworded("na", "older")], [true, true]);
  assert.deepEqual([reworded("open", "older"), reworded("done", ITEM.text), reworded("done"), reworded("done", "")], [false, false, false, false]);
});

test("the summary calls an item reworded where the list does, without a reason too", () => {
  const entry = summaryOf(record({ answers: { [REF]: { status: "na", text: "older" } } })).sections[0]!.entries.find(({ ref }) => ref === REF)!;
  assert.deepEqual([entry.status, entry.reworded], ["open", true]);
});

test("an answer counts as what the pages count it as", () => {
  const told = cases<{ item: Pick<Item, "na">; answer: Answer; counts_as: Status }>("settled");
  for (const { item, answer, counts_as } of told) assert.equal(effectiveStatus({ ...ITEM, ...item }, answer), counts_as, JSON.stringify({ item, answer }));
});

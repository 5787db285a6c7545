import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { addRest, readGuide, type RestOfGuide, type SaidGuide } from "../../../macros/client/record/read-guide.ts";
import { GuideIndex } from "../../../macros/client/record/guide-index.ts";
import { GUIDE } from "../support.ts";

const kept = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../.cache/${name}.json`, import.meta.url), "utf8"));
const parts = (): [SaidGuide, RestOfGuide] => kept("client-guide-parts") as [SaidGuide, RestOfGuide];

test("both parts of the guide are the whole of it, however often the second one comes", () => {
  const [said, rest] = parts();
  const guide = readGuide(said);
  for (const _ of [1, 2]) {
    addRest(guide, structuredClone(rest));
    assert.deepEqual(guide, kept("client-guide"));
  }
});

test("who found an item before the second part came has what came with it", () => {
  const [said, rest] = parts();
  const index = new GuideIndex(readGuide(said));
  const [field, item] = [index.field("part-number"), index.item("pilot-lock/alloy-and-temper")];
  assert.deepEqual([field.ask, item.ask], [undefined, undefined]);
  addRest(index, rest);
  assert.deepEqual([field.ask, item.ask], [GUIDE.field("part-number").ask, GUIDE.item("pilot-lock/alloy-and-temper").ask]);
});

test("what is nothing is not sent", () => {
  const sent = JSON.stringify(parts()[0]);
  assert.doesNotMatch(sent, /:(null|false|""|\[\]|\{\})/);
});

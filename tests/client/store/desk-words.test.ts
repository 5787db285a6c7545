import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskWordsStore } from "../../../macros/client/store/desk-words.ts";

test("a browser without a database has no words, and says that it keeps none", async () => {
  const store = new DeskWordsStore(() => { throw new Error("no storage"); });
  assert.equal(await store.load("a"), undefined);
  assert.equal(await store.save("a", { at: "2026-09-08T09:00:00Z", mine: {}, own: [] }), false);
});

test("a browser in which nothing was stored is asked for nothing", async () => {
  const factory = { databases: async () => [{ name: "another" }], open: () => assert.fail("opened") } as unknown as IDBFactory;
  assert.equal(await new DeskWordsStore(() => factory).load("a"), undefined);
});

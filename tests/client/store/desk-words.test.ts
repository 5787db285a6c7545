import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskWordsStore } from "../../../macros/client/store/desk-words.ts";
import { OPEN_TIMEOUT } from "../../../macros/client/store/existing-database.ts";

// A page that is never left.
globalThis.addEventListener = () => undefined;

const WORDS = { at: "2026-09-08T09:00:00Z", mine: {}, own: ["Which revision?"] };

/** A question to the database; `told` are the handlers that hear of its answer, one after the other. */
function request(result: unknown, ...told: ("onupgradeneeded" | "onsuccess" | "onerror")[]): IDBRequest {
  const asked = { result, transaction: { abort: () => undefined } } as unknown as IDBOpenDBRequest;
  setTimeout(() => told.forEach((name) => (asked[name] as (() => void) | null)?.()));
  return asked;
}

/** A browser with these settings in its one database; it cannot list its databases, as Firefox before 126. */
function browserWith(settings: Record<string, unknown>): IDBFactory {
  const transaction = () => {
    const store = {
      get: (key: string) => request(settings[key], "onsuccess"),
      put: (value: unknown, key: string) => request(settings[key] = value, "onsuccess"),
    };
    const made = { objectStore: () => store, oncomplete: () => undefined };
    setTimeout(() => made.oncomplete(), 10);
    return made;
  };
  return { open: () => request({ objectStoreNames: { contains: () => true }, transaction, close: () => undefined }, "onsuccess") } as unknown as IDBFactory;
}

test("a browser without a database has no words, and says that it keeps none", async () => {
  const store = new DeskWordsStore(() => { throw new Error("no storage"); });
  assert.equal(await store.load("a"), undefined);
  assert.equal(await store.save("a", WORDS, {}), false);
});

test("words come back in a browser that cannot list its databases", async () => {
  const store = new DeskWordsStore(() => browserWith({ desk: { a: WORDS } }));
  assert.deepEqual(await store.load("a"), WORDS);
  assert.equal(await store.load("b"), undefined);
});

const word = (text: string, kept = true) => ({ kept, text });

test("of the words on a record only what changed here comes over what another page kept", async () => {
  const browser = browserWith({ desk: { a: { at: new Date().toISOString(), mine: { x: word("Ours?"), y: word("Why?") }, own: ["One", "Two"] } } });
  const store = new DeskWordsStore(() => browser);
  const at = new Date().toISOString();
  const mine = { x: word("Older?"), y: word("Why?", false), z: word("Which?") };
  assert.equal(await store.save("a", { at, mine, own: ["One"] }, { y: mine.y }), true);
  assert.deepEqual(await store.load("a"), { at, mine: { ...mine, x: word("Ours?") }, own: ["One", "Two"] });
});

test("words that were left alone for thirty days go, but for those on the record that is worded again", async () => {
  const at = "2026-01-01T00:00:00Z";
  const old = { at, mine: { x: word("Ours?") }, own: [] };
  const browser = browserWith({ desk: { a: old, b: old } });
  const store = new DeskWordsStore(() => browser);
  assert.equal(await store.save("a", { at: new Date().toISOString(), mine: {}, own: [] }, {}), true);
  assert.deepEqual((await store.load("a"))?.mine, old.mine);
  assert.equal(await store.load("b"), undefined);
});

test("a database that another tab keeps from opening is not waited for, and closed once it opens", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let closed = 0;
  const opening = { result: { close: () => closed++ } } as unknown as IDBOpenDBRequest;
  const loading = new DeskWordsStore(() => ({ open: () => opening }) as unknown as IDBFactory).load("a");
  t.mock.timers.tick(OPEN_TIMEOUT);
  assert.equal(await loading, undefined);
  opening.onsuccess?.(new Event("success"));
  assert.equal(closed, 1);
});

test("a browser in which nothing was stored is left without a database", async () => {
  const opening = request(undefined, "onupgradeneeded", "onerror");
  let aborted = 0;
  opening.transaction!.abort = () => { aborted++; };
  let opened = 0;
  const factory = { open: () => (opened++, opening) } as unknown as IDBFactory;
  assert.equal(await new DeskWordsStore(() => factory).load("a"), undefined);
  assert.deepEqual([opened, aborted], [1, 1]);
});

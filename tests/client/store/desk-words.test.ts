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
  assert.equal(await store.save("a", WORDS), false);
});

test("words come back in a browser that cannot list its databases", async () => {
  const store = new DeskWordsStore(() => browserWith({ desk: { a: WORDS } }));
  assert.deepEqual(await store.load("a"), WORDS);
  assert.equal(await store.load("b"), undefined);
});

test("words on a record come beside those that another page kept on it", async () => {
  const browser = browserWith({ desk: { a: { at: new Date().toISOString(), mine: { x: { kept: true, text: "Ours?" }, y: { kept: true, text: "Why?" } }, own: ["One", "Two"] } } });
  const store = new DeskWordsStore(() => browser);
  const at = new Date().toISOString();
  assert.equal(await store.save("a", { at, mine: { y: { kept: false, text: "Why?" } }, own: ["One"] }), true);
  assert.deepEqual(await store.load("a"), { at, mine: { x: { kept: true, text: "Ours?" }, y: { kept: false, text: "Why?" } }, own: ["One", "Two"] });
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

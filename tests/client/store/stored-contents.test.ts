import assert from "node:assert/strict";
import { test } from "node:test";
import type { Database } from "../../../macros/client/store/database.ts";
import { StoredContents } from "../../../macros/client/store/stored-contents.ts";
import { record } from "../support.ts";

const CONTENT = new Blob(["x"]);
const NOW = "2026-09-08T09:00:00.000Z";
const EARLIER = "2026-09-01T09:00:00.000Z";

/** A database whose page is left once while a transaction runs, which is then run again, with what is put into it and the records that it lists. */
function leftOnce(records: unknown[]) {
  const put: string[] = [];
  const left: string[] = [];
  let readings = 0;
  const stores = {
    records: { getAll: async () => (readings++, records) },
    contents: {
      put: async ({ sha256 }: { sha256: string }) => { put.push(sha256); },
      getAll: async () => put.map((sha256) => ({ sha256, at: EARLIER, content: CONTENT })),
      delete: async () => undefined,
    },
  };
  const tx = { objectStore: (name: keyof typeof stores) => stores[name] };
  const database = {
    transact: async (mode: string, work: (tx: unknown) => Promise<unknown>) => {
      const result = await work(tx);
      if (mode === "readonly" || left.push(mode) > 1) return result;
      return work(tx);
    },
  };
  return { put, readings: () => readings, contents: new StoredContents(database as unknown as Database, () => NOW, () => true) };
}

test("a content whose page was left while it was written is not written again unasked", async () => {
  const { put, contents } = leftOnce([]);
  assert.equal(await contents.keep("a", CONTENT), false);
  assert.deepEqual(put, ["a"]);
});

test("what may be wiped is read again where the page was left meanwhile", async () => {
  const { contents, readings } = leftOnce([record({ files: [{ name: "a", role: "model", sha256: "a" }] })]);
  assert.deepEqual([[...(await contents.prune()).allowed], readings()], [["a"], 2]);
});

/** A database with one part that lists files and one whose control is declared, and these contents by the time at which each was stored. */
function pruned(listed: string[], controlled: string[], stored: Record<string, string>) {
  const files = (names: string[]) => names.map((sha256) => ({ name: sha256, role: "model", sha256 }));
  const records = [{ ...record({ files: files(listed) }), id: "free" }, { ...record({ files: files(controlled) }), id: "controlled" }];
  const left = new Map(Object.entries(stored).map(([sha256, at]) => [sha256, { sha256, at, content: CONTENT }]));
  const stores = {
    records: { getAll: async () => records },
    contents: { getAll: async () => [...left.values()], delete: async (sha256: string) => { left.delete(sha256); } },
  };
  const database = { transact: async (_: string, work: (tx: unknown) => unknown) => work({ objectStore: (name: keyof typeof stores) => stores[name] }) };
  const contents = new StoredContents(database as unknown as Database, () => NOW, ({ id }) => id === "free");
  return contents.prune().then(({ allowed, stored: sizes }) => ({ allowed: [...allowed], left: [...left.keys()], sizes: [...sizes.keys()] }));
}

test("a content stays while a part lists it, for thirty days", async () => {
  const found = await pruned(["a", "old"], [], { a: EARLIER, old: "2026-08-01T09:00:00.000Z", removed: EARLIER });
  assert.deepEqual(found, { allowed: ["a", "old"], left: ["a"], sizes: ["a"] });
});

test("what a part with declared export control lists goes, whoever else lists it and whenever it was stored", async () => {
  assert.deepEqual(await pruned(["a", "b"], ["b", "c"], { a: EARLIER, b: EARLIER, c: NOW }), { allowed: ["a"], left: ["a"], sizes: ["a"] });
});

test("what was stored since the records were read stays, and what a wrong clock dates later does not", async () => {
  assert.deepEqual((await pruned([], [], { now: NOW, later: "2026-09-09T09:00:00.000Z", before: EARLIER })).left, ["now"]);
});

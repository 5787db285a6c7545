import assert from "node:assert/strict";
import { test } from "node:test";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import type { Database } from "../../../macros/client/store/database.ts";
import { StoredContents } from "../../../macros/client/store/stored-contents.ts";
import { record } from "../support.ts";

const CONTENT = new Blob(["x"]);
const NOW = "2026-09-08T09:00:00.000Z";
const EARLIER = "2026-09-01T09:00:00.000Z";

/** A database with these records and contents; on a page that `isLeftOnce`, the first writing runs again. */
function storage(records: RfqRecord[], stored: Record<string, string>, isLeftOnce = false) {
  const left = new Map(Object.entries(stored).map(([sha256, at]) => [sha256, { sha256, at, content: CONTENT }]));
  const done = { put: [] as string[], readings: 0 };
  const stores = {
    records: { getAll: async () => (done.readings++, records) },
    contents: {
      put: async ({ sha256 }: { sha256: string }) => { done.put.push(sha256); },
      getAll: async () => [...left.values()],
      delete: async (sha256: string) => { left.delete(sha256); },
    },
  };
  const tx = { objectStore: (name: keyof typeof stores) => stores[name] };
  const database = {
    transact: async (mode: string, work: (tx: unknown) => Promise<unknown>) => {
      const result = await work(tx);
      if (mode === "readonly" || !isLeftOnce) return result;
      isLeftOnce = false;
      return work(tx);
    },
  };
  return { left, done, contents: new StoredContents(database as unknown as Database, () => NOW, ({ id }) => id !== "controlled") };
}

/** A part that lists files by these digests. */
function listing(names: string[], id = "free"): RfqRecord {
  return { ...record({ files: names.map((sha256) => ({ name: sha256, role: "model", sha256 })) }), id };
}

test("a content whose page was left while it was written is not written again unasked", async () => {
  const { done, contents } = storage([], {}, true);
  assert.equal(await contents.keep("a", CONTENT), false);
  assert.deepEqual(done.put, ["a"]);
});

test("what may be wiped is read again where the page was left meanwhile", async () => {
  const { done, contents } = storage([listing(["a"])], {}, true);
  assert.deepEqual([[...(await contents.prune()).allowed], done.readings], [["a"], 2]);
});

/** What is left of these contents beside one part that lists files and one whose control is declared. */
async function pruned(listed: string[], controlled: string[], stored: Record<string, string>) {
  const { left, contents } = storage([listing(listed), listing(controlled, "controlled")], stored);
  const { allowed, stored: sizes } = await contents.prune();
  return { allowed: [...allowed], left: [...left.keys()], sizes: [...sizes.keys()] };
}

test("a content stays while a part lists it, for thirty days", async () => {
  const found = await pruned(["a", "old"], [], { a: EARLIER, old: "2026-08-01T09:00:00.000Z", removed: EARLIER });
  assert.deepEqual(found, { allowed: ["a", "old"], left: ["a"], sizes: ["a"] });
});

test("what a part with declared export control lists goes, whoever else lists it and whenever it was stored", async () => {
  assert.deepEqual(await pruned(["a", "b"], ["b", "c"], { a: EARLIER, b: EARLIER, c: NOW }), { allowed: ["a"], left: ["a"], sizes: ["a"] });
});

test("what a record of a newer release lists stays, as long as any other", async () => {
  const newer = { schema: "rfq-record/9", parts: [{ contents: [{ sha256: "n" }, { sha256: "old" }] }] } as unknown as RfqRecord;
  const { left, contents } = storage([newer, listing(["a"])], { a: EARLIER, n: EARLIER, old: "2026-08-01T09:00:00.000Z", removed: EARLIER });
  const { allowed } = await contents.prune();
  assert.deepEqual([[...allowed], [...left.keys()]], [["a"], ["a", "n"]]);
});

test("what is wiped is wiped beside an entry that is in itself", async () => {
  const entry: Record<string, unknown> = {};
  entry["self"] = entry;
  const { left, contents } = storage([entry as unknown as RfqRecord, listing(["a"])], { a: EARLIER, removed: EARLIER });
  await contents.prune();
  assert.deepEqual([...left.keys()], ["a"]);
});

test("what was stored since the records were read stays, and what a wrong clock dates later does not", async () => {
  assert.deepEqual((await pruned([], [], { now: NOW, later: "2026-09-09T09:00:00.000Z", before: EARLIER })).left, ["now"]);
});

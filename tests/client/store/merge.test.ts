import assert from "node:assert/strict";
import { test } from "node:test";
import { type Merged, type PendingEdit, merge } from "../../../macros/client/store/merge.ts";
import type { Objects, Transaction } from "../../../macros/client/store/transaction.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { record } from "../support.ts";

type Stores = Record<"records" | "deleted" | "settings" | "unreadable", Map<unknown, unknown>>;

/** Object stores in memory, by what is in them: records by their ids, and the id of the part in use. */
function storing(records: Record<string, unknown>, current?: string): Stores {
  return { records: new Map(Object.entries(records)), deleted: new Map(), settings: new Map([["current", current]]), unreadable: new Map() };
}

function transaction(stores: Stores): Transaction {
  const objectStore = (name: keyof Stores): Partial<Objects> => ({
    get: async (key) => stores[name].get(key),
    add: async (value) => (stores[name].set(stores[name].size, value), 0),
    put: async (value) => (stores[name].set((value as RfqRecord).id, value), 0),
    delete: async (key) => void stores[name].delete(key),
  });
  return { objectStore } as unknown as Transaction;
}

const part = (updated: string, id = "one"): RfqRecord => record({ id, updated });
const [STORED, LATER, LAST] = ["2026-09-02T09:00:00Z", "2026-09-03T09:00:00Z", "2026-09-04T09:00:00Z"];

function edit(at: string, made: PendingEdit["edit"]): PendingEdit {
  return { id: "one", at, places: [], edit: made };
}
const change = edit(LATER, (stored) => stored && { ...stored, updated: LATER });
const remove = edit(LAST, () => undefined);

function merged(stores: Stores, edits: PendingEdit[], view?: RfqRecord, adopts = false): Promise<Merged> {
  return merge(transaction(stores), "one", edits, view, adopts, () => "copy");
}

test("edits are made to what is stored by then", async () => {
  const stores = storing({ one: { ...part(STORED), name: "Of another tab" } });
  const whole = { ...part(LATER), name: "Of another tab" };
  assert.deepEqual(await merged(stores, [change], part(LATER)), { record: whole, conflicted: false });
  assert.deepEqual(stores.records.get("one"), whole);
});

test("a part that a newer guide wrote keeps its place, and what was entered here becomes a copy", async () => {
  const newer = { ...part(STORED), schema: "rfq-record/2" };
  const stores = storing({ one: newer });
  assert.deepEqual(await merged(stores, [change], part(LATER)), { record: part(LATER, "copy"), conflicted: true });
  assert.deepEqual([stores.records.get("one"), stores.records.get("copy")], [newer, part(LATER, "copy")]);
});

test("what could not be read is set aside whole, and what the tab shows takes its place", async () => {
  const stores = storing({ one: "spoilt" });
  assert.deepEqual(await merged(stores, [change], part(LATER)), { record: part(LATER), conflicted: true });
  assert.deepEqual([...stores.unreadable.values()], ["spoilt"]);
  const whole = storing({ one: part(STORED) });
  await merged(whole, [change], part(LATER));
  assert.equal(whole.unreadable.size, 0);
});

test("a part that was deleted in another tab comes back as this one shows it", async () => {
  const stores = storing({});
  stores.deleted.set("one", { id: "one", at: STORED, record: part(STORED) });
  assert.deepEqual(await merged(stores, [change], part(LATER)), { record: part(LATER), conflicted: false });
  assert.deepEqual([stores.records.get("one"), stores.deleted.size], [part(LATER), 0]);
});

test("a part that is deleted is kept among the deleted as it was last, with the moment", async () => {
  for (const edits of [[change, remove], [change, remove, remove]]) {
    const stores = storing({ one: part(STORED) });
    assert.deepEqual(await merged(stores, edits), { record: undefined, conflicted: false });
    assert.deepEqual([stores.records.size, stores.deleted.get("one")], [0, { id: "one", at: LAST, record: part(LATER) }]);
  }
});

test("the first edit of a tab goes to the part that another tab has begun", async () => {
  const stores = storing({ begun: part(STORED, "begun") }, "begun");
  assert.deepEqual((await merged(stores, [change], part(LATER), true)).record, part(LATER, "begun"));
  assert.deepEqual([...stores.records.keys()], ["begun"]);
  const alone = storing({});
  assert.deepEqual((await merged(alone, [change], part(LATER), true)).record, part(LATER));
});

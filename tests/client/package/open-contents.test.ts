import assert from "node:assert/strict";
import { test } from "node:test";
import { openContents } from "../../../macros/client/page/open-contents.ts";
import type { Session } from "../../../macros/client/page/session.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { GUIDE, record } from "../support.ts";

const tick = (): Promise<void> => new Promise(setImmediate);
const NOW = "2026-09-08T09:00:00.000Z";

test("a content is stored once the record that lists it is, however often that failed before", async () => {
  const part = record({ files: [{ name: "a.step", role: "model", sha256: "a" }] });
  const written: RfqRecord[] = [];
  const stored = new Map<string, { sha256: string; content: Blob; at: string }>();
  const stores = {
    records: { getAll: async () => written },
    contents: { getAll: async () => [...stored.values()], put: async (each: { sha256: string; content: Blob; at: string }) => { stored.set(each.sha256, each); } },
  };
  let tell = (): void => undefined;
  const store = {
    storage: { now: () => NOW, database: { transact: async (_: string, work: (tx: unknown) => unknown) => work({ objectStore: (name: keyof typeof stores) => stores[name] }) } },
    records: [part], part: () => part, state: "failed",
    saved: async () => undefined,
    subscribe: (told: () => void) => { tell = told; },
  };
  const session = { guide: GUIDE, store } as unknown as Session;
  openContents(session);
  session.contents.keep("a", new Blob(["x"]));
  await tick();
  assert.equal(stored.size, 0);
  written.push(part);
  store.state = "saved";
  tell();
  await tick();
  assert.deepEqual([...stored.keys()], ["a"]);
});

test("lists that change while nothing can be saved are not asked for without end", async () => {
  let [asked, tell] = [0, (): void => undefined];
  const store = {
    storage: { now: () => NOW, database: { transact: async () => { throw new Error("blocked"); } } },
    records: [] as RfqRecord[], part: () => undefined, state: "memory",
    saved: async () => {
      await tick();
      if (++asked < 50) tell();
    },
    subscribe: (told: () => void) => { tell = told; },
  };
  openContents({ guide: GUIDE, store } as unknown as Session);
  for (const sha256 of ["a", "b"]) {
    store.records = [record({ files: [{ name: sha256, role: "model", sha256 }] })];
    tell();
  }
  for (let turn = 0; turn < 50; turn++) await tick();
  assert.ok(asked <= 4, `asked ${asked} times`);
});

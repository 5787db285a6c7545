import assert from "node:assert/strict";
import { test } from "node:test";
import { openContents } from "../../../macros/client/page/open-contents.ts";
import type { Session } from "../../../macros/client/page/session.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { GUIDE, record } from "../support.ts";

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
  await new Promise(setImmediate);
  assert.equal(stored.size, 0);
  written.push(part);
  store.state = "saved";
  tell();
  await new Promise(setImmediate);
  assert.deepEqual([...stored.keys()], ["a"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { FileFacts } from "../../../macros/client/preflight/file-facts.ts";
import { FileContents } from "../../../macros/client/package/file-contents.ts";
import { FileReadQueue, Inspector } from "../../../macros/components/rfq-files/inspector.ts";
import { DATA } from "../files-support.ts";
import { GUIDE, record } from "../support.ts";

const FACTS: FileFacts = { kind: "other", problems: [] };
const entry = (name: string) => ({ name, sha256: name, role: "model" });
const CONTENT = new Blob(["x"]);

test("at most two files are read at once, and all of them", async () => {
  let most = 0;
  let now = 0;
  const queue = new FileReadQueue(async () => {
    most = Math.max(most, ++now);
    await new Promise(setImmediate);
    now--;
    return FACTS;
  }, () => undefined);
  for (let index = 0; index < 9; index++) queue.add(entry(`${index}.pdf`), CONTENT);
  await queue.done();
  assert.deepEqual([most, queue.count], [2, 9]);
});

test("a file whose reader could not be had says why and is tried again when told to; one that is read is not", async () => {
  const read: string[] = [];
  let told = 0;
  const queue = new FileReadQueue(async (name) => {
    read.push(name);
    if (read.length === 1) throw new Error("not loaded");
    return FACTS;
  }, () => told++);
  const add = async () => {
    queue.add(entry("a.pdf"), CONTENT);
    await queue.done();
    return [read.length, told, queue.count, queue.whyUnread(entry("a.pdf"))];
  };
  assert.deepEqual(await add(), [1, 1, 0, "not loaded"]);
  assert.deepEqual(await add(), [1, 1, 0, "not loaded"]);
  queue.retry();
  assert.deepEqual(await add(), [2, 2, 1, ""]);
  queue.retry();
  assert.deepEqual(await add(), [2, 2, 1, ""]);
});

function inspector(files = [entry("TVR-10427_B.stp")]) {
  const store = { record: record({ values: { revision: "C" }, files }) };
  const contents = new FileContents();
  return { store, contents, inspector: new Inspector(DATA, store, contents, new FileReadQueue(async () => FACTS, () => undefined), GUIDE) };
}

test("what the files leave to ask follows the record without the list", () => {
  const { store, inspector: one } = inspector();
  assert.ok(one.questions(store.record).some(({ text }) => text.includes("Rev B, not Rev C")));
  assert.ok(!one.questions({ ...store.record, values: { revision: "B" } }).some(({ id }) => id === "revision-in-names"));
});

test("checks are made again when files, values or facts changed, and only then", async () => {
  const file = entry("TVR-10427_B.stp");
  const { store, contents, inspector: one } = inspector([file]);
  const checks = one.checks(store.record);
  assert.equal(one.checks({ ...store.record, answers: { "rfq/x": { status: "done" } } as never, updated: "later" }), checks);
  assert.notEqual(one.checks({ ...store.record, values: { revision: "B" } }), checks);
  const before = one.checks(store.record);
  contents.keep(file.sha256, CONTENT);
  await one.read(store.record);
  assert.ok(one.factsOf(file), "a download has the files read first");
  assert.notEqual(one.checks(store.record), before);
});

test("the files of the record that is asked for are read, whatever part is in use by then", async () => {
  const file = entry("TVR-10427_B.stp");
  const { store, contents, inspector: one } = inspector([file]);
  const asked = store.record;
  contents.keep(file.sha256, CONTENT);
  store.record = record({ files: [] });
  await one.read(asked);
  assert.ok(one.isRead(file));
});

test("a record keeps what was read of its files and what the checks say of each, and is the same where it does already", async () => {
  const file = { ...entry("TVR-10427_B.stp"), sha256: "a".repeat(64) };
  const { store, contents, inspector: one } = inspector([file]);
  assert.equal(one.kept(store.record, "2026-11-29T02:00:00Z"), store.record);
  contents.keep(file.sha256, CONTENT);
  await one.read(store.record);
  const kept = one.kept(store.record, "2026-11-29T02:00:00Z");
  assert.deepEqual(kept.files[0]!.read, { sha256: file.sha256, at: "2026-11-29T02:00:00Z", facts: { kind: "other", problems: [] } });
  assert.ok(kept.files[0]!.findings!.some(({ check, result }) => check === "contents-fit-names" && result === "cannot-tell"));
  assert.equal(one.kept(kept, "2026-11-30T02:00:00Z"), kept);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../macros/client/files/reading.ts";
import { hold } from "../../macros/client/package/held.ts";
import { Examiner } from "../../macros/components/rfq-files/examiner.ts";
import { Readings } from "../../macros/components/rfq-files/readings.ts";
import { Soon } from "../../macros/components/rfq-files/soon.ts";
import { DATA } from "./files-support.ts";
import { record } from "./support.ts";

const READING: Reading = { kind: "other", problems: [] };
const entry = (name: string) => ({ name, sha256: name, role: "model" });
const CONTENT = new Blob(["x"]);

test("at most two files are read at once, and all of them", async () => {
  let most = 0;
  let now = 0;
  const readings = new Readings(async () => {
    most = Math.max(most, ++now);
    await new Promise(setImmediate);
    now--;
    return READING;
  }, () => undefined);
  for (let place = 0; place < 9; place++) readings.begin(entry(`${place}.pdf`), CONTENT);
  await readings.done();
  assert.deepEqual([most, readings.count], [2, 9]);
});

test("a file whose reader could not be had is tried again; one that is read is not", async () => {
  const read: string[] = [];
  let told = 0;
  const readings = new Readings(async (name) => {
    read.push(name);
    if (read.length === 1) throw new Error("not loaded");
    return READING;
  }, () => told++);
  for (let time = 0; time < 3; time++) {
    readings.begin(entry("a.pdf"), CONTENT);
    await readings.done();
  }
  assert.deepEqual([read.length, told, readings.count], [2, 1, 1]);
});

function examiner(files = [entry("TVR-10427_B.stp")]) {
  const store = { record: record({ values: { revision: "C" }, files }) };
  return { store, examiner: new Examiner(DATA, store, new Readings(async () => READING, () => undefined), (field) => field) };
}

test("what the files leave to ask follows the record without the list", () => {
  const { store, examiner: one } = examiner();
  assert.ok(one.questions(store.record).some(({ text }) => text.includes("Rev B, not Rev C")));
  assert.ok(!one.questions({ ...store.record, values: { revision: "B" } }).some(({ id }) => id === "revision-in-names"));
});

test("checks are made again when files, values or readings changed, and only then", async () => {
  const file = entry("TVR-10427_B.stp");
  const { store, examiner: one } = examiner([file]);
  const checks = one.checks(store.record);
  assert.equal(one.checks({ ...store.record, answers: { "rfq/x": { status: "done" } } as never, updated: "later" }), checks);
  assert.notEqual(one.checks({ ...store.record, values: { revision: "B" } }), checks);
  const before = one.checks(store.record);
  hold(file.sha256, CONTENT);
  await one.read();
  assert.ok(one.readingOf(file), "what is taken along has the files read first");
  assert.notEqual(one.checks(store.record), before);
});

test("what is asked for many times within a frame is shown once, and not at all when it was shown before", async () => {
  const frames: (() => void)[] = [];
  globalThis.requestAnimationFrame = (run) => frames.push(run as () => void);
  let shown = 0;
  const soon = new Soon(() => {
    soon.done();
    shown++;
  });
  const frame = async (): Promise<void> => {
    for (const run of frames.splice(0)) run();
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  soon.ask();
  soon.ask();
  await frame();
  assert.equal(shown, 1);
  soon.ask();
  soon.done();
  await frame();
  assert.equal(shown, 1);
});

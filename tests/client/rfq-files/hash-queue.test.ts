import assert from "node:assert/strict";
import { test } from "node:test";
import { filesIn } from "../../../macros/components/rfq-files/read-folders.ts";
import { HashQueue } from "../../../macros/components/rfq-files/hash-queue.ts";

const file = (name: string): File => new File(["x"], name);

test("after a listener that failed the next files are hashed", async () => {
  const heard: string[] = [];
  const hashed = (files: [File, string][]): void => {
    const names = files.map(([{ name }]) => name);
    if (names.includes("bad.stp")) throw new Error("no");
    heard.push(...names);
  };
  const queue = new HashQueue({ hashed, progress: () => undefined }, async () => "a");
  await assert.rejects(queue.add([file("bad.stp")]));
  assert.equal(queue.busy, false);
  assert.deepEqual(await queue.add([file("good.stp")]), []);
  assert.deepEqual(heard, ["good.stp"]);
});

test("what waits is known while files are hashed, and what could not be read of a second drop is told with the first", async () => {
  const hashes: ((sha256: string) => void)[] = [];
  const queue = new HashQueue({ hashed: () => undefined, progress: () => undefined }, () => new Promise((resolve) => hashes.push(resolve)));
  const done = queue.add([file("a.stp")]);
  assert.equal(await queue.add([file("b.stp")], ["folder"]), undefined);
  assert.deepEqual(queue.waiting.map(({ name }) => name), ["a.stp", "b.stp"]);
  hashes[0]!("a");
  await new Promise(setImmediate);
  assert.deepEqual(queue.waiting.map(({ name }) => name), ["b.stp"]);
  hashes[1]!("b");
  assert.deepEqual(await done, ["folder"]);
});

test("files that are hashed soon after another are told together, and each of them waits or is told", async () => {
  const told: string[][] = [];
  const names = Array.from({ length: 50 }, (_, index) => `${index}.stp`);
  const queue = new HashQueue({
    hashed: (files) => void told.push(files.map(([{ name }]) => name)),
    progress: () => assert.deepEqual([...told.flat(), ...queue.waiting.map(({ name }) => name)], names),
  }, async () => "a");
  assert.deepEqual(await queue.add(names.map(file)), []);
  assert.deepEqual(told.flat(), names);
  assert.ok(told.length < names.length);
});

test("what is hashed when a reader cancels is listed, and the rest is named", async () => {
  const told: string[] = [];
  const queue = new HashQueue({
    hashed: (files) => void told.push(...files.map(([{ name }]) => name)),
    progress: ({ name }) => void (name === "c.stp" && assert.deepEqual(queue.cancel(), ["c.stp", "d.stp"])),
  }, async () => "a");
  assert.equal(await queue.add(["a.stp", "b.stp", "c.stp", "d.stp"].map(file)), undefined);
  assert.deepEqual(told, ["a.stp", "b.stp"]);
});

const refused = (_: unknown, reject: (error: Error) => void): void => reject(new Error("NotReadableError"));

test("a folder and a file that cannot be read are named, and the rest is listed", async () => {
  const folder = { name: "locked", isFile: false, createReader: () => ({ readEntries: refused }) } as unknown as FileSystemEntry;
  const entry = { name: "gone.stp", isFile: true, file: refused } as unknown as FileSystemEntry;
  const { files, unreadable } = await filesIn([folder, file("a.stp"), entry], 500);
  assert.deepEqual(files.map(({ name }) => name), ["a.stp"]);
  assert.deepEqual(unreadable, ["locked", "gone.stp"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { filesIn } from "../../../macros/components/rfq-files/read-folders.ts";
import { HashQueue } from "../../../macros/components/rfq-files/hash-queue.ts";

const file = (name: string): File => new File(["x"], name);

test("after a listener that failed the next files are hashed", async () => {
  const heard: string[] = [];
  const hashed = ({ name }: File): void => {
    if (name === "bad.stp") throw new Error("no");
    heard.push(name);
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

const refused = (_: unknown, reject: (error: Error) => void): void => reject(new Error("NotReadableError"));

test("a folder and a file that cannot be read are named, and the rest is listed", async () => {
  const folder = { name: "locked", isFile: false, createReader: () => ({ readEntries: refused }) } as unknown as FileSystemEntry;
  const entry = { name: "gone.stp", isFile: true, file: refused } as unknown as FileSystemEntry;
  const { files, unreadable } = await filesIn([folder, file("a.stp"), entry], 500);
  assert.deepEqual(files.map(({ name }) => name), ["a.stp"]);
  assert.deepEqual(unreadable, ["locked", "gone.stp"]);
});

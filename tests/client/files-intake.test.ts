import assert from "node:assert/strict";
import { test } from "node:test";
import { filesIn } from "../../macros/components/rfq-files/folders.ts";
import { Intake } from "../../macros/components/rfq-files/intake.ts";

const file = (name: string): File => new File(["x"], name);

test("after an ear that failed the next drop is taken in", async () => {
  const heard: string[] = [];
  const arrived = ({ name }: File): void => {
    if (name === "bad.stp") throw new Error("no");
    heard.push(name);
  };
  const intake = new Intake({ arrived, progress: () => undefined }, async () => "a");
  await assert.rejects(intake.take([file("bad.stp")]));
  assert.equal(intake.busy, false);
  assert.deepEqual(await intake.take([file("good.stp")]), []);
  assert.deepEqual(heard, ["good.stp"]);
});

test("what waits is known while files are taken in, and what a second drop lost is told with the first", async () => {
  const hashes: ((sha256: string) => void)[] = [];
  const intake = new Intake({ arrived: () => undefined, progress: () => undefined }, () => new Promise((resolve) => hashes.push(resolve)));
  const done = intake.take([file("a.stp")]);
  assert.equal(await intake.take([file("b.stp")], ["folder"]), undefined);
  assert.deepEqual(intake.waiting.map(({ name }) => name), ["a.stp", "b.stp"]);
  hashes[0]!("a");
  await new Promise(setImmediate);
  assert.deepEqual(intake.waiting.map(({ name }) => name), ["b.stp"]);
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

import assert from "node:assert/strict";
import { test } from "node:test";
import { FileContents } from "../../../macros/client/package/file-contents.ts";
import type { StoredContents } from "../../../macros/client/store/stored-contents.ts";
import { record } from "../support.ts";

/** A storage for contents; what the records in it allow may change while one is written. */
function storageFor(allowed: Set<string>) {
  const stored = new Map<string, Blob>();
  let [whileWriting, isLeft] = [(): void => undefined, false];
  const listed = async () => ({ allowed, refused: new Set<string>() });
  const storage = {
    listed,
    prune: async () => {
      for (const sha256 of stored.keys()) if (!allowed.has(sha256)) stored.delete(sha256);
      return { allowed: new Set(allowed), stored: new Map([...stored].map(([sha256, { size }]) => [sha256, size])) };
    },
    keep: async (sha256: string, content: Blob) => {
      whileWriting();
      if (isLeft) return (isLeft = false);
      stored.set(sha256, content);
      return true;
    },
    read: async () => stored,
    clear: async () => stored.clear(),
  } as unknown as StoredContents;
  return { storage, stored, during: (work: () => void) => { whileWriting = work; }, leave: () => { isLeft = true; } };
}

test("what is added is stored once a stored record lists it", async () => {
  const allowed = new Set<string>();
  const { storage, stored } = storageFor(allowed);
  const contents = new FileContents(storage);
  contents.keep("a", new Blob(["x"]));
  await contents.settle();
  assert.equal(stored.size, 0);
  allowed.add("a");
  await contents.settle();
  assert.deepEqual([...stored.keys()], ["a"]);
});

test("export control that is declared elsewhere while one of several is written keeps all of them out", async () => {
  const allowed = new Set(["a", "b", "c"]);
  const { storage, stored, during } = storageFor(allowed);
  const contents = new FileContents(storage);
  let written = 0;
  during(() => {
    written++;
    allowed.clear();
  });
  for (const sha256 of ["a", "b", "c"]) contents.keep(sha256, new Blob(["x"]));
  await contents.settle();
  assert.deepEqual([written, stored.size], [1, 0]);
});

test("what was cut off as the page was left is stored once it is come back to, unless export control was declared meanwhile", async () => {
  for (const isDeclared of [false, true]) {
    const allowed = new Set(["a"]);
    const { storage, stored, during, leave } = storageFor(allowed);
    leave();
    during(() => { if (isDeclared) allowed.clear(); });
    const contents = new FileContents(storage);
    contents.keep("a", new Blob(["x"]));
    await contents.settle();
    await new Promise(setImmediate);
    assert.equal(stored.size, isDeclared ? 0 : 1);
  }
});

test("what is added while all is still being dropped stays", async () => {
  const { storage, stored, during } = storageFor(new Set(["a", "b"]));
  const contents = new FileContents(storage);
  const cleared = new Promise<void>((resolve) => {
    during(() => {
      during(() => undefined);
      resolve(contents.clear());
      contents.keep("b", new Blob(["y"]));
    });
  });
  contents.keep("a", new Blob(["x"]));
  await cleared;
  assert.deepEqual([contents.of({ sha256: "a" }), contents.of({ sha256: "b" })?.size], [undefined, 1]);
  await contents.settle();
  assert.deepEqual([...stored.keys()], ["b"]);
});

test("what another tab dropped from the storage is here only, and named as that", async () => {
  const { storage, stored } = storageFor(new Set(["a"]));
  const contents = new FileContents(storage);
  const part = record({ files: [{ name: "a.step", role: "model", sha256: "a" }] });
  contents.keep("a", new Blob(["x"]));
  await contents.settle();
  assert.deepEqual(contents.unstored(part), []);
  stored.clear();
  await contents.load();
  assert.deepEqual([contents.unstored(part).map(({ name }) => name), contents.available(part).length], [["a.step"], 1]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathFrom, validEntries } from "../../../macros/client/package/validate-zip.ts";
import { unpack } from "../../../macros/client/package/zip-contents.ts";
import { ZipProblem, entriesOf } from "../../../macros/client/package/zip-directory.ts";
import { compareManifest, readManifest } from "../../../macros/client/package/manifest.ts";
import { type Made, zipOf } from "../zips.ts";

const RECORD: Made = { path: "record.json", content: "{}" };

function refused(files: Made[], sentence: RegExp): Promise<void> {
  return assert.rejects(validEntries(zipOf([RECORD, ...files])), (error: Error) => error instanceof ZipProblem && sentence.test(error.message));
}

test("what is stored has one size: else files of none share a body that takes hours to hash", async () => {
  await refused([{ path: "files/a", content: "abcd", size: 0 }], /^The sizes given for “files\/a” in this ZIP do not match, so it was not opened\.$/);
});

test("files that overlap are refused, for each would be hashed in full", async () => {
  const body = "x".repeat(1000);
  const shared = Array.from({ length: 20 }, (_, place) => ({ path: `files/${place}`, content: body, ...(place > 0 ? { at: 1 } : {}) }));
  await refused(shared, /^The files in this ZIP overlap, so it was not opened\.$/);
});

test("what is deflated may grow to fifty times its packed size, and what is stored does not lend it room", async () => {
  const zeros = (size: number): Made => ({ path: "files/zeros", content: new Uint8Array(size), deflated: true });
  await refused([{ path: "files/stored", content: new Uint8Array(1_000_000) }, zeros(20_000_000)], /^This ZIP unpacks to far more than a package does, at most 50 times/);
  assert.equal((await validEntries(zipOf([RECORD, zeros(4_000_000)]))).entries.length, 2);
  await refused([{ ...zeros(10), size: 400_000_000 }], /far more/);
});

test("a page gets its turn while something large is unpacked", async () => {
  const zip = zipOf([{ path: "a", content: new Uint8Array(40_000_000), deflated: true }]);
  const [entry] = await entriesOf(zip);
  let [since, most, running] = [0, 0, true];
  const turn = (): void => {
    since = 0;
    if (running) setImmediate(turn);
  };
  turn();
  await unpack(zip, entry!, (bytes) => { most = Math.max(most, since += bytes.length); });
  running = false;
  assert.ok(most < 10_000_000, `${most} bytes without a turn`);
});

test("what is beside a package's folder is told apart from what is in it", async () => {
  const files: Made[] = [{ path: "pkg/record.json", content: "{}" }, { path: "pkg/files/m.stp", content: "other" }, { path: "files/m.stp", content: "model" }];
  const { root, entries } = await validEntries(zipOf(files));
  assert.equal(root, "pkg/");
  const paths = entries.map(({ path }) => pathFrom(root, path));
  assert.deepEqual(paths, ["record.json", "files/m.stp", "../files/m.stp"]);
  const listed = `${"a".repeat(64)}  files/m.stp\n${"b".repeat(64)}  ../files/m.stp\n`;
  const found = paths.slice(1).map((path) => ({ path, sha256: (path.startsWith("..") ? "a" : "b").repeat(64) }));
  const { changed, added } = compareManifest(readManifest(listed), found);
  assert.deepEqual([changed, added], [["files/m.stp"], ["../files/m.stp"]]);
});

test("a path that leads out of its folder is refused", async () => {
  for (const path of ["/etc/passwd", "\\\\server\\a", "c:/a", "../a", "files/../../a", "files\\..\\a"]) await refused([{ path, content: "" }], /leads out of its folder/);
});

test("one file with a password is enough to ask for it", async () => {
  await refused([{ path: "files/a", content: "a", encrypted: true }], /^This ZIP is encrypted/);
});

test("a list that is too long, and a file that is longer than the ZIP, are refused", async () => {
  await refused(Array.from({ length: 10_000 }, (_, place) => ({ path: `${place}`, content: "" })), /^This ZIP lists more than 10,000 files/);
  await refused([{ path: "files/a", content: "a", packed: 5_000, size: 5_000 }], /^This ZIP is cut short or damaged\.$/);
});

test("the record at the top counts before one in a folder, and folders are no files", async () => {
  const { root, entries } = await validEntries(zipOf([{ path: "old/", content: "" }, { path: "old/record.json", content: "{}" }, RECORD]));
  assert.deepEqual([root, entries.map(({ path }) => path)], ["", ["old/record.json", "record.json"]]);
});

test("what unpacks to less than its size is damaged", async () => {
  const short: Made = { path: "files/a", content: "abc", deflated: true, size: 4 };
  const zip = zipOf([short]);
  await assert.rejects(unpack(zip, (await entriesOf(zip))[0]!, () => undefined), /“files\/a” in this ZIP is damaged\.$/);
});

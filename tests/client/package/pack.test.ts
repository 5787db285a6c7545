import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { predictLength } from "client-zip";
import { digestOf } from "../../../macros/client/hash/digest.ts";
import type { AvailableFile } from "../../../macros/client/package/file-contents.ts";
import { pack } from "../../../macros/client/package/pack.ts";
import { unpack } from "../../../macros/client/package/zip-contents.ts";
import { ZipProblem, entriesOf, isZip } from "../../../macros/client/package/zip-directory.ts";
import { dice } from "../random-records.ts";
import { example, summaryOf } from "../support.ts";

const RECORD = example("rev-c");
const DATE = new Date("2026-09-08T09:00:00Z");
const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");

function available(name: string, text: string, digest = sha256(text)): AvailableFile {
  return { entry: { name, size: text.length, sha256: digest }, file: new Blob([text]) };
}

async function packed(files: AvailableFile[], date = DATE) {
  const record = { ...RECORD, files: files.map(({ entry }) => entry) };
  return pack({ record, summary: summaryOf(record), files, date });
}

async function bytesOf(zip: Blob, path: string): Promise<Buffer> {
  const entry = (await entriesOf(zip)).find((each) => each.path === path);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await unpack(zip, entry!, (bytes) => parts.push(bytes.slice()));
  return Buffer.concat(parts);
}

async function textOf(zip: Blob, path: string): Promise<string> {
  return (await bytesOf(zip, path)).toString("utf8");
}

test("a digest is the same whatever the size, and stops when it is told to", async () => {
  for (const size of [0, 1, (1 << 20) - 1, 1 << 20, (1 << 21) + 5]) {
    const text = "x".repeat(size);
    assert.equal(await digestOf(new Blob([text])), sha256(text));
  }
  const control = new AbortController();
  const reading = digestOf(new Blob(["x".repeat(3 << 20)]), { signal: control.signal, progress: () => control.abort() });
  await assert.rejects(reading, { name: "AbortError" });
});

test("a package holds the request, the check sheet, the record, the files and a manifest of them all", async () => {
  const { blob, packed: names, problems } = await packed([available("a.stp", "solid"), available("CON.pdf", "drawing")]);
  assert.deepEqual([names, problems], [["a.stp", "CON.pdf"], []]);
  assert.ok(await isZip(blob));
  const paths = (await entriesOf(blob)).map(({ path }) => path);
  assert.deepEqual(paths, ["summary.md", "summary.html", "summary.csv", "check-sheet.md", "record.json", "files/a.stp", "files/_CON.pdf", "manifest.sha256"]);
  const lines = (await textOf(blob, "manifest.sha256")).trim().split("\n");
  assert.deepEqual(lines.map((line) => line.slice(66)), paths.slice(0, -1));
  for (const line of lines) assert.equal(line.slice(0, 64), sha256(await bytesOf(blob, line.slice(66))));
  assert.match(await textOf(blob, "summary.md"), /files\/\\?_CON\.pdf/);
});

test("the same record and files give the same bytes, but for the time stamp", async () => {
  const files = [available("a.stp", "solid")];
  const [one, same, later] = await Promise.all([DATE, DATE, new Date("2026-09-09T10:00:00Z")].map(async (date) => Buffer.from(await (await packed(files, date)).blob.arrayBuffer())));
  assert.ok(one!.equals(same!));
  assert.ok(!one!.equals(later!));
  assert.equal(one!.length, later!.length);
});

test("a file that changed or went is left out with a sentence, and the rest is packed", async () => {
  const gone = { entry: { name: "gone.pdf", sha256: sha256("x") }, file: { stream: () => { throw new Error("gone"); } } as unknown as Blob };
  const { blob, packed: names, problems } = await packed([available("changed.stp", "new", sha256("old")), available("b.pdf", "drawing"), gone]);
  assert.deepEqual(names, ["b.pdf"]);
  assert.deepEqual(problems, [
    "“changed.stp” changed since it was added, so it is not in the package: add it again.",
    "“gone.pdf” cannot be read any more, so it is not in the package: add it again.",
  ]);
  assert.doesNotMatch(await textOf(blob, "manifest.sha256"), /changed|gone/);
  const csv = await textOf(blob, "summary.csv");
  assert.match(csv, /"changed.stp","","In this package","no"/);
  assert.match(csv, /"b.pdf","","In this package","files\/b.pdf"/);
});

test("every ZIP that is cut short is said to be so, wherever the cut is", async () => {
  const { blob } = await packed([available("a.stp", "solid")]);
  for (let size = 0; size < blob.size; size += 97) {
    await assert.rejects(entriesOf(blob.slice(0, size)), ZipProblem, `${size}`);
  }
});

test("a ZIP with bytes changed at random is read or refused, never anything else", async () => {
  const whole = new Uint8Array(await (await packed([available("a.stp", "solid")])).blob.arrayBuffer());
  const next = dice(7);
  for (let round = 0; round < 500; round++) {
    const bytes = whole.slice();
    // Most of what steers a reader is in the list at the end.
    for (let change = 0; change < 4; change++) bytes[bytes.length - 1 - next(700)] = next(256);
    const zip = new Blob([bytes]);
    try {
      for (const entry of await entriesOf(zip)) await unpack(zip, entry, () => undefined, 10_000_000);
    } catch (error) {
      assert.ok(error instanceof ZipProblem, String(error));
    }
  }
});

test("figures of more than four bytes are read where ZIP64 has them", async () => {
  const name = new TextEncoder().encode("big.stp");
  const size = 5_000_000_000n;
  const list = new DataView(new ArrayBuffer(46 + name.length + 28));
  list.setUint32(0, 0x0201_4b50, true);
  for (const at of [20, 24]) list.setUint32(at, 0xffff_ffff, true);
  list.setUint16(28, name.length, true);
  list.setUint16(30, 28, true);
  list.setUint32(42, 0xffff_ffff, true);
  new Uint8Array(list.buffer).set(name, 46);
  list.setUint16(46 + name.length, 1, true);
  list.setUint16(48 + name.length, 24, true);
  [size, size, 0n].forEach((figure, index) => list.setBigUint64(50 + name.length + 8 * index, figure, true));
  const start = size + 100n;
  const end = new DataView(new ArrayBuffer(56 + 20 + 22));
  end.setUint32(0, 0x0606_4b50, true);
  [[32, 1n], [40, BigInt(list.byteLength)], [48, start]].forEach(([at, figure]) => end.setBigUint64(Number(at), BigInt(figure!), true));
  end.setUint32(56, 0x0706_4b50, true);
  end.setBigUint64(64, start + BigInt(list.byteLength), true);
  end.setUint32(76, 0x0605_4b50, true);
  end.setUint16(86, 0xffff, true);
  for (const at of [88, 92]) end.setUint32(at, 0xffff_ffff, true);
  // The 5 GB are not there: only the list and the end are ever read.
  const room = 70_000;
  const last = new Blob([new Uint8Array(room), new Uint8Array(list.buffer), new Uint8Array(end.buffer)]);
  const before = Number(start) - room;
  const zip = { size: before + last.size, slice: (from: number, to: number) => last.slice(from - before, to - before) } as Blob;
  const [entry] = await entriesOf(zip);
  assert.deepEqual([entry!.path, entry!.size, entry!.start], ["big.stp", 5_000_000_000, 0]);
  assert.ok(predictLength([{ name: "big.stp", size }]) > size, "and client-zip writes them");
});

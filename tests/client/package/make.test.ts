import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { BlobWriter } from "../../../macros/client/package/blob-writer.ts";
import { FileContents } from "../../../macros/client/package/file-contents.ts";
import { keepPackedFiles, makePackage } from "../../../macros/client/package/make.ts";
import { GUIDE, record, summaryOf } from "../support.ts";

const entry = (digit: string) => ({ name: `${digit}.stp`, size: 1, sha256: digit.repeat(64) });

test("only what tells of room is told as no room; any other fault reaches the caller", async (context) => {
  const said: string[] = [];
  const made = (fault: Error) => {
    const { mock } = context.mock.method(BlobWriter.prototype, "blob", () => { throw fault; });
    return makePackage({ guide: GUIDE, contents: new FileContents() }, record(), summaryOf(record()), (text) => said.push(text)).finally(() => mock.restore());
  };
  for (const fault of [new DOMException("", "QuotaExceededError"), new DOMException("", "NotReadableError"), new RangeError()]) {
    assert.equal(await made(fault), undefined);
    assert.match(said.at(-1)!, /^The browser has no room/);
  }
  await assert.rejects(made(new TypeError("a fault of the page")), /a fault of the page/);
});

test("a part under export control is packed with a word about its route", async () => {
  const controlled = record({ values: { "export-control": "itar" } });
  assert.match((await makePackage({ guide: GUIDE, contents: new FileContents() }, controlled, summaryOf(controlled), () => undefined))!.report, /Export control is declared for this part, or not ruled out: agree with the supplier by which route it may travel\.$/);
  assert.doesNotMatch((await makePackage({ guide: GUIDE, contents: new FileContents() }, record(), summaryOf(record()), () => undefined))!.report, /Export control/);
});

test("what takes more than a second says which file is being packed, at most once a second", async (context) => {
  context.mock.timers.enable({ apis: ["Date"] });
  const said: string[] = [];
  const contents = new FileContents();
  const digits = ["6", "7", "8", "9"];
  const files = digits.map((digit) => ({ ...entry(digit), sha256: createHash("sha256").update(digit).digest("hex") }));
  for (const [index, digit] of digits.entries()) {
    const file = new Blob([digit]);
    const stream = file.stream.bind(file);
    // The first takes a second and a half, the others half a second each.
    file.stream = () => {
      context.mock.timers.setTime(Date.now() + (index === 0 ? 1500 : 500));
      return stream();
    };
    contents.keep(files[index]!.sha256, file);
  }
  const updated = new Date(2026, 8, 8, 14, 5).toISOString();
  const made = await makePackage({ guide: GUIDE, contents }, record({ updated, values: { "part-number": "A-1" }, files }), summaryOf(record()), (text) => said.push(text));
  assert.deepEqual(said, ["Putting the package together.", "Packing file 2 of 4.", "Packing file 4 of 4."]);
  // The record may change under this sentence, and it stays true.
  assert.match(made!.report, /^Package created for “A-1” \(as of 14:05\): 4 files \(/);
});

test("what no part lists is dropped at the second opening, so that what was just removed still comes back", async () => {
  const [one, two] = [record({ files: [entry("1")] }), record({ files: [entry("2")] })];
  const packed = { path: "files/2.stp", sha256: entry("2").sha256, content: async () => new Blob(["2"]) };
  const contents = new FileContents();
  contents.keep(entry("1").sha256, new Blob(["1"]));
  contents.evictUnlisted([one]);
  await keepPackedFiles(contents, two, [packed], [two]);
  assert.ok(contents.of(entry("1")), "as after an undone deletion");
  contents.evictUnlisted([one, two]);
  contents.evictUnlisted([two]);
  assert.ok(contents.of(entry("1")), "it was listed in between");
  contents.evictUnlisted([two]);
  assert.equal(contents.of(entry("1")), undefined);
  assert.ok(contents.of(entry("2")));
});

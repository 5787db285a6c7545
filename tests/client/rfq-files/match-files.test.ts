import assert from "node:assert/strict";
import { test } from "node:test";
import { describeMatches, matchFile } from "../../../macros/components/rfq-files/match-files.ts";
import { unusedName, formatSize, duplicateOf, withFile, withFileBack, withoutFile } from "../../../macros/client/record/file-entries.ts";
import { record } from "../support.ts";

const [A, B] = ["a", "b"].map((digit) => digit.repeat(64)) as [string, string];
const AT = "2026-09-02T09:00:00Z";
const ONE = record({ files: [{ name: "a.stp", size: 1, sha256: A, role: "model", revision: "C", sheets: 2 }, { name: "b.pdf" }] });

test("a file is new, the same, or another one under a listed name", () => {
  assert.deepEqual(matchFile(ONE, "c.stp", B, false), { name: "c.stp", kind: "new" });
  assert.deepEqual(matchFile(ONE, "a.stp", A, false), { name: "a.stp", kind: "same" });
  assert.deepEqual(matchFile(ONE, "a.stp", B, false), { name: "a.stp", kind: "differs" });
  assert.deepEqual(matchFile(ONE, "b.pdf", B, false), { name: "b.pdf", kind: "new" }, "nothing is known to compare it with");
});

test("a listed file that is not here is known under another name; one that is here has a duplicate", () => {
  assert.deepEqual(matchFile(ONE, "a (1).stp", A, false), { name: "a (1).stp", kind: "same", of: "a.stp" });
  assert.deepEqual(matchFile(ONE, "a (1).stp", A, true), { name: "a (1).stp", kind: "new" });
});

test("what came of added files is told in a sentence for each kind", () => {
  const told = describeMatches([
    { name: "n.stp", kind: "new" }, { name: "s.stp", kind: "same" }, { name: "r.stp", kind: "same", of: "q.stp" }, { name: "d.stp", kind: "differs" },
  ]);
  assert.equal(told, "Listed: “n.stp”. The same file as listed: “s.stp”. “r.stp” is the same file as “q.stp”, under another name. " +
    "Not the same as listed, the checksum differs: “d.stp”. Choose below which version to keep.");
});

test("a listed file keeps what is not said anew, keys of other programs too", () => {
  assert.deepEqual(withFile(ONE, { name: "a.stp", sha256: B }, AT).files[0], { name: "a.stp", size: 1, sha256: B, role: "model", revision: "C", sheets: 2 });
  assert.equal(withFile(ONE, { name: "c.stp" }, AT).files.length, 3);
  assert.equal(ONE.files.length, 2);
});

test("a removed file comes back where it stood, once", () => {
  const without = withoutFile(ONE, "a.stp", AT);
  assert.deepEqual(without.files.map(({ name }) => name), ["b.pdf"]);
  const back = withFileBack(without, ONE.files[0]!, 0, AT);
  assert.deepEqual(back.files, ONE.files);
  assert.equal(withFileBack(back, ONE.files[0]!, 0, AT), back);
});

test("the first of several files with one content is none's duplicate", () => {
  const two = withFile(ONE, { name: "copy.stp", sha256: A }, AT);
  assert.equal(duplicateOf(two, two.files[2]!)?.name, "a.stp");
  assert.equal(duplicateOf(two, two.files[0]!), undefined);
  assert.equal(duplicateOf(two, two.files[1]!), undefined);
});

test("a free name is numbered before its ending", () => {
  assert.equal(unusedName(ONE, "a.stp"), "a (2).stp");
  assert.equal(unusedName(ONE, "z"), "z");
});

test("sizes read as people say them", () => {
  assert.deepEqual([0, 999, 1000, 999_949, 15_300_000, 1_073_741_824].map(formatSize), ["0 bytes", "999 bytes", "1.0 KB", "1000 KB", "15 MB", "1.1 GB"]);
});

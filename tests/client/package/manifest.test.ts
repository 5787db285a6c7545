import assert from "node:assert/strict";
import { test } from "node:test";
import { compareManifest, manifestText, readManifest, reportInWords } from "../../../macros/client/package/manifest.ts";

const [A, B, C] = ["a", "b", "c"].map((digit) => digit.repeat(64)) as [string, string, string];
const FILES = [{ path: "record.json", sha256: A }, { path: "files/Größe 3.stp", sha256: B }];

test("a manifest reads back as it was written", () => {
  assert.equal(manifestText(FILES), `${A}  record.json\n${B}  files/Größe 3.stp\n`);
  assert.deepEqual([...readManifest(manifestText(FILES))], [["record.json", A], ["files/Größe 3.stp", B]]);
});

test("manifests of other programs are read, and lines that say nothing are passed over", () => {
  assert.deepEqual([...readManifest(`${A.toUpperCase()} *./record.json\r\n\r\n# a word\nabc  x\n`)], [["record.json", A]]);
});

test("what is changed, missing and added is told apart", () => {
  const listed = readManifest(manifestText([...FILES, { path: "files/gone.pdf", sha256: C }]));
  const report = compareManifest(listed, [FILES[0]!, { path: "files/Größe 3.stp", sha256: C }, { path: "files/new.pdf", sha256: B }]);
  assert.deepEqual(report, { none: false, agreeing: 1, changed: ["files/Größe 3.stp"], missing: ["files/gone.pdf"], added: ["files/new.pdf"] });
  assert.equal(
    reportInWords(report),
    "The package is not as its manifest says. Changed: “files/Größe 3.stp”. Missing: “files/gone.pdf”. Added: “files/new.pdf”.",
  );
});

test("a package as it was made, and one without a manifest, are said to be so", () => {
  assert.equal(reportInWords(compareManifest(readManifest(manifestText(FILES)), FILES)), "All 2 files of the package agree with its manifest.");
  assert.match(reportInWords(compareManifest(new Map(), FILES)), /^The package has no manifest/);
});

test("a file that could not be unpacked agrees with no digest", () => {
  assert.deepEqual(compareManifest(new Map([["x", A]]), [{ path: "x", sha256: "" }]).changed, ["x"]);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { safeName, safeNames } from "../../../macros/client/package/safe-names.ts";

const SAFE: [string, string][] = [
  ["TVR-10427_C.stp", "TVR-10427_C.stp"],
  ["Halterung Größe 3 (neu).stp", "Halterung Größe 3 (neu).stp"],
  ["支架_C.stp", "支架_C.stp"],
  ["C:\\Users\\me\\part.stp", "part.stp"],
  ["../../etc/passwd", "passwd"],
  ["a/../b.stp", "b.stp"],
  ["folder/", "folder"],
  ["..", "file"],
  ["", "file"],
  ["CON", "_CON"],
  ["con.stp", "_con.stp"],
  ["LPT1.tar.gz", "_LPT1.tar.gz"],
  ["COM¹.txt", "_COM¹.txt"],
  ["console.stp", "console.stp"],
  [".hidden", "hidden"],
  ["  part.stp. ", "part.stp"],
  ["a\u202Epdf.exe", "apdf.exe"],
  ["a\u0000b\nc.stp", "ab c.stp"],
  ['what?<>:"|*.stp', "what_.stp"],
  ["-rf", "_rf"],
  ["\u200D", "file"],
  ["\uD800.stp", "_.stp"],
  ["e\u0301.stp", "\u00E9.stp"],
];

test("a name is safe on every system and as near to its own as that allows", () => {
  for (const [name, safe] of SAFE) assert.equal(safeName(name), safe, JSON.stringify(name));
});

test("a long name keeps its ending, and no character is cut in two", () => {
  const name = safeName(`${"寸".repeat(200)}.sldprt`);
  assert.match(name, /^寸+\.sldprt$/u);
  assert.ok(new TextEncoder().encode(name).length <= 120);
  assert.ok(new TextEncoder().encode(safeName(`a.${"x".repeat(300)}`)).length <= 120);
});

test("no two names differ in nothing but capitals or the way they are coded", () => {
  assert.deepEqual(safeNames(["a.stp", "A.STP", "a.stp", "x/a.stp"]), ["a.stp", "A (2).STP", "a (3).stp", "a (4).stp"]);
  assert.deepEqual(safeNames(["\u00E9.stp", "e\u0301.stp"]), ["\u00E9.stp", "\u00E9 (2).stp"]);
  const long = safeNames([`${"a".repeat(200)}.stp`, `${"a".repeat(201)}.stp`]);
  assert.notEqual(...(long as [string, string]));
});

test("hostile strings become names that can be unpacked, and stay as they are when made safe again", () => {
  const strings: string[] = JSON.parse(readFileSync(new URL("../hostile.json", import.meta.url), "utf8"));
  const names = safeNames(strings);
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, strings.length);
  for (const name of names) {
    assert.doesNotMatch(name, /[/\\<>:"|?*\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|^[. -]|[. ]$/u, name);
    assert.ok(new TextEncoder().encode(name).length <= 120, name);
    assert.equal(safeName(name), name);
  }
});

test("names of any length, and any number of one name, take time in proportion", () => {
  // A program that goes back over what it has read would not come to an end here.
  const long = 3_000_000;
  assert.equal(safeName(`x${".".repeat(long)}y`), "x.y");
  assert.equal(safeName(`x${"-".repeat(long)}y`).length, 120);
  assert.equal(safeName(`${". ".repeat(long)}a.stp`), "a.stp");
  assert.equal(safeName(`a.stp${" .".repeat(long)}`), "a.stp");
  assert.equal(safeName("/".repeat(long)), "file");
  const same = safeNames(Array.from({ length: 20_000 }, () => "a.stp"));
  assert.equal(new Set(same).size, same.length);
  assert.deepEqual([same[0], same[1], same.at(-1)], ["a.stp", "a (2).stp", "a (20000).stp"]);
});

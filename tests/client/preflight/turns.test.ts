import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceOf } from "../../../macros/client/preflight/readers/bytes.ts";
import { readFacts } from "../../../macros/client/preflight/readers/read-file.ts";
import { DATA } from "../files-support.ts";

const SIZE = process.env["RFQ_SOAK"] ? 4_000_000 : 1_000_000;
/** What is read in one turn, at most. */
const SLICE = 131_072;

const full = (unit: string): string => unit.repeat(Math.floor(SIZE / unit.length));
const drawn = "0\nSECTION\n2\nENTITIES\n";
const binary = "AutoCAD Binary DXF\r\n\x1a\0\0\0SECTION\0\x02\0ENTITIES\0";
const iges = `${" ".repeat(72)}S      1\n`;

const FILES: [name: string, text: string][] = [
  ["statements.stp", `ISO-10303-21;\n${full(";")}`],
  ["strings.stp", `ISO-10303-21;\n${full("'")}`],
  ["comments.stp", `ISO-10303-21;\n${full("/**/")}`],
  // Signs of two halves, cut at the end of each slice: to put a half in front of the next slice once took minutes.
  ["halves.stp", `ISO-10303-21;\n\n${full("/*")}`],
  ["instances.stp", `ISO-10303-21;\nDATA;\n${full("#1=A();\n")}`],
  ["arcs.dxf", `${drawn}${full("0\nARC\n40\n1\n")}`],
  ["entities.dxf", `${drawn}${full("0\nLINE\n")}`],
  ["header.dxf", `0\nSECTION\n2\nHEADER\n${full("9\n$A\n")}`],
  ["binary.dxf", `${binary}${full("\0\0LINE\0")}`],
  ["empty-texts.dxf", `${binary}${full("\x01\0\0")}`],
  ["directory.igs", `${iges}${full(`${"124".padStart(8)}${" ".repeat(64)}D      1\n`)}${" ".repeat(72)}P      1\n${"S      1G      1D      1P      1".padEnd(72)}T      1\n`],
  ["facets.stl", `solid a\n${full("facet outer vertex 1 0 0 vertex 0 1 0 vertex 0 0 1 endfacet\n")}endsolid a\n`],
  ["words.stl", `solid a\nfacet\n${full("a ".repeat(40).concat("\n"))}endsolid a\n`],
  ["corners.obj", full("v 1 0 0\n")],
];

for (const [name, text] of FILES) {
  test(`${name} is read in slices, and the page gets its turn after each`, async () => {
    const file = new Blob([Uint8Array.from(text, (sign) => sign.charCodeAt(0))]);
    let turns = 0;
    let isReading = true;
    const turn = (): void => {
      turns++;
      if (isReading) setImmediate(turn);
    };
    setImmediate(turn);
    await readFacts(sourceOf(name, file), DATA);
    isReading = false;
    assert.ok(turns >= Math.floor(SIZE / SLICE), `${turns} turns`);
  });
}

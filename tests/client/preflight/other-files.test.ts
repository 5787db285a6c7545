import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { filesAtTheDesk } from "../../../macros/client/preflight/check-opened-record.ts";
import { NoPdfReader, type PdfReader } from "../../../macros/client/preflight/readers/pdf.ts";
import { sourceOf } from "../../../macros/client/preflight/readers/bytes.ts";
import { answerOf, PATIENCE, PICTURE_PATIENCE } from "../../../macros/client/preflight/readers/pdf-timeout.ts";
import { fits } from "../../../macros/client/preflight/readers/kinds.ts";
import { sameFactor } from "../../../macros/client/preflight/readers/lengths.ts";
import { MeshMeasures } from "../../../macros/client/preflight/readers/mesh-measures.ts";
import { readFacts } from "../../../macros/client/preflight/readers/read-file.ts";
import { DATA, Memory, factsOf, stepText } from "../files-support.ts";
import { GUIDE, record } from "../support.ts";
import { zipOf } from "../zips.ts";

const LINE = "0\nLINE\n8\n0\n10\n0\n20\n0\n11\n120\n21\n80\n";
const dxf = (header: string, end = "0\nEOF\n", entities = LINE): string =>
  `0\nSECTION\n2\nHEADER\n${header}0\nENDSEC\n0\nSECTION\n2\nENTITIES\n${entities}0\nENDSEC\n${end}`;
const variable = (name: string, code: number, value: string): string => `9\n${name}\n${code}\n${value}\n`;

function stl(triangles: number, said = triangles): Uint8Array {
  const bytes = new Uint8Array(84 + 50 * triangles);
  bytes.set(new TextEncoder().encode("solid made by a program that should not say so"));
  new DataView(bytes.buffer).setUint32(80, said, true);
  return bytes;
}

test("a DXF says its version and units, or that it has none", async () => {
  const facts = await factsOf("a.dxf", dxf(variable("$ACADVER", 1, "AC1032") + variable("$INSUNITS", 70, "     4")));
  assert.deepEqual([facts.format, facts.unit, facts.complete, facts.fits, facts.problems], ["DXF 2018", "mm", true, true, []]);
  const inch = await factsOf("a.dxf", dxf(variable("$INSUNITS", 70, "1")).replaceAll("\n", "\r\n"));
  assert.deepEqual([inch.unit, inch.format], ["inch", "DXF"]);
  const none = await factsOf("a.dxf", dxf(variable("$INSUNITS", 70, "0") + variable("$MEASUREMENT", 70, "1")));
  assert.deepEqual([none.unit, none.problems], [undefined, ["The file declares no units. It is set up for metric patterns."]]);
  const odd = await factsOf("a.dxf", dxf(variable("$INSUNITS", 70, "99")));
  assert.deepEqual([odd.unit, odd.problems.length], [undefined, 1]);
  const hostile = await factsOf("a.dxf", dxf(variable("$INSUNITS", 70, "constructor") + variable("$ACADVER", 1, "toString")));
  assert.deepEqual([hostile.unit, hostile.format], [undefined, "DXF"]);
  const cut = await factsOf("a.dxf", dxf(variable("$INSUNITS", 70, "4"), ""));
  assert.deepEqual([cut.unit, cut.complete], ["mm", false]);
});

test("a binary DXF is read too", async () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));
  const start = "AutoCAD Binary DXF\r\n\x1a\0";
  const header = `${start}\0\0SECTION\0\x02\0HEADER\0`;
  const facts = await factsOf("a.dxf", latin(`${header}\x09\0$ACADVER\0\x01\0AC1015\0\x09\0$INSUNITS\0\x46\0\x01\0\0\0ENDSEC\0\0\0EOF\0`));
  assert.deepEqual([facts.format, facts.unit, facts.complete], ["DXF 2000 binary", "inch", true]);
  const cut = await factsOf("a.dxf", latin(`${header}\x09\0$INSUNITS\0\x46`));
  assert.deepEqual([cut.unit, cut.complete, cut.fits], [undefined, false, true]);
});

test("meshes are said to be meshes, with what to send instead", async () => {
  const binary = await factsOf("a.stl", stl(12));
  assert.deepEqual([binary.kind, binary.triangles, binary.complete, binary.fits], ["mesh", 12, true, true]);
  assert.match(binary.instead ?? "", /STEP/);
  for (const said of [11, 13]) assert.equal((await factsOf("a.stl", stl(12, said))).complete, false);
  const text = await factsOf("a.stl", "solid a\nfacet normal 0 0 1\nendfacet\nfacet normal 0 0 1\nendfacet\nendsolid a\n");
  assert.deepEqual([text.triangles, text.complete, text.format], [2, true, "STL mesh, text"]);
  assert.equal((await factsOf("a.stl", "solid a\nfacet normal 0 0 1\nendfa")).complete, false);
  assert.deepEqual((await factsOf("a.obj", "v 0 0 0\nv 0 0 1\nf 1 2 1\n")).kind, "mesh");
  assert.equal((await factsOf("a.3mf", "PK\x03\x04 cut short")).complete, false);
});

const readBy = (pdf: PdfReader) => (name: string, content: Blob) => readFacts(sourceOf(name, content), DATA, pdf);

test("a reader of PDFs that could not be loaded leaves no reading; the desk goes on and names the file", async () => {
  const unloaded = async (): Promise<never> => { throw new NoPdfReader("not loaded"); };
  await assert.rejects(readFacts(new Memory("a.pdf", "%PDF-1.7\n%%EOF"), DATA, unloaded), NoPdfReader);
  const packed = ["a.pdf", "b.stp"].map((path) => ({ path, sha256: path, content: async () => new Blob([path === "a.pdf" ? "%PDF-1.7" : stepText()]) }));
  const files = packed.map(({ path, sha256 }) => ({ name: path, sha256, role: path === "a.pdf" ? "drawing" : "model" }));
  const found = await filesAtTheDesk(GUIDE, record({ values: { units: "inch" }, files }), DATA, packed, readBy(unloaded));
  assert.deepEqual(found.unread, ["a.pdf"]);
  // The file is cut short, which nobody can say who did not look into it.
  assert.ok(!found.questions.some(({ text }) => text.includes("a.pdf: cut short")));
  const read = await filesAtTheDesk(GUIDE, record({ files }), DATA, packed, readBy(async () => ({ damaged: true })));
  assert.deepEqual(read.unread, []);
  assert.ok(read.questions.some(({ text }) => text.includes("a.pdf: cut short")));
});

test("one face, and one file more than are listed, are told as one", async () => {
  const ply = (faces: number): string => `ply\nformat ascii 1.0\nelement face ${faces}\nend_header\n`;
  assert.deepEqual([(await factsOf("a.ply", ply(1))).remarks, (await factsOf("a.ply", ply(1200))).remarks], [["It has 1 face."], ["It has 1,200 faces."]]);
  const zip = async (count: number): Promise<string[]> => {
    const files = Array.from({ length: count }, (_, index) => ({ path: `${index}.stp`, content: "" }));
    return (await factsOf("a.zip", new Uint8Array(await zipOf(files).arrayBuffer()))).problems;
  };
  assert.deepEqual([await zip(200), await zip(201), await zip(202)], [[], ["It holds 1 more file than are listed."], ["It holds 2 more files than are listed."]]);
});

test("native formats are named, with what a desk can open", async () => {
  const { kind, format, instead } = await factsOf("bracket.SLDPRT", "\u{1}\u{0}\u{2}");
  assert.deepEqual({ kind, format, instead }, { kind: "native", format: "SOLIDWORKS part", instead: "export STEP AP242" });
  assert.equal((await factsOf("bracket.prt.4", "#UGC:2 PART")).format, "NX or Creo part");
});

test("contents that contradict the ending are said", async () => {
  const cases: [string, string, RegExp][] = [
    ["a.stp", "PK\x03\x04", /ZIP archive/],
    ["a.step", "<!DOCTYPE html><title>Sign in</title>", /web page/],
    ["a.pdf", "hello", /text/],
    ["a.pdf", stepText(), /STEP/],
    ["a.dxf", "AC1032\0\0", /DWG/],
    ["a.sldprt", "%PDF-1.7", /PDF/],
    ["a.docx", "<html>", /web page/],
    ["a.jpg", "\x89", /text/],
  ];
  for (const [name, contents, words] of cases) {
    const facts = await factsOf(name, contents);
    assert.equal(facts.fits, false, name);
    assert.match(facts.problems.join(), words);
  }
  const misfits: [string, string][] = [["a.3mf", `PK\x05\x06${"\0".repeat(18)}`], ["a.stl", "mesh"], ["a.rtf", "\0"]];
  for (const [name, contents] of misfits) {
    const { fits, problems } = await factsOf(name, contents);
    assert.deepEqual([fits, problems[0] !== undefined], [false, true], name);
  }
  assert.equal((await factsOf("a.txt", "plain")).fits, true);
  assert.equal((await factsOf("a.exe", "MZ\0")).fits, undefined);
});

test("plain text may be in UTF-16 and begin like anything", async () => {
  for (const ending of ["txt", "csv", "md"]) {
    for (const mark of [[0xff, 0xfe], [0xfe, 0xff]]) assert.equal((await factsOf(`a.${ending}`, Uint8Array.from([...mark, 0, 65]))).fits, true);
    for (const contents of ["<html>", "a\0b\0", "%PDF-1.7"]) assert.equal((await factsOf(`a.${ending}`, contents)).fits, undefined);
  }
});

test("text of which only a part was read is said to be a part", async () => {
  const facts = await readFacts(new Memory("a.pdf", "%PDF-1.7\n%%EOF"), DATA, async () => ({ pages: 12, access: "open", text: "a", partial: true }));
  assert.deepEqual([facts.partial, facts.problems], [true, ["Only the beginning of its text was read."]]);
});

test("an empty file is incomplete whatever it is called", async () => {
  for (const name of ["a.stp", "a.dxf", "a.pdf", "a.stl", "a.sldprt", "a.txt", "a"]) {
    assert.deepEqual((({ complete, problems }) => ({ complete, problems }))(await factsOf(name, "")), { complete: false, problems: ["The file is empty."] });
  }
});

test("a file that is gone is a problem in words, not an error", async () => {
  const gone = { name: "a.stp", size: 5, slice: () => ({ arrayBuffer: () => Promise.reject(new Error("NotFoundError")) }) as unknown as Blob };
  const facts = await readFacts(gone, DATA);
  assert.match(facts.problems.join(), /could not be read/);
  assert.deepEqual([facts.complete, facts.fits], [undefined, undefined]);
});

test("a PDF is whole where its reader opened it; a missing end mark is a remark, and without a reader nothing is said", async () => {
  const opened = async () => ({ pages: 1, access: "open" as const, text: "TVR-10427" });
  const facts = async (contents: string, reader?: () => Promise<object>) => {
    const { complete, remarks = [] } = await readFacts(new Memory("a.pdf", contents), DATA, reader);
    return [complete, remarks.length];
  };
  assert.deepEqual(await facts("%PDF-1.7\n...\n%%EOF\n", opened), [true, 0]);
  assert.deepEqual(await facts(`%PDF-1.7\n...\n%%EOF\n${"\0".repeat(500_000)}`, opened), [true, 0]);
  assert.deepEqual(await facts("%PDF-1.7\n...\n", opened), [undefined, 1]);
  assert.deepEqual(await facts("%PDF-1.7\n%%EOF\n7 0 obj\n<<", opened), [undefined, 1]);
  assert.deepEqual(await facts("%PDF-1.7\n...\n%%EOF\n", async () => ({ damaged: true })), [false, 0]);
  assert.deepEqual(await facts("%PDF-1.7\n...\n%%EOF\n"), [undefined, 0]);
});

test("a reader of PDFs that fails or gives up leaves the facts untold", async () => {
  for (const reader of [() => Promise.reject(new Error("no bundle")), () => Promise.resolve(undefined)]) {
    const facts = await readFacts(new Memory("a.pdf", "%PDF-1.7\n%%EOF"), DATA, reader);
    assert.deepEqual([facts.access, facts.text], [undefined, undefined]);
    assert.match(facts.problems.join(), /in the time allowed/);
  }
  const large = new Memory("a.pdf", "%PDF-1.7", 100 << 20);
  await readFacts(large, DATA, () => assert.fail("a large PDF is not handed over"));
  assert.ok(large.read <= 2 << 20);
});

test("a worker that never answers is ended", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const calls: string[] = [];
  const worker = { postMessage: () => calls.push("asked"), terminate: () => calls.push("ended") } as unknown as Worker;
  const answer = answerOf(worker, { bytes: new Uint8Array(3), maps: "" });
  mock.timers.tick(PATIENCE);
  assert.equal(await answer, undefined);
  assert.deepEqual(calls, ["asked", "ended"]);
  mock.timers.reset();
});

test("text that was read counts though its picture never comes", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const text = { pages: 1, text: "TVR-10427" };
  const worker = {
    postMessage: (_: unknown, [, port]: [ArrayBuffer, MessagePort]) => port.postMessage({ text, last: false }), terminate: () => undefined,
  } as unknown as Worker;
  const answer = answerOf(worker, { bytes: new Uint8Array(3), maps: "" });
  // What comes through a port comes in a task of its own.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  mock.timers.tick(PICTURE_PATIENCE);
  assert.deepEqual(await answer, text);
  mock.timers.reset();
});

test("four megabytes are read in slices, between which the page gets its turn", async () => {
  const many = (row: string): string => row.repeat(Math.ceil(4_000_000 / row.length));
  const contents: Record<string, string | Uint8Array> = {
    "a.stp": stepText({ data: many("#1=CARTESIAN_POINT('',(1.25,2.5,3.75));\n") }),
    "a.dxf": dxf("", "0\nEOF\n", many(LINE)),
    "a.stl": stl(80_000),
    "b.stl": `solid b\n${many("facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\n")}endsolid b\n`,
    "a.obj": many("v 1.25 2.5 3.75\n"),
  };
  for (const [name, content] of Object.entries(contents)) {
    const file = new Memory(name, content);
    assert.ok(file.size > 3_900_000, name);
    await readFacts(file, DATA);
    assert.ok(file.largest <= 1 << 18, `${name}: ${file.largest} bytes at once`);
  }
});

test("an ending may stand for contents of several kinds", () => {
  assert.deepEqual(["zip", "gzip", "pdf"].map((contents) => fits(contents as "zip", "stpz", false)), [true, true, false]);
});

test("a foot of surveys is a foot, and no other unit is", () => {
  assert.deepEqual([0.3048006096, 0.305].map((meters) => sameFactor(0.3048, meters)), [true, false]);
});

test("a mesh in which two volumes share an edge is not watertight, and has no open edge", () => {
  const measures = new MeshMeasures();
  const [a, b, c, d, e, f] = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, -1, 0], [0, 0, -1]].map(([x, y, z]) => measures.corner(x!, y!, z!)) as [number, number, number, number, number, number];
  const volume = (one: number, two: number): void => {
    for (const [left, middle, right] of [[a, b, one], [a, b, two], [a, one, two], [b, one, two]] as const) measures.triangle(left, middle, right);
  };
  volume(c, d);
  assert.equal(measures.watertight, true);
  volume(e, f);
  assert.deepEqual([measures.watertight, measures.openEdges], [false, 0]);
});

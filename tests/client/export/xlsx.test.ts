import assert from "node:assert/strict";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { sheetName } from "../../../macros/client/export/xlsx-cells.ts";
import { toXlsx } from "../../../macros/client/export/xlsx.ts";
import type { Summary } from "../../../macros/client/summary/summary.ts";
import { example, record, summaryOf } from "../support.ts";

interface Book { names: string[]; book: string; sheets: string[]; styles: string; cells: (sheet: number) => string[] }

/** Reads a workbook back far enough to see sheets, raw cells and texts. */
async function read(summary: Summary): Promise<Book> {
  const files = Object.entries(unzipSync(await toXlsx(summary)));
  const parts = Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
  const strings = all(parts["xl/sharedStrings.xml"]!, /<t[^>]*>(.*?)<\/t>/gs);
  const names = all(parts["xl/workbook.xml"]!, /<sheet [^>]*name="([^"]*)"/g);
  const sheets = names.map((_, place) => parts[`xl/worksheets/sheet${place + 1}.xml`]!);
  const cells = (sheet: number): string[] =>
    [...sheets[sheet]!.matchAll(/<c ([^>]*)><v>(.*?)<\/v>/g)]
      .map((cell) => (cell[1]!.includes('t="s"') ? strings[Number(cell[2])]! : cell[2]!));
  return { names, book: parts["xl/workbook.xml"]!, sheets, styles: parts["xl/styles.xml"]!, cells };
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}

test("there is a sheet for the title block, the details, each wide table, and changes and files where there are any", async () => {
  assert.deepEqual((await read(summaryOf(example("rev-c")))).names, [
    "Request", "Details", "Critical dimension list", "Earlier builds", "Changes since the last build", "Changes", "Files",
  ]);
  assert.deepEqual((await read(summaryOf(record()))).names, ["Request", "Details"]);
  assert.deepEqual((await read({ ...summaryOf(record()), withCheckSheet: true })).names, ["Request", "Details", "Check sheet"]);
});

test("a narrow table is told in words, one row for each of its rows", async () => {
  const { cells } = await read(summaryOf(example("rev-c")));
  assert.ok(cells(1).includes("encoder ENC-2201, Revision B"));
  assert.ok(cells(1).includes("CD-1 bore, Reason 2 of 6 undersize after coating"));
});

test("a note on what is done stands among the details, and what is left open after it", async () => {
  const answers = { "pilot-lock/alloy-and-temper": { status: "done" as const, note: "from one lot" }, "rfq/prototype-history": { status: "open" as const, note: "Rev A is lost" } };
  const { cells } = await read(summaryOf(record({ stage: "pilot-run", answers })));
  const from = cells(1).slice(cells(1).indexOf("Notes"));
  assert.deepEqual(from, ["Notes", "Material grade and temper", "from one lot", "Left open", "Prototype history", "Rev A is lost"]);
});

test("each sheet prints one page wide with its first row on each page, and has a filter", async () => {
  const { names, sheets, book } = await read(summaryOf(record({ values: { "part-number": "R&D <1>", "critical-dims": [{ id: "1", dim: "CD-1" }] } })));
  for (const [index, sheet] of sheets.entries()) {
    assert.match(sheet, /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*<autoFilter ref="A1:[A-Z]+\d+"\/>.*<pageSetup paperSize="9" orientation="landscape" fitToWidth="1"/);
    assert.match(sheet, /&amp;LR&amp;&amp;D &lt;1&gt;, 2026-09-08&amp;R/);
    assert.ok(book.includes(`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${names[index]}'!$1:$1</definedName>`));
  }
});

test("a row is as high as its text, wrapped, with ideographs two figures wide", async () => {
  const height = async (packing: string): Promise<number> => {
    const { sheets } = await read(summaryOf(record({ values: { packing } })));
    return Number(/<row r="2" ht="(\d+)"/.exec(sheets[1]!)![1]);
  };
  assert.equal(await height("short"), 16);
  assert.equal(await height("a\nb\nc"), 42);
  assert.ok(await height("word ".repeat(60)) >= 5 * 13);
  assert.ok(await height("包装".repeat(60)) >= 4 * 13);
  assert.equal(await height("word ".repeat(5000)), 409);
});

test("each cell has a named font of a stated size", async () => {
  const { styles } = await read(summaryOf(example("rev-c")));
  for (const font of all(styles, /<font>(.*?)<\/font>/gs)) assert.match(font, /<name val="Arial"\/><sz val="10"\/>/);
});

test("a field of several columns is a table on a sheet of its own, and its line says where", async () => {
  const { names, cells } = await read(summaryOf(example("rev-c")));
  const table = cells(names.indexOf("Critical dimension list"));
  assert.deepEqual(table.slice(0, 18), [
    "ID", "Balloon", "Feature", "Limits", "Unit", "Datums", "Applies", "Check", "Method",
    "CD-1", "5", "Bearing bore, bare metal", "22 H7, +0.021 / 0", "mm", "Bare metal", "100%", "bore gage", "CD-2",
  ]);
  assert.ok(cells(1).includes("6 rows, on the sheet “Critical dimension list”"));
  assert.ok(!cells(1).some((cell) => cell.startsWith("Critical dimension list: ")));
  const builds = cells(names.indexOf("Earlier builds"));
  assert.ok(builds.includes("Quantity (pcs)") && builds.includes("6"));
});

test("a table of one row says so, and a name that is taken is numbered", async () => {
  const summary = summaryOf(record({ values: { "critical-dims": [{ id: "1", dim: "CD-1" }], "last-build": [{ id: "1", revision: "A" }] } }));
  const chapters = summary.chapters.map((chapter) => ({ ...chapter, details: chapter.details.map((detail) => ({ ...detail, field: { ...detail.field, label: "request" } })) }));
  const { names, cells } = await read({ ...summary, chapters });
  assert.deepEqual(names, ["Request", "Details", "request 2", "request 3"]);
  assert.ok(cells(1).includes("1 row, on the sheet “request 2”"));
});

test("a column of dates in a table holds dates", async () => {
  const { names, sheets } = await read(summaryOf(record({ values: { "last-build": [{ id: "1", revision: "A", date: "2026-10-30" }] } })));
  assert.match(sheets[names.indexOf("Earlier builds")]!, /<c r="B2" s="\d+"><v>46325<\/v>/);
});

test("what changed since the last build stands from and to, and what was given first is one line among the details", async () => {
  const { names, cells } = await read(summaryOf(example("rev-c")));
  const changes = cells(names.indexOf("Changes"));
  assert.deepEqual(changes.slice(0, 6), ["Detail", "From (Rev B, 2026-05-18)", "To", "This request is for", "Functional prototype", "Pilot run"]);
  const limits = changes.indexOf("Critical dimension list: CD-3, Limits");
  assert.deepEqual(changes.slice(limits, limits + 3), ["Critical dimension list: CD-3, Limits", "0.1", "0.2"]);
  assert.ok(!changes.includes("not given"));
  assert.match(cells(1)[cells(1).indexOf("Given for the first time") + 1]!, /^End use, .*Critical dimension list: CD-2/);
});

test("the head of each sheet is bold and stays in view", async () => {
  const { sheets, styles } = await read(summaryOf(example("rev-c")));
  for (const sheet of sheets) assert.match(sheet, /<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  assert.match(styles, /<b\/>/);
});

test("numbers are numbers and ISO dates are dates", async () => {
  const { sheets } = await read(summaryOf(example("rev-c")));
  assert.match(sheets[0]!, /<c r="B\d+" s="\d+"><v>50<\/v>/);
  // 30 October 2026 is day 46325 of a spreadsheet.
  assert.match(sheets[0]!, /<c r="B\d+" s="\d+"><v>46325<\/v>/);
});

test("part numbers and codes are text, whatever they look like", async () => {
  for (const part of ["00123", "1E5", "2026-10-30"]) {
    const { sheets, cells } = await read(summaryOf(record({ values: { "part-number": part } })));
    assert.ok(cells(0).includes(part));
    assert.match(sheets[0]!, /<c r="B2" s="\d+" t="s">/);
  }
});

test("the first day that every spreadsheet counts alike is a date, the day before is text", async () => {
  const { sheets, cells } = await read(summaryOf(record({ values: { "need-date": "1900-03-01" } })));
  assert.match(sheets[0]!, /<v>61<\/v>/);
  assert.ok(!cells(0).includes("1900-03-01"));
  assert.ok((await read(summaryOf(record({ values: { "need-date": "1900-02-28" } })))).cells(0).includes("1900-02-28"));
});

test("a date that no calendar or spreadsheet has stays text", async () => {
  for (const date of ["2026-02-30", "2026-13-01", "1899-12-31", "soon", "2026-10-30T00:00"]) {
    const { cells } = await read(summaryOf(record({ values: { "need-date": date } })));
    assert.ok(cells(0).includes(date), date);
  }
});

test("text is never a formula and keeps what the library or Excel would read otherwise", async () => {
  const of = async (part: string): Promise<string> => {
    const { sheets, cells } = await read(summaryOf(record({ values: { "part-number": part } })));
    for (const sheet of sheets) assert.doesNotMatch(sheet, /<f>/);
    return cells(0)[cells(0).indexOf("Part number") + 1]!;
  };
  assert.equal(await of("=1+1"), "=1+1");
  assert.equal(await of("__proto__"), "__proto__ ");
  assert.equal(await of("constructor"), "constructor ");
  assert.equal(await of("_x0041_"), "_x005F_x0041_");
  assert.equal(await of("caf\uFFFD"), "caf[U+FFFD]");
  assert.equal(await of("a\u0000b\uD800"), "a[U+0000]b[U+D800]");
});

test("text cells have the format of text, so that editing one does not turn it into a formula", async () => {
  const { sheets, styles } = await read(summaryOf(record({ values: { "part-number": "=1+1" } })));
  const style = Number(/<c r="B2" s="(\d+)" t="s">/.exec(sheets[0]!)![1]);
  const looks = all(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)![1]!, /<xf ([^>]*)>/g);
  const text = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles)![1];
  assert.ok(looks[style]!.includes(`numFmtId="${text}"`));
});

test("text longer than a cell is cut, and says so", async () => {
  for (const text of ["x".repeat(40_000), `${"😀".repeat(20_000)}`, `x${"😀".repeat(20_000)}`]) {
    const { cells } = await read(summaryOf(record({ values: { packing: text } })));
    const longest = cells(1).toSorted((one, other) => other.length - one.length)[0]!;
    assert.ok(longest.length <= 32_767 && longest.length > 32_700);
    assert.ok(longest.endsWith(" [cut here; the record holds the whole text]"));
    assert.doesNotMatch(longest, /\p{Cs}/u);
  }
});

test("sheet names are ones that a spreadsheet takes", () => {
  const named = (...titles: string[]): string[] => {
    const names = new Set<string>(["request"]);
    return titles.map((title) => sheetName(title, names));
  };
  const long = "x".repeat(30);
  assert.deepEqual(named("a/b:c?*[d]\\", "", "History", "REQUEST", "'Files'", `${long}😀`), ["a b c d", "Sheet", "History 2", "REQUEST 2", "Files", long]);
  assert.deepEqual(named(`${long}x and more`, `${long}x and less`), [`${long}x`, `${"x".repeat(29)} 2`]);
});

test("a record with thousands of rows becomes a workbook", async () => {
  const rows = Array.from({ length: 4000 }, (_, place) => ({ id: `${place}`, dim: `CD-${place}`, limits: "0.05" }));
  const { cells } = await read(summaryOf(record({ values: { "critical-dims": rows } })));
  assert.ok(cells(2).includes("CD-3999"));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSheetDocument, requestDocument } from "../../../macros/client/export/document.ts";
import { toHtml } from "../../../macros/client/export/html.ts";
import { example, record, summaryOf } from "../support.ts";

test("a page refuses scripts and anything from elsewhere before it holds a word of a reader", () => {
  const html = toHtml(requestDocument(summaryOf(example("rev-c"))));
  const policy = html.indexOf("default-src 'none'; style-src 'unsafe-inline'");
  assert.ok(policy > 0 && policy < html.indexOf("TVR-10427"));
  assert.doesNotMatch(html, /<script|<link|src=|url\(|@import/);
});

test("the part, its revision, stage and date stand in the head that each sheet repeats", () => {
  const head = '<thead aria-hidden="true"><tr><td><p>TVR-10427, revision C, Pilot run, 2026-09-08</p>';
  assert.ok(toHtml(requestDocument(summaryOf(example("rev-c")))).includes(head));
});

test("ticks are characters with a name and a word", () => {
  const html = toHtml(checkSheetDocument(summaryOf(record({ answers: {
    "pilot-lock/cad-and-drawing": { status: "done" },
    "pilot-lock/critical-dimensions": { status: "na", note: "as machined" },
  } }))));
  assert.match(html, /aria-label="ticked">☑<\/span> <strong>CAD and drawing:<\/strong> Locked/);
  assert.match(html, /aria-label="not ticked">☐<\/span> <strong>Material grade and temper:<\/strong> Still moving/);
  assert.match(html, /aria-label="no box">–<\/span> <strong>Critical dimensions:<\/strong> Not applicable/);
});

test("a reader's words are text", () => {
  const html = toHtml(requestDocument(summaryOf(record({ values: { "part-number": `<b title="x" id='y'>&amp;` } }))));
  assert.match(html, /<title>Request for quotation: &lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;<\/title>/);
});

test("headers of a table have a scope, figures and what is short their own look", () => {
  const html = toHtml(requestDocument(summaryOf(example("rev-c"))));
  assert.match(html, /<caption>Earlier builds<\/caption>\n<thead><tr><th scope="col" class="short">Revision<\/th>/);
  assert.match(html, /<th scope="col" class="number">Quantity \(pcs\)<\/th><th scope="col" class="short">Date<\/th>/);
  assert.match(html, /<tr><th scope="row" class="short" dir="auto">B<\/th><td dir="auto">Functional prototype<\/td>/);
  assert.match(html, /<td class="number" dir="auto">6<\/td><td class="short" dir="auto">2026-05-18<\/td>/);
});

test("the title block is drawn row by row, and a cell without a value says so", () => {
  const html = toHtml(requestDocument(summaryOf(record({ values: { "part-number": "A-1" } }))));
  assert.ok(html.includes('<dl><div><dt>Part number</dt><dd dir="auto">A-1</dd></div><div><dt>Revision</dt><dd class="blank">not given</dd></div></dl>'));
});

test("a date is never broken, however many columns share the sheet", () => {
  const columns = Array.from({ length: 12 }, (_, index) => ({ label: `Column ${index}`, kind: index === 0 ? "date" as const : "text" as const }));
  const table = { label: "Wide", columns, rows: [["2026-05-18", ..."abcdefghijk"]] };
  const html = toHtml({ ...requestDocument(summaryOf(record())), chapters: [{ heading: "Wide", blocks: [{ kind: "details", details: [table] }] }] });
  assert.match(html, /<th scope="row" class="short" dir="auto">2026-05-18<\/th><td class="short" dir="auto">a<\/td>/);
});

test("only a column with a word too long for its share of a sheet breaks words", () => {
  const files = [{ name: "a.stp", role: "model", size: 1, sha256: "0123456789abcdef".repeat(4) }];
  assert.match(toHtml(requestDocument(summaryOf(record({ files })))), /<th scope="col" class="short">Role<\/th><th scope="col" class="number">Size \(bytes\)<\/th><th scope="col" class="long">SHA-256<\/th>/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { toHtml } from "../../macros/client/export/html.ts";
import { example, record, summaryOf } from "./support.ts";

test("a page refuses scripts and anything from elsewhere before it holds a word of a reader", () => {
  const html = toHtml(summaryOf(example("rev-c")));
  const policy = html.indexOf("default-src 'none'; style-src 'unsafe-inline'");
  assert.ok(policy > 0 && policy < html.indexOf("TVR-10427"));
  assert.doesNotMatch(html, /<script|<link|src=|url\(|@import/);
});

test("the part, its revision, stage and date stand in the head that each sheet repeats", () => {
  const head = '<thead aria-hidden="true"><tr><td><p>TVR-10427, revision C, Pilot run, 2026-09-08</p>';
  assert.ok(toHtml(summaryOf(example("rev-c"))).includes(head));
});

test("ticks are characters with a name and a word", () => {
  const html = toHtml(summaryOf(record({ answers: {
    "pilot-lock/cad-and-drawing": { status: "done" },
    "pilot-lock/finish-and-masking": { status: "na", note: "as machined" },
  } })));
  assert.match(html, /aria-label="ticked">☑<\/span> <strong>CAD and drawing:<\/strong> Locked/);
  assert.match(html, /aria-label="not ticked">☐<\/span> <strong>Alloy and temper:<\/strong> Still moving/);
  assert.match(html, /aria-label="no box">–<\/span> <strong>Finish and masking:<\/strong> Not applicable/);
});

test("a reader's words are text", () => {
  const html = toHtml(summaryOf(record({ values: { "part-number": `<b title="x" id='y'>&amp;` } })));
  assert.match(html, /<title>RFQ summary: &lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;<\/title>/);
});

test("headers of a table have a scope, figures and dates their own look", () => {
  const html = toHtml(summaryOf(example("rev-c")));
  assert.match(html, /<caption>Earlier builds<\/caption>\n<thead><tr><th scope="col">Revision<\/th>/);
  assert.match(html, /<th scope="col" class="number">Quantity \(pcs\)<\/th><th scope="col" class="date">Date<\/th>/);
  assert.match(html, /<tr><th scope="row" dir="auto">B<\/th><td dir="auto">Functional prototype<\/td>/);
  assert.match(html, /<td class="number" dir="auto">6<\/td><td class="date" dir="auto">2026-05-18<\/td>/);
});

test("the next step on a supplier's site is a link whose address can be read on paper", () => {
  const summary = summaryOf(record());
  const outcome = { ...summary.outcome, next_label: "Get a quote", next_url: "https://supplier.example/q?a=1&b=2" };
  const url = "https://supplier.example/q?a=1&amp;b=2";
  const link = `<a href="${url}" rel="noopener noreferrer">Get a quote</a> <span class="url">${url}</span>`;
  assert.ok(toHtml({ ...summary, outcome }).includes(link));
});

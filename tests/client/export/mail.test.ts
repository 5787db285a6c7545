import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTROLLED_MESSAGE, mailTo, messageOf, subjectOf } from "../../../macros/client/export/mail.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { example, record, summaryOf } from "../support.ts";

const DESK = "mailto:quotes@supplier.example";

function parts(address: string): { to: string; subject: string | null; body: string } {
  const [to, query] = address.split("?");
  // A form would say `+` for a blank; an e-mail address does not.
  const given = new URLSearchParams(query!.replaceAll("+", "%2B"));
  return { to: to!, subject: given.get("subject"), body: given.get("body")! };
}

function mailOf(of: RfqRecord, to = DESK): string {
  const summary = summaryOf(of);
  return mailTo(to, subjectOf(summary), messageOf(summary, "RFQ.zip"));
}

test("the subject names part, revision and request, the message says what is asked for and what is attached", () => {
  const mail = parts(mailOf(example("rev-c")));
  assert.equal(mail.to, DESK);
  assert.equal(mail.subject, "RFQ, TVR-10427 Rev C, Pilot run");
  const lines = mail.body.trimEnd().split("\r\n");
  assert.deepEqual(lines.slice(0, 4), ["Please quote the part below.", "", "Part: Bracket, encoder mount", "Part number: TVR-10427"]);
  assert.ok(lines.includes("Quote due: 2026-09-18") && lines.includes("Quantity: 50 pcs"));
  assert.deepEqual(lines.slice(-4), [
    "Attached: RFQ.zip, with the request, its checksums and these files:",
    "- TVR-10427_C.stp, Model, Rev C", "- TVR-10427_C.pdf, Drawing, Rev C", "- TVR-10427_C_ballooned.pdf, Ballooned drawing, Rev C",
  ]);
});

test("a message says that something is left open, not what", () => {
  const noted = record({ answers: { "pilot-lock/packing-and-labeling": { status: "open", note: "asked our carrier" } } });
  assert.match(messageOf(summaryOf(noted), "RFQ.zip"), /\n\nWhat we leave open is said at the end of the request\.\n\nAttached: RFQ\.zip, with the request\.$/);
});

test("a message is short: of many files it names ten", () => {
  const files = Array.from({ length: 12 }, (_, index) => ({ name: `${index}.stp` }));
  const lines = messageOf(summaryOf(record({ files })), "RFQ.zip").split("\n");
  assert.deepEqual(lines, ["Please quote the part below.", "", "Attached: RFQ.zip, with the request, its checksums and these files:", ...files.slice(0, 10).map(({ name }) => `- ${name}`), "- and 2 more"]);
  assert.match(messageOf(summaryOf(record({ files: files.slice(0, 10) })), "RFQ.zip"), /\n- 9\.stp$/);
});

test("a message about a controlled part says nothing of it", () => {
  assert.doesNotMatch(CONTROLLED_MESSAGE, /TVR|attached/i);
});

test("a message too long for an address is cut between lines, and says so", () => {
  const long = record({ values: { finish: "x ".repeat(300), contact: "y ".repeat(300), "part-name": "z ".repeat(300) } });
  const mail = mailOf(long);
  assert.ok(mail.length <= 1_800);
  assert.ok(parts(mail).body.endsWith("\r\n\r\nThe rest is in the attached package.\r\n"));
  for (let length = 1; length < 100; length++) {
    assert.ok(mailTo(DESK, "RFQ", `${"x".repeat(length)}\n`.repeat(600)).length <= 1_800, `lines of ${length}`);
  }
});

test("what the supplier has filled in stays", () => {
  const address = `${DESK}?cc=a@supplier.example&subject=Guide`;
  assert.ok(mailOf(example("rev-c"), address).startsWith(`${address}&body=`));
  assert.equal(mailOf(example("rev-c"), `${DESK}?body=Hello`), `${DESK}?body=Hello&subject=RFQ%2C%20TVR-10427%20Rev%20C%2C%20Pilot%20run`);
});

test("hostile values add no header and break no character", () => {
  for (const value of ["a&bcc=evil@x.example", "a\r\nBcc: evil@x.example", "\uD800half", "#?%", "😀".repeat(400), "x".repeat(9_000)]) {
    const mail = mailOf(record({ values: { "part-number": value, revision: "A" } }));
    assert.ok(mail.length <= 1_800, value.slice(0, 20));
    assert.deepEqual([...new URLSearchParams(mail.split("?")[1]).keys()], ["subject", "body"]);
    assert.doesNotMatch(parts(mail).subject!, /[\r\n]/);
  }
});

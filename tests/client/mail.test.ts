import assert from "node:assert/strict";
import { test } from "node:test";
import { toText } from "../../macros/client/export/text.ts";
import { mailTo } from "../../macros/client/mail.ts";
import type { RfqRecord } from "../../macros/client/types.ts";
import { example, record, summaryOf } from "./support.ts";

const DESK = "mailto:quotes@supplier.example";

function parts(address: string): { to: string; subject: string | null; body: string } {
  const [to, query] = address.split("?");
  // A form would say `+` for a blank; an e-mail address does not.
  const given = new URLSearchParams(query!.replaceAll("+", "%2B"));
  return { to: to!, subject: given.get("subject"), body: given.get("body")! };
}

function mailOf(of: RfqRecord, to = DESK): string {
  return mailTo(to, summaryOf(of), toText(summaryOf(of)));
}

test("the subject names part, revision and stage, the text begins with what to attach", () => {
  const mail = parts(mailOf(example("rev-c")));
  assert.equal(mail.to, DESK);
  assert.equal(mail.subject, "RFQ, TVR-10427 Rev C, Pilot run");
  assert.match(mail.body, /^Attach the RFQ package \(ZIP\) .+\r\n\r\nRFQ summary: TVR-10427, revision C\r\n/);
});

test("a long summary is cut between lines, and the text says so", () => {
  const mail = mailOf(example("rev-c"));
  assert.ok(mail.length <= 1_800);
  assert.ok(mail.length > 1_600);
  const { body } = parts(mail);
  assert.ok(body.endsWith("\r\n\r\nThe rest is in the attached package.\r\n"));
  const lines = toText(summaryOf(example("rev-c"))).split("\n");
  for (const line of body.split("\r\n").slice(2, -3)) assert.ok(lines.includes(line), line);
});

test("a text that fits is whole", () => {
  const mail = parts(mailTo(DESK, summaryOf(record()), "One line.\nAnother.\n"));
  assert.equal(mail.subject, "RFQ");
  assert.ok(mail.body.endsWith("send it.\r\n\r\nOne line.\r\nAnother.\r\n"));
});

test("without a text there is only what to attach", () => {
  assert.equal(parts(mailTo(DESK, summaryOf(record()), "")).body.split("\r\n").length, 2);
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

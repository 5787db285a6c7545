import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { readRecord } from "../../../macros/client/import/parse-record.ts";
import { MAX_INFLATED, fromFragment, describeLength, toFragment } from "../../../macros/client/import/share-link.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { dice } from "../random-records.ts";
import { SCHEMA, example, record } from "../support.ts";

const DAMAGED = "This link is cut short or damaged: copy it again from where you got it.";
const STRANGE = "This link is damaged: it holds characters that a record's link never has.";
const TOO_MUCH = "This link holds more than a record can, so it was not opened.";

async function shared(whole: RfqRecord): Promise<RfqRecord> {
  const made = await toFragment(JSON.stringify(whole));
  assert.ok("fragment" in made);
  assert.match(made.fragment, /^record=[A-Za-z0-9_-]+$/);
  const read = await fromFragment(`#${made.fragment}`);
  assert.ok("json" in read, JSON.stringify(read));
  const opened = await readRecord(read.json, SCHEMA);
  assert.ok("record" in opened, JSON.stringify(opened));
  return opened.record;
}

function link(text: string | Buffer): string {
  return `#record=${deflateRawSync(text).toString("base64url")}`;
}

/** The sentence that refuses a link. */
async function refused(fragment: string): Promise<string> {
  const read = await fromFragment(fragment);
  const opened = "json" in read ? await readRecord(read.json, SCHEMA) : read;
  assert.ok("problem" in opened, `${fragment.slice(0, 60)} was opened`);
  return opened.problem;
}

test("the worked records come out of a link as they went in", async () => {
  for (const whole of [example("rev-b"), example("rev-c"), record()]) assert.deepEqual(await shared(whole), whole);
});

test("a link that other programs make of raw deflate opens as well", async () => {
  const read = await fromFragment(link(JSON.stringify(record())));
  assert.deepEqual("json" in read && JSON.parse(read.json), record());
});

test("what is damaged, too large or no record is refused in one sentence", async () => {
  const whole = JSON.stringify(example("rev-c"));
  const good = link(whole);
  const cases: [string, string | RegExp][] = [
    ["#record=", STRANGE],
    ["#record=%3Cscript%3E", STRANGE],
    ["#record=a+b/c=", STRANGE],
    [`#record=${"é".repeat(50)}`, STRANGE],
    ["#record=A", DAMAGED],
    ["#record=AAAAA", DAMAGED],
    ["#record=____", DAMAGED],
    [good.slice(0, -20), DAMAGED],
    [`${good}AAAA`, DAMAGED],
    [good.replace(/.{9}$/, "AAAAAAAAA"), DAMAGED],
    [link(Buffer.from([0xff, 0xfe, 0xc3])), DAMAGED],
    [`#record=${"A".repeat(1_000_000)}`, TOO_MUCH],
    [`#record=${"%".repeat(1_000_000)}`, TOO_MUCH],
    [link(Buffer.alloc(12_000_000)), TOO_MUCH],
    [link(Buffer.alloc(200_000_000, 32)), TOO_MUCH],
    [link(" ".repeat(MAX_INFLATED + 1)), TOO_MUCH],
    [link(" ".repeat(MAX_INFLATED)), /^This is empty; /],
    [link("<script>alert(1)</script>"), /^This is not JSON; /],
    [link("[".repeat(150_000)), /^This is nested more than 100 levels deep; /],
    [link("null"), /just null; /],
    [link('{"schema":"rfq-record/2"}'), /^A newer version of this guide saved this record/],
    [link('{"schema":"openacr/1"}'), /^This says that it is "openacr\/1"; /],
    [link('{"__proto__":{"schema":"rfq-record/1"}}'), /without a "schema"; /],
    [link(JSON.stringify(record()).replace('"values":{', '"values":{"__proto__":"x"')), /^This record cannot be opened: /],
    [link(JSON.stringify({ ...record(), answers: { "a/b": { status: "<img src=x onerror=alert(1)>" } } })), /^This record cannot be opened: /],
    [link(JSON.stringify({ ...record(), answers: Object.fromEntries(Array.from({ length: 5_000 }, (_, each) => [`a/i${each}`, 1])) })), /^This record cannot be opened: /],
  ];
  for (const [fragment, expected] of cases) {
    const sentence = await refused(fragment);
    if (typeof expected === "string") assert.equal(sentence, expected, fragment.slice(0, 60));
    else assert.match(sentence, expected);
    assert.equal(sentence.match(/\.(\s|$)/g)?.length, 1, sentence);
  }
  assert.equal(({} as Record<string, unknown>)["schema"], undefined);
});

test("what a link holds comes out to the letter", async () => {
  for (const json of ["{}", "\uFEFF{}", "\uFEFF\uFEFF", "\u0000"]) assert.deepEqual(await fromFragment(link(json)), { json });
});

test("a record past what a link may hold gets none; one just below does", async () => {
  const padded = (length: number): string => JSON.stringify("é".repeat((length - 2) / 2));
  assert.ok("fragment" in await toFragment(padded(MAX_INFLATED)));
  const made = await toFragment(padded(MAX_INFLATED + 2));
  assert.deepEqual(made, { problem: "This record is too large for a link: download the record (JSON) and send the file." });
});

test("even a record that no compression shrinks opens from its link", async () => {
  const roll = dice(7);
  const noise = Array.from({ length: 190_000 }, () => String.fromCharCode(32 + roll(95))).join("").replace(/["\\]/g, "x");
  const whole = record({ values: { noise } });
  assert.deepEqual(await shared(whole), whole);
});

test("a link's length is told with the programs that may cut it", () => {
  const words = (length: number): string => describeLength("x".repeat(length));
  assert.equal(words(1_000), "1,000 characters");
  assert.equal(words(1_001), "1,001 characters, which Outlook for Windows may cut; the record's file always arrives whole");
  assert.match(words(2_001), /which Outlook for Windows and Discord may cut/);
  assert.match(words(50_000), /which Outlook for Windows, Discord and Slack may cut/);
});

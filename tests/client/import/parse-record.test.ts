import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_FILE_BYTES } from "../../../macros/client/import/parse-json.ts";
import { beyondBounds } from "../../../macros/client/import/bounds.ts";
import { MAX_ROWS, MAX_TEXT_TOGETHER } from "../../../macros/client/record/formats.ts";
import { readRecord } from "../../../macros/client/import/parse-record.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { SCHEMA, example, record } from "../support.ts";


async function problemOf(text: string, size?: number): Promise<string> {
  const found = await readRecord(text, SCHEMA, size);
  assert.ok("problem" in found, `no problem was found in ${text.slice(0, 80)}`);
  return found.problem;
}

/** The worked record with one thing changed, as text. */
function altered(change: (record: Record<string, any>) => void): string {
  const copy = example("rev-c");
  change(copy);
  return JSON.stringify(copy);
}

test("a record is read as it was written, unknown keys and all", async () => {
  for (const whole of [example("rev-b"), example("rev-c"), record(), record({ more: { deep: [null, { a: 1 }] } })]) {
    assert.deepEqual(await readRecord(JSON.stringify(whole), SCHEMA), { record: whole });
  }
});

test("a byte order mark and spaces around a record do no harm", async () => {
  assert.deepEqual(await readRecord(`\uFEFF ${JSON.stringify(record())}\r\n`, SCHEMA), { record: record() });
});

test("keys of prototypes are keys like any other at the top level, and refused as names of values", async () => {
  const text = JSON.stringify(record()).replace("{", '{"__proto__": {"polluted": 1}, ');
  const found = await readRecord(text, SCHEMA);
  assert.ok("record" in found && Object.hasOwn(found.record, "__proto__"));
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  assert.equal(
    await problemOf(JSON.stringify(record()).replace('"values":{', '"values":{"__proto__":"x"')),
    'This record cannot be opened: under "values", "__proto__", there is a name that does not belong there.',
  );
});

test("what is no JSON of a record is told apart in one sentence", async () => {
  const whole = JSON.stringify(example("rev-c"));
  const cases: [string, string][] = [
    ["", "This is empty; a record that this guide saved was expected."],
    [" \n", "This is empty; a record that this guide saved was expected."],
    ["PK\u0003\u0004", "This is not JSON; a record that this guide saved was expected."],
    ["part: A-1", "This is not JSON; a record that this guide saved was expected."],
    ["null", "This is JSON of something else, just null; a record that this guide saved was expected."],
    ["5", "This is JSON of something else, just 5; a record that this guide saved was expected."],
    ['"x"', "This is JSON of something else, a text; a record that this guide saved was expected."],
    ["[]", "This is JSON of something else, a list; a record that this guide saved was expected."],
    ["{}", 'This is JSON of something else, without a "schema"; a record that this guide saved was expected.'],
    ['{"__proto__":{"schema":"rfq-record/1"}}',
      'This is JSON of something else, without a "schema"; a record that this guide saved was expected.'],
    ['{"schema":"openacr/1"}', 'This says that it is "openacr/1"; a record, "rfq-record/1", was expected.'],
    ['{"schema":"rfq-record/0"}', 'This says that it is "rfq-record/0"; a record, "rfq-record/1", was expected.'],
    ['{"schema":["rfq-record/1"]}',
      'This says that it is something that is no text; a record, "rfq-record/1", was expected.'],
    ['{"schema":"rfq-record/2"}',
      'A newer version of this guide saved this record ("rfq-record/2"): reload the page to get that version.'],
    ['{"schema":"rfq-record/12","id":"a"}',
      'A newer version of this guide saved this record ("rfq-record/12"): reload the page to get that version.'],
    [`{"schema":"a\\u202e\\u0000${"b".repeat(99)}"}`,
      `This says that it is "a${"b".repeat(39)}"; a record, "rfq-record/1", was expected.`],
  ];
  for (const [text, sentence] of cases) assert.equal(await problemOf(text), sentence);
  for (let end = 1; end < whole.length; end += 97) {
    assert.equal(
      await problemOf(whole.slice(0, end)),
      "This is JSON that is cut short or damaged; a record that this guide saved was expected.",
    );
  }
});

test("a file past the stated size is not read", async () => {
  assert.equal(MAX_FILE_BYTES, 5_000_000);
  assert.ok("record" in await readRecord(JSON.stringify(record()), SCHEMA, 5_000_000));
  assert.equal(await problemOf("", 5_000_001), "This is 5.0 MB; at most 5.0 MB was expected.");
  assert.equal(await problemOf("x".repeat(6_200_000)), "This is 6.2 MB; at most 5.0 MB was expected.");
});

test("what does not follow the format is told by its place and what was expected there", async () => {
  const answer = "pilot-lock/cad-and-drawing";
  const rows = "critical-dims";
  const cases: [(record: Record<string, any>) => void, string][] = [
    [(it) => delete it["updated"], 'at its top level, "updated" is missing'],
    [(it) => (it["created"] = "2026-02-30T09:00:00Z"),
      'under "created", a time such as 2026-01-31T09:00:00Z was expected'],
    [(it) => (it["id"] = ""), 'under "id", there is nothing'],
    [(it) => (it["id"] = "x".repeat(129)), 'under "id", there is something too long'],
    [(it) => (it["files"] = Array.from({ length: 1001 }, () => ({ name: "a" }))), 'under "files", there are more than 1000 entries'],
    [(it) => (it["stage"] = 5), 'under "stage", text or null was expected'],
    [(it) => (it["stage"] = "Pilot run"), 'under "stage", a name in small letters, such as pilot-run, was expected'],
    [(it) => (it["values"] = []), 'under "values", an object was expected'],
    [(it) => (it["values"].revision = null), 'under "values", "revision", text or a number or a list was expected'],
    [(it) => (it["values"]["Bad Name"] = "x"),
      'under "values", "Bad Name", there is a name that does not belong there'],
    [(it) => (it["values"][rows][0].feature = []),
      'under "values", "critical-dims", entry 1, "feature", text or a number was expected'],
    [(it) => (it["values"][rows][1] = null), 'under "values", "critical-dims", entry 2, an object was expected'],
    [(it) => (it["values"].documents = ["drawing", "A b"]),
      'under "values", "documents", entry 2, a name in small letters, such as pilot-run, was expected'],
    [(it) => (it["values"].documents = [true]), 'under "values", "documents", entry 1, text or an object was expected'],
    [(it) => delete it["values"][rows][1].id, 'under "values", "critical-dims", entry 2, "id" is missing'],
    [(it) => (it["values"][rows][1].id = it["values"][rows][0].id),
      'under "values", "critical-dims", two rows have the id "cd-1"'],
    [(it) => (it["answers"][answer].status = "locked"),
      `under "answers", "${answer}", "status", one of done, open, na was expected`],
    [(it) => (it["answers"][answer].at = "yesterday"),
      `under "answers", "${answer}", "at", a time such as 2026-01-31T09:00:00Z was expected`],
    [(it) => (it["answers"][answer] = null), `under "answers", "${answer}", an object was expected`],
    [(it) => (it["answers"]["a~b/c d"] = {}), 'under "answers", "a~b/c d", there is a name that does not belong there'],
    [(it) => (it["levels"] = { "next-step": 4 }), 'under "levels", "next-step", text was expected'],
    [(it) => (it["builds"] = [{ name: "B" }]), 'under "builds", entry 1, "stage" is missing'],
    [(it) => (it["files"] = [{ name: "a", size: -1 }]), 'under "files", entry 1, "size", a number from 0 was expected'],
    [(it) => (it["files"] = [{ name: "a", sha256: "zz" }]),
      'under "files", entry 1, "sha256", a checksum of 64 hexadecimal digits was expected'],
    [(it) => (it["values"]["\u{D800}"] = 1), "a name in it holds half a character"],
  ];
  for (const [change, fault] of cases) {
    assert.equal(await problemOf(altered(change)), `This record cannot be opened: ${fault}.`);
  }
});

test("row ids are unique within a list, in builds too, and only there", async () => {
  const rows = [{ id: "r", item: "a" }, { id: "r", item: "b" }];
  const build = { name: "B", stage: null, at: "2026-01-02T03:04:05Z", answers: {} };
  const inBuild = record({ builds: [{ ...build, values: {} }, { ...build, values: { changes: rows } }] });
  assert.equal(
    await problemOf(JSON.stringify(inBuild)),
    'This record cannot be opened: under "builds", entry 2, "values", "changes", two rows have the id "r".',
  );
  const apart: RfqRecord = record({ values: { changes: [rows[0]!], "last-build": [rows[1]!], documents: ["r", "r"] } });
  assert.deepEqual(await readRecord(JSON.stringify(apart), SCHEMA), { record: apart });
});

test("a record lists each file name once, as a package has one place for it", async () => {
  const twice = record({ files: [{ name: "a.stp" }, { name: "b.stp" }, { name: "a.stp" }] });
  assert.equal(await problemOf(JSON.stringify(twice)), 'This record cannot be opened: under "files", two files have the name "a.stp".');
});

test("a number past all bounds is refused, for it would not survive being saved again", async () => {
  const text = JSON.stringify(record({ more: [0] })).replace("[0]", "[1e999]");
  assert.equal(await problemOf(text), "This record cannot be opened: a number in it is too large.");
});

test("bombs of nesting and of faults end in one sentence", async () => {
  const deep = "This is nested more than 100 levels deep; a record that this guide saved was expected.";
  assert.equal(await problemOf("[".repeat(4_000_000)), deep);
  const nested = JSON.stringify(record({ more: 0 })).replace("0}", `${"[".repeat(100)}${"]".repeat(100)}}`);
  assert.equal(await problemOf(nested), deep);
  const deepest = JSON.stringify(record({ more: 0 })).replace("0}", `${"[".repeat(99)}${"]".repeat(99)}}`);
  assert.ok("record" in await readRecord(deepest, SCHEMA));
  const brackets = record({ values: { open: `${"[{".repeat(200)} \\" ${"[".repeat(200)}` } });
  assert.deepEqual(await readRecord(JSON.stringify(brackets), SCHEMA), { record: brackets });
  const faults = (length: number) => JSON.stringify({ ...record(), answers: Object.fromEntries(Array.from({ length }, (_, each) => [`rfq/i${each}`, 1])) });
  assert.equal(await problemOf(faults(150_000)), "This holds more than 60,000 entries; a record that this guide saved was expected.");
  assert.equal(await problemOf(faults(2001)), 'This record cannot be opened: under "answers", there are more than 2000 entries.');
  assert.match(await problemOf(faults(2000)), /^This record cannot be opened: under "answers", "rfq.i\d+", an object was expected\.$/);
});

test("rows of all lists, and texts with the reasons of what does not apply, are counted together", () => {
  const rows = (length: number): { id: string }[] => Array.from({ length }, (_, index) => ({ id: `r${index}` }));
  assert.equal(beyondBounds(record({ values: { changes: rows(MAX_ROWS) } })), undefined);
  assert.match(beyondBounds(record({ values: { changes: rows(MAX_ROWS), "critical-dims": rows(1) } })) ?? "", /more than 1000 rows together/);
  const half = "x".repeat(MAX_TEXT_TOGETHER / 2);
  assert.equal(beyondBounds(record({ values: { finish: half }, na: { masked: half } })), undefined);
  assert.match(beyondBounds(record({ values: { finish: half }, na: { masked: `${half}x` } })) ?? "", /characters together/);
});

test("of a long list the entry with a fault is told by its place in the whole", async () => {
  const rows: object[] = Array.from({ length: MAX_ROWS }, (_, index) => ({ id: `r${index}` }));
  rows[800] = { item: "a" };
  assert.equal(await problemOf(JSON.stringify(record({ values: { changes: rows as never } }))), 'This record cannot be opened: under "values", "changes", entry 801, "id" is missing.');
});

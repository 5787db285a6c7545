import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { requestDocument } from "../../../macros/client/export/document.ts";
import { isTable } from "../../../macros/client/export/document-types.ts";
import { TURN, readRecord, readReview } from "../../../macros/client/import/parse-record.ts";
import { MAX_ROWS, MAX_TEXT_TOGETHER } from "../../../macros/client/record/formats.ts";
import { GUIDE, SCHEMA, example, record, summaryOf } from "../support.ts";

const SIZE = 4_000_000;
const AT = "2026-09-01T09:00:00Z";
const ROWS = GUIDE.field("critical-dims").columns!.map(({ id }) => id);

/** As many entries as the four megabytes hold, or as many as are said. */
function many<T>(entry: (index: number) => T, most = Infinity): T[] {
  const one = JSON.stringify(entry(99_999))?.length ?? 4;
  return Array.from({ length: Math.min(most, Math.floor(SIZE / (one + 1))) }, (_, index) => entry(index));
}

/** The same under names. */
function named(entry: (index: number) => unknown, name: (index: number) => string, most?: number): Record<string, unknown> {
  return Object.fromEntries(many((index) => [name(index), entry(index)] as const, most));
}

const x = (length: number): string => "x".repeat(length);
const field = (index: number): string => `f${index}`;
const item = (index: number): string => `rfq/i${index}`;
const build = (more: object = {}): object => ({ name: "B", stage: null, at: AT, values: {}, answers: {}, ...more });
const row = (index: number): object => ({ id: `r${index}`, ...Object.fromEntries(ROWS.map((column) => [column, "1"])) });
const file = (more: object = {}) => (index: number): object => ({ name: `f${index}`, ...more });
const finding = (more: object = {}) => () => ({ check: "a", result: "agrees", ...more });
const values = (of: unknown) => ({ values: of });

/** Ways to spend the megabytes, each as what is put in a blank record, or as a whole text. */
const WAYS: Record<string, () => object | string> = {
  "values": () => values(named(() => 1, field)),
  "values of another type": () => values(named(() => null, field)),
  "values of a thousand characters": () => values(named(() => x(1000), field)),
  "values under names that are none": () => values(named(() => 1, (index) => `No Id ${index}`)),
  "values under long names": () => values(named(() => 1, (index) => `f${index}-${x(4000)}`)),
  "few values under very long names": () => values(named(() => 1, (index) => `f${index}-${x(400_000)}`, 9)),
  "five hundred bad values": () => values(named(() => ({ a: x(7000) }), field, 500)),
  "one text": () => values({ packing: x(SIZE - 1000) }),
  "twenty texts": () => values(named(() => x(SIZE / 20 - 100), field, 20)),
  "a text of quotes": () => values({ packing: "\"".repeat(SIZE / 2 - 1000) }),
  "a text of line ends": () => values({ packing: "\n".repeat(190_000), "critical-dims": [] }),
  "choices": () => values({ documents: many((index) => `c${index}`) }),
  "bad choices": () => values({ documents: many(() => "Not An Id") }),
  "rows": () => values({ "critical-dims": many(row) }),
  "rows that are none": () => values({ "critical-dims": many(() => null) }),
  "rows without ids": () => values({ "critical-dims": many(() => ({})) }),
  "rows with one id": () => values({ "critical-dims": many(() => ({ id: "r" })) }),
  "rows in many lists": () => values(named(() => many(row, 40), field, 500)),
  "as many rows as may be": () => values({ "critical-dims": many(row, 1000) }),
  "as many rows as may be, with long cells": () => values({ "critical-dims": many((index) => ({ ...row(index), [ROWS[1]!]: x(900) }), 1000) }),
  "lists in lists": () => values({ "critical-dims": many(() => [[]]) }),
  "one wide row": () => values({ "critical-dims": [{ id: "r", ...named(() => 1, field) }] }),
  "wide rows": () => values({ "critical-dims": many((index) => ({ id: `r${index}`, ...named(() => 1, field, 39) }), 1000) }),
  "cells of another type": () => values({ "critical-dims": many((index) => ({ id: `r${index}`, ...named(() => [], field, 30) }), 1000) }),
  "answers": () => ({ answers: named(() => ({ status: "open" }), item) }),
  "answers that are none": () => ({ answers: named(() => 1, item) }),
  "as many bad answers as may be": () => ({ answers: named(() => ({ status: x(1500) }), item, 2000) }),
  "notes": () => ({ answers: named(() => ({ status: "done", note: x(1900) }), item, 2000) }),
  "answers of no item": () => ({ answers: named(() => ({ status: "open" }), field) }),
  "an answer with other keys": () => ({ answers: { "rfq/a": { status: "open", ...named(() => 1, field, 50_000) } } }),
  "reasons": () => ({ na: named(() => "r", field) }),
  "levels": () => ({ levels: named(() => "pilot-run", field) }),
  "marks of a link": () => ({ unconfirmed: many((index) => `f${index}`) }),
  "builds": () => ({ builds: many(() => build()) }),
  "builds that are none": () => ({ builds: many(() => 5) }),
  "as many builds as may be, full": () => ({ builds: many(() => build({ values: named(() => 1, field, 280) }), 200) }),
  "builds with long names": () => ({ builds: many(() => build({ name: x(19_000) }), 200) }),
  "a build of rows": () => ({ builds: [build(values({ "critical-dims": many(row) }))] }),
  "builds of rows": () => ({ builds: many(() => build(values({ "critical-dims": many(row, 25) })), 200) }),
  "builds with long texts": () => ({ builds: many(() => build(values({ packing: x(19_000) })), 200) }),
  "files": () => ({ files: many(file()) }),
  "files that are none": () => ({ files: many(() => "f") }),
  "files of one name": () => ({ files: many(() => ({ name: "a" }), 1000) }),
  "files with long names": () => ({ files: many((index) => ({ name: `${index}${x(3900)}` }), 1000) }),
  "files with names of dots": () => ({ files: many((index) => ({ name: `x${".".repeat(1900)}${index}` }), 1000) }),
  "findings": () => ({ files: [file({ findings: many(finding()) })(0)] }),
  "evidence": () => ({ files: [file({ findings: [finding({ evidence: many(() => "e") })()] })(0)] }),
  "bad findings": () => ({ files: many(file({ findings: many(() => 1, 50) }), 1000) }),
  "facts": () => ({ files: [file({ read: { sha256: "a".repeat(64), at: AT, facts: named(() => 1, field, 50_000) } })(0)] }),
  "declined facts": () => ({ files: [file({ declined: many(() => "d") })(0)] }),
  "keys that nobody knows": () => named(() => 1, field),
  "fifty thousand keys that nobody knows": () => named(() => x(60), field, 50_000),
  "a list that nobody knows": () => ({ more: many(() => 1) }),
  "texts that nobody knows": () => ({ more: x(SIZE - 1000) }),
  "an id": () => ({ id: x(SIZE) }),
  "a stage": () => ({ stage: `a${"-a".repeat(SIZE / 2)}` }),
  "a time": () => ({ created: "2".repeat(SIZE) }),
  "a schema": () => ({ schema: `rfq-record/${"1".repeat(SIZE)}` }),
  "a number": () => JSON.stringify(record()).replace('"values":{}', `"values":{"n":${"1".repeat(SIZE)}}`),
  "spaces": () => `${" ".repeat(SIZE)}${JSON.stringify(record())}`,
  "spaces and no end": () => `{${" ".repeat(SIZE)}`,
  "quotes": () => "\"".repeat(SIZE),
  "backslashes": () => `"${"\\".repeat(SIZE)}`,
  "commas": () => ",".repeat(SIZE),
  "one name again and again": () => JSON.stringify(record()).replace('"values":{}', `"values":{${'"a":1,'.repeat(SIZE / 6)}"a":1}`),
  "depth": () => JSON.stringify(record({ more: 0 })).replace("0}", `[${"[".repeat(90)}${"]".repeat(90)}${",[[]]".repeat(50_000)}]}`),
  "depth without end": () => "[{\"a\":".repeat(SIZE / 6),
};

function textOf(way: () => object | string): string {
  const spent = way();
  return typeof spent === "string" ? spent : JSON.stringify({ ...record(), ...spent });
}

test("there are fifty ways and more to spend four megabytes", () => {
  assert.ok(Object.keys(WAYS).length >= 50);
});

for (const [name, way] of Object.entries(WAYS)) {
  test(`four megabytes of ${name} are refused with one sentence or opened whole, in short turns`, async () => {
    const text = textOf(way);
    assert.ok(text.length < 5_000_000);
    const turns: number[] = [];
    const read = await readRecord(text, SCHEMA, text.length, async (entries) => turns.push(entries));
    // What is counted is what the validator is given; no turn of it is longer, and all of them end.
    for (const entries of turns) assert.ok(entries <= TURN, `${entries} entries at once`);
    assert.ok(turns.reduce((sum, entries) => sum + entries, 0) <= 70_000);
    if ("problem" in read) return assert.match(read.problem, /^[^\n]{1,300}[^.\n]\.$/);
    assert.deepEqual(read.record, JSON.parse(text));
    const tables = requestDocument(summaryOf(read.record)).chapters
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "details" ? block.details.filter(isTable) : [])));
    const shown = tables.filter(({ label }) => label !== "").reduce((sum, { rows }) => sum + rows.length, 0);
    assert.ok(shown <= MAX_ROWS && JSON.stringify(tables).length <= 2 * MAX_TEXT_TOGETHER);
  });
}

test("a review of four megabytes ends in one sentence as well", async () => {
  const schema = JSON.parse(readFileSync(new URL("../../../docs/schema/rfq-review-1.json", import.meta.url), "utf8")) as object;
  const review = { schema: "rfq-review/1", record: "a", part_number: "", revision: "", updated: AT, at: AT };
  for (const questions of [many(() => 1), many(() => ({ text: "?" })), many(() => ({ text: x(9000) }), 400), x(SIZE)]) {
    const text = JSON.stringify({ ...review, questions });
    const read = readReview(text, schema, SIZE) ?? await readRecord(text, SCHEMA);
    assert.match("problem" in read ? read.problem : "none", /^This[^\n]{1,300}\.$/);
  }
});

test("the worked records are far within the bounds", async () => {
  const whole = example("rev-c");
  const twenty = { ...whole, builds: Array.from({ length: 20 }, (_, index) => ({ ...whole.builds[0]!, name: `B${index}`, values: whole.values, answers: whole.answers })) };
  assert.ok("record" in await readRecord(JSON.stringify(twenty), SCHEMA));
});

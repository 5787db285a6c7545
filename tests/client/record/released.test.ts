import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { toJson } from "../../../macros/client/export/json.ts";
import { requestDocument } from "../../../macros/client/export/document.ts";
import { toText } from "../../../macros/client/export/text.ts";
import { migrate } from "../../../macros/client/record/migrate.ts";
import { readRecord } from "../../../macros/client/import/parse-record.ts";
import { fromFragment, toFragment } from "../../../macros/client/import/share-link.ts";
import { isRecord } from "../../../macros/client/record/shape.ts";
import type { RfqRecord } from "../../../macros/client/record/types.ts";
import { GUIDE, SCHEMA, summaryOf } from "../support.ts";

const FOLDER = new URL("../../golden/records/", import.meta.url);
const NAMES = globSync("*/*.json", { cwd: FOLDER }).toSorted();

function written(name: string): string {
  return readFileSync(new URL(name, FOLDER), "utf8");
}

test("there are records of releases", () => assert.ok(NAMES.length >= 4));

for (const name of NAMES) {
  test(`${name} opens from a file, from a link and from the storage without loss`, async () => {
    const text = written(name);
    const record = JSON.parse(text) as RfqRecord;
    assert.deepEqual(await readRecord(text, SCHEMA), { record });
    assert.deepEqual(await readRecord(toJson(record), SCHEMA), { record });
    const link = await toFragment(text);
    assert.deepEqual("fragment" in link && await fromFragment(link.fragment), { json: text });
    assert.ok(isRecord(record));
  });

  test(`${name} says in this guide what it said`, () => {
    const record = migrate(JSON.parse(written(name)) as RfqRecord, GUIDE);
    const refs = new Set(GUIDE.items.map(({ ref }) => ref));
    const fields = new Set(GUIDE.fields.map(({ id }) => id));
    const gone = [...Object.keys(record.answers), ...Object.keys(record.values)]
      .filter((id) => !refs.has(id) && !fields.has(id) && !id.includes("of-a-later-guide"));
    assert.deepEqual(gone, []);
    const said = toText(requestDocument(summaryOf(record)));
    for (const value of [record.values["revision"], record.values["pilot-qty"]]) assert.ok(value === undefined || said.includes(String(value)));
  });
}

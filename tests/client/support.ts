/** What the tests of the client share: the real guide, the worked records, and summaries of them. */

import { readFileSync } from "node:fs";
import { GuideIndex } from "../../macros/client/guide.ts";
import { type Summary, summarise } from "../../macros/client/summary.ts";
import type { RfqRecord } from "../../macros/client/types.ts";

const ROOT = new URL("../../", import.meta.url);

/** The guide as Python gives it to the client; pytest writes the file before it calls these tests. */
export const GUIDE = new GuideIndex(JSON.parse(readFileSync(new URL(".cache/client-guide.json", ROOT), "utf8")));

/** The published JSON Schema of a record. */
export const SCHEMA: object = JSON.parse(readFileSync(new URL("docs/schema/rfq-record-1.json", ROOT), "utf8"));

/** A worked record, by the end of its file's name: "rev-b" or "rev-c". */
export function example(name: string): RfqRecord {
  return JSON.parse(readFileSync(new URL(`docs/data/examples/tvr-10427-${name}.json`, ROOT), "utf8"));
}

const AT = "2026-09-01T09:00:00Z";

/** A record with nothing in it but what a test puts there. */
export function record(parts: Partial<RfqRecord> = {}): RfqRecord {
  return {
    schema: "rfq-record/1", id: "test", guide: "1.0.0", created: AT, updated: AT,
    stage: null, values: {}, answers: {}, levels: {}, builds: [], files: [], ...parts,
  };
}

/** A summary on the day the worked example was sent. */
export function summaryOf(of: RfqRecord, date = "2026-09-08"): Summary {
  return summarise(GUIDE, of, date);
}

/** A file of a test beside this one, such as golden output. */
export function golden(path: string): URL {
  return new URL(`tests/golden/export/${path}`, ROOT);
}

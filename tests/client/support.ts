/** What the tests of the client share: the real guide, the worked records, and summaries of them. */

import { readFileSync } from "node:fs";
import { GuideIndex } from "../../macros/client/record/guide-index.ts";
import { evaluate } from "../../macros/client/summary/evaluate.ts";
import { type Summary, summarize } from "../../macros/client/summary/summary.ts";
import type { Guide, RfqRecord } from "../../macros/client/record/types.ts";

const ROOT = new URL("../..", import.meta.url);

/** The guide as Python gives it to the client; pytest writes the file before it calls these tests. */
export const GUIDE_DATA: Guide = JSON.parse(readFileSync(new URL(".cache/client-guide.json", ROOT), "utf8"));

/** The same, to look entries up in. */
export const GUIDE = new GuideIndex(GUIDE_DATA);

/** The small guide of the golden files, likewise. */
export const GOLDEN_GUIDE = new GuideIndex(JSON.parse(readFileSync(new URL(".cache/golden-guide.json", ROOT), "utf8")));

/** The cases of a table that Python's tests read as well. */
export function cases<Case>(name: string): Case[] {
  return JSON.parse(readFileSync(new URL(`tests/golden/${name}.json`, ROOT), "utf8"));
}

/** The published JSON Schema of a record. */
export const SCHEMA: object = JSON.parse(readFileSync(new URL("docs/schema/rfq-record-1.json", ROOT), "utf8"));

/** A worked record, by the end of its file's name: "rev-b" or "rev-c". */
export function example(name: string): RfqRecord {
  return JSON.parse(readFileSync(new URL(`tests/golden/guide/docs/data/examples/tvr-10427-${name}.json`, ROOT), "utf8"));
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
  return summarize(evaluate(GUIDE, of, date));
}

/** The record: how a new one looks, and how one change is made to it. */

import { own } from "./entries.ts";
import type { Answer, RfqRecord, Value } from "./types.ts";

/** The schema of the records that this guide writes. */
export const SCHEMA = "rfq-record/1";

/** One thing a reader changed; a change names its place, so two tabs that change different places both keep theirs. */
export type Change =
  | { what: "value"; field: string; value: Value | null }
  | { what: "answer"; item: string; answer: Partial<Answer> }
  | { what: "stage"; stage: string | null }
  | { what: "level"; column: string; stage: string | null };

/** An empty record for one part. */
export function newRecord(guideVersion: string, at: string, id: string): RfqRecord {
  return {
    schema: SCHEMA, id, guide: guideVersion, created: at, updated: at, stage: null,
    values: {}, answers: {}, levels: {}, builds: [], files: [],
  };
}

/** The record after one change, made at a moment; the record given stays as it was. */
export function changed(record: RfqRecord, change: Change, at: string): RfqRecord {
  const next = { ...record, updated: at };
  switch (change.what) {
    case "value":
      return { ...next, values: withEntry(record.values, change.field, isEmpty(change.value) ? null : change.value) };
    case "answer": {
      const before: Answer = own(record.answers, change.item) ?? { status: "open" };
      return { ...next, answers: withEntry<Answer>(record.answers, change.item, { ...before, ...change.answer, at }) };
    }
    case "stage":
      return { ...next, stage: change.stage };
    case "level":
      return { ...next, levels: withEntry(record.levels, change.column, change.stage) };
  }
}

/** Whether nothing was entered for a part; a box that was ticked and cleared again leaves an answer that says nothing. */
export function isBlank({ stage, values, answers, levels, builds, files }: RfqRecord): boolean {
  return !stage && builds.length + files.length + Object.keys(levels).length === 0 && Object.values(values).every(isEmpty) &&
    Object.values(answers).every(({ status, note }) => status === "open" && !note?.trim());
}

/** Nothing entered: a blank, an empty list, or rows without a filled cell. */
export function isEmpty(value: Value | null | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "number") return false;
  if (typeof value === "string") return value.trim() === "";
  return value.every((entry) =>
    typeof entry === "string" ? entry === "" : Object.entries(entry).every(([key, cell]) => key === "id" || cell === ""));
}

function withEntry<T>(entries: Record<string, T>, key: string, entry: T | null): Record<string, T> {
  // Through a Map: `__proto__` out of a hostile file is a key like any other.
  const next = new Map(Object.entries(entries));
  if (entry === null) next.delete(key);
  else next.set(key, entry);
  return Object.fromEntries(next);
}

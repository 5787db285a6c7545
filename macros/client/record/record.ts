/** The record: how a new one looks, and how one change is made to it. */

import { answerTo } from "./answers.ts";
import { RECORD_FORMAT } from "./formats.ts";
import type { GuideIndex } from "./guide-index.ts";
import type { Answer, RfqRecord, Row, Value } from "./types.ts";

/** One thing a reader changed; a change names what it is of, so two tabs that change different things both keep theirs. */
export type Change =
  | { what: "value"; field: string; value: Value | null }
  | { what: "answer"; item: string; answer: Partial<Answer> }
  | { what: "stage"; stage: string | null }
  | { what: "na"; field: string; reason: string | null }
  | { what: "level"; column: string; stage: string | null };

/** The change that enters a value, or null, in a field; what is requested is the record's stage. */
export function valueChange(guide: GuideIndex, field: string, value: Value | null): Change {
  if (field === guide.known.id("request")) return { what: "stage", stage: value as string | null };
  return { what: "value", field, value };
}

/** An empty record for one part. */
export function newRecord(guideVersion: string, at: string, id: string): RfqRecord {
  return {
    schema: RECORD_FORMAT, id, guide: guideVersion, created: at, updated: at, stage: null,
    values: {}, answers: {}, levels: {}, builds: [], files: [],
  };
}

/** A row of a table, with nothing in it yet. */
export function newRow(): Row {
  return { id: `row-${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}` };
}

/** The record after one change, made at a moment; the record given stays as it was. */
export function changed({ as_of: _, ...record }: RfqRecord, change: Change, at: string): RfqRecord {
  const next: RfqRecord = { ...record, updated: at } as RfqRecord;
  switch (change.what) {
    case "value":
      return { ...next, values: withEntry(record.values, change.field, isEmpty(change.value) ? null : change.value) };
    case "answer": {
      const answer = { ...answerTo(record, change.item), ...change.answer, at };
      return { ...next, answers: withEntry<Answer>(record.answers, change.item, answer) };
    }
    case "stage":
      return { ...next, stage: change.stage };
    case "na":
      return { ...next, na: withEntry(record.na ?? {}, change.field, change.reason) };
    case "level":
      return { ...next, levels: withEntry(record.levels, change.column, change.stage) };
  }
}

/** Whether nothing was entered for a part; a box that was ticked and cleared again leaves an answer that says nothing. */
export function isBlank({ stage, values, answers, levels, na, builds, files }: RfqRecord): boolean {
  return !stage && builds.length + files.length + Object.keys(levels).length + Object.keys(na ?? {}).length === 0 && Object.values(values).every(isEmpty) &&
    Object.values(answers).every(({ status, note }) => status === "open" && !note?.trim());
}

/** Nothing entered: a blank, an empty list, or rows without a filled cell. */
export function isEmpty(value: Value | null | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "number") return false;
  if (typeof value === "string") return value.trim() === "";
  return value.every((entry) =>
    typeof entry === "string" ? entry === "" : Object.keys(entry).every((key) => key === "id" || entry[key] === ""));
}

function withEntry<T>(entries: Record<string, T>, key: string, entry: T | null): Record<string, T> {
  // Through a Map: `__proto__` out of a hostile file is a key like any other.
  const next = new Map(Object.entries(entries));
  if (entry === null) next.delete(key);
  else next.set(key, entry);
  return Object.fromEntries(next);
}

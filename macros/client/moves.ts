/** Follows ids that moved, so that a record saved under an old id keeps its answers. */

import type { Guide, RfqRecord } from "./types.ts";

/** The record with each moved item and field under its new id; the record itself where nothing moved. */
export function followMoves(record: RfqRecord, { moved_items, moved_fields }: Pick<Guide, "moved_items" | "moved_fields">): RfqRecord {
  const answers = renamed(record.answers, moved_items);
  const values = renamed(record.values, moved_fields);
  return answers === record.answers && values === record.values ? record : { ...record, answers, values };
}

/** An answer given under the new id already counts; the old one then stays where it is. */
function renamed<T>(entries: Record<string, T>, moves: Record<string, string>): Record<string, T> {
  const moved = Object.entries(moves).filter(([old, now]) => Object.hasOwn(entries, old) && !Object.hasOwn(entries, now));
  if (moved.length === 0) return entries;
  const names = new Map(moved);
  return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [names.get(key) ?? key, entry]));
}

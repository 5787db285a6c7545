/** Follows ids that moved, so that a record saved under an old id keeps its answers. */

import { own } from "./entries.ts";
import type { Guide, RfqRecord } from "./types.ts";

type Moves = Pick<Guide, "moved_items" | "moved_fields">;

/** The record and its builds with each moved item and field under its new id; the record itself where nothing moved. */
export function followMoves(record: RfqRecord, moves: Moves): RfqRecord {
  const next = followed(record, moves);
  const builds = record.builds.map((build) => followed(build, moves));
  const moved = builds.some((build, place) => build !== record.builds[place]) ? { ...next, builds } : next;
  return withMarksMoved(moved, moves);
}

/** Marks on fields that a link filled go where their values went. */
function withMarksMoved(record: RfqRecord, { moved_fields }: Moves): RfqRecord {
  const marks = own<unknown>(record, "unconfirmed");
  if (!Array.isArray(marks)) return record;
  const unconfirmed = marks.map((field) => (Object.hasOwn(record.values, field) ? field : own(moved_fields, field) ?? field));
  return unconfirmed.some((field, place) => field !== marks[place]) ? { ...record, unconfirmed } : record;
}

function followed<T extends Pick<RfqRecord, "answers" | "values">>(state: T, { moved_items, moved_fields }: Moves): T {
  const answers = renamed(state.answers, moved_items);
  const values = renamed(state.values, moved_fields);
  return answers === state.answers && values === state.values ? state : { ...state, answers, values };
}

/** What stands under the new id already counts; the old one then stays where it is. */
function renamed<T>(entries: Record<string, T>, moves: Record<string, string>): Record<string, T> {
  const names = new Map<string, string>();
  const taken = new Set(Object.keys(entries));
  for (const [old, now] of Object.entries(moves)) {
    if (!Object.hasOwn(entries, old) || taken.has(now)) continue;
    names.set(old, now);
    taken.add(now);
  }
  if (names.size === 0) return entries;
  return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [names.get(key) ?? key, entry]));
}

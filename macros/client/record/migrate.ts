/** Brings a record that was saved under ids that moved since up to date, so that it keeps its answers. */

import { ownEntry } from "../text/own-entry.ts";
import type { Build, Guide, RfqRecord, Value } from "./types.ts";

type Moves = Pick<Guide, "moved_items" | "moved_fields" | "moved_options" | "fields">;
type State = Pick<Build, "answers" | "values" | "na">;

/** The record and its builds with each item, field and option that moved under its new id; the record itself where none did. */
export function migrate(record: RfqRecord, moves: Moves): RfqRecord {
  const next = migrated(record, moves);
  const builds = record.builds.map((build) => migrated(build, moves));
  return builds.some((build, index) => build !== record.builds[index]) ? { ...next, builds } : next;
}

/** What an id is called today. */
export function movedId(moves: Record<string, string>, id: string): string {
  return ownEntry(moves, id) ?? id;
}

/** Marks on fields that a link filled go where their values went, to the field of an option that moved as well. */
function withMarksMoved<T extends State>(before: T, state: T, { moved_fields, moved_options }: Moves): T {
  const marks = ownEntry<unknown>(state, "unconfirmed");
  if (!Array.isArray(marks)) return state;
  const unconfirmed = marks.map((field) => {
    if (Object.hasOwn(state.values, field)) return field;
    const now = movedId(moved_fields, field);
    if (Object.hasOwn(state.values, now)) return now;
    const chosen = ownEntry(before.values, field);
    return (typeof chosen === "string" && ownEntry(moved_options, `${now}/${chosen}`)?.split("/")[0]) || now;
  });
  return unconfirmed.some((field, index) => field !== marks[index]) ? { ...state, unconfirmed } : state;
}

function migrated<T extends State>(state: T, moves: Moves): T {
  const { moved_items, moved_fields, moved_options, fields } = moves;
  const answers = renamed(state.answers, moved_items);
  const values = withLists(withOptionsMoved(renamed(state.values, moved_fields), moved_options), fields);
  const na = state.na && renamed(state.na, moved_fields);
  const isSame = answers === state.answers && values === state.values && na === state.na;
  return withMarksMoved(state, isSame ? state : { ...state, answers, values, ...(na ? { na } : {}) }, moves);
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

/** Moves are by `field/option`, under the id that the field has today; one can lead to an option of another field. */
function withOptionsMoved(values: RfqRecord["values"], moves: Record<string, string>): RfqRecord["values"] {
  let next = values;
  for (const [old, now] of Object.entries(moves)) {
    const [field = "", chosen = ""] = old.split("/");
    const [target = "", option = ""] = now.split("/");
    const value = ownEntry(next, field);
    if (value !== chosen && !(Array.isArray(value) && value.some((each) => each === chosen))) continue;
    if (target === field) next = { ...next, [field]: Array.isArray(value) ? replaced(value as string[], chosen, option) : option };
    else if (value === chosen && !Object.hasOwn(next, target)) {
      const { [field]: _, ...rest } = next;
      next = { ...rest, [target]: option };
    }
  }
  return next;
}

/** What an id looks like, as the schema has it: a list of choices holds nothing else. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_ID = 64;

/** A field that took one choice and takes many today reads as a list of one; any other text in it stays a text. */
function withLists(values: RfqRecord["values"], fields: Guide["fields"]): RfqRecord["values"] {
  const single = fields.filter(({ id, kind }) => kind === "many" && isId(ownEntry(values, id)));
  return single.length === 0 ? values : { ...values, ...Object.fromEntries(single.map(({ id }) => [id, [values[id] as string]])) };
}

function isId(value: Value | undefined): boolean {
  return typeof value === "string" && value.length <= LONGEST_ID && ID.test(value);
}

/** Chosen both under the old id and under the new one, an option still counts once. */
function replaced(options: string[], old: string, now: string): string[] {
  return [...new Set(options.map((each) => (each === old ? now : each)))];
}

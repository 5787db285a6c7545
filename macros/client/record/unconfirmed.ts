/** What a link filled in and nobody has confirmed yet: it counts as open, and every export says so. */

import { ownEntry } from "../text/own-entry.ts";
import { valueOf } from "./answers.ts";
import type { GuideIndex } from "./guide-index.ts";
import { migrate } from "./migrate.ts";
import { isEmpty } from "./record.ts";
import type { RfqRecord } from "./types.ts";

/** A record or a build of one. */
type State = Pick<RfqRecord, "stage" | "values">;

/** How a value is marked that is a link's word, and not yet the reader's. */
export const UNCONFIRMED = "from a link, not confirmed";

/** The fields that a link filled and nobody has confirmed yet. */
export function unconfirmed(guide: GuideIndex, state: State): string[] {
  const fields = ownEntry<unknown>(state, "unconfirmed");
  return Array.isArray(fields) ? fields.filter((field): field is string => typeof field === "string" && !isEmpty(valueOf(guide, state, field))) : [];
}

/** A text with the mark, where it is of such a field. */
export function marked(text: string, isUnconfirmed: boolean): string {
  return text && isUnconfirmed ? `${text} (${UNCONFIRMED})` : text;
}

/** The record with some fields confirmed. */
export function withConfirmed(guide: GuideIndex, record: RfqRecord, fields: string[], at: string): RfqRecord {
  const { unconfirmed: _, ...rest } = record;
  const left = unconfirmed(guide, record).filter((field) => !fields.includes(field));
  return (left.length > 0 ? { ...rest, updated: at, unconfirmed: left } : { ...rest, updated: at }) as RfqRecord;
}

/** The fields that are marked and say something else than they did: whoever changed them has given their own word. */
export function changedSince(guide: GuideIndex, before: RfqRecord, record: RfqRecord): string[] {
  if (before.id !== record.id) return [];
  // What was only brought up to date says the same.
  const [was, is] = [migrate(before, guide), migrate(record, guide)];
  const marks = unconfirmed(guide, was);
  return unconfirmed(guide, is).filter((field) => marks.includes(field) && JSON.stringify(valueOf(guide, was, field)) !== JSON.stringify(valueOf(guide, is, field)));
}

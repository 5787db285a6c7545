/** A prefilled link: `#stage=pilot-run&part-number=...` fills blanks, and what it filled waits for the reader's word. */

import { valueOf } from "../record/answers.ts";
import { dayOf } from "../text/dates.ts";
import { ownEntry } from "../text/own-entry.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { wholeNumber } from "../text/numbers.ts";
import { changed, isEmpty, valueChange } from "../record/record.ts";
import type { Field, RfqRecord, Value } from "../record/types.ts";

/** The longest text that a link may fill in. */
const MAX_TEXT = 2_000;

/** A value for a field, out of a link. */
export interface PrefilledValue { field: string; value: Value }

/** The values that a fragment gives: what the guide does not know, or a field cannot hold, is left out. */
export function prefilledValues(guide: GuideIndex, fragment: string): PrefilledValue[] {
  const given = entriesIn(guide, fragment);
  return guide.fields.flatMap((field) => {
    const value = valueFor(field, given.get(field.id)?.trim() ?? "");
    return value === undefined ? [] : [{ field: field.id, value }];
  });
}

/** Whether a fragment is meant to fill fields at all, and no anchor of a page. */
export function isPrefillLink(guide: GuideIndex, fragment: string): boolean {
  const given = entriesIn(guide, fragment);
  return guide.fields.some((field) => given.has(field.id));
}

/** The record with its blanks filled; what was filled is listed under `unconfirmed`. */
export function withPrefilled(guide: GuideIndex, record: RfqRecord, given: PrefilledValue[], at: string): RfqRecord {
  const blank = given.filter(({ field }) => isEmpty(valueOf(guide, record, field)));
  if (blank.length === 0) return record;
  const filled = blank.reduce((now, { field, value }) => changed(now, valueChange(guide, field, value), at), record);
  return { ...filled, unconfirmed: [...new Set([...unconfirmed(guide, record), ...blank.map(({ field }) => field)])] };
}

/** The fields that a link filled and nobody has confirmed yet. */
export function unconfirmed(guide: GuideIndex, record: RfqRecord): string[] {
  const fields = ownEntry<unknown>(record, "unconfirmed");
  return Array.isArray(fields) ? fields.filter((field): field is string => typeof field === "string" && !isEmpty(valueOf(guide, record, field))) : [];
}

/** The record with some fields confirmed. */
export function withConfirmed(guide: GuideIndex, record: RfqRecord, fields: string[], at: string): RfqRecord {
  const { unconfirmed: _, ...rest } = record;
  const left = unconfirmed(guide, record).filter((field) => !fields.includes(field));
  return (left.length > 0 ? { ...rest, updated: at, unconfirmed: left } : { ...rest, updated: at }) as RfqRecord;
}

/** What a fragment gives, by today's ids; where a link has the old id of a field as well, today's counts. An option may have moved too. */
function entriesIn(guide: GuideIndex, fragment: string): Map<string, string> {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const moved = [...given].map(([id, text]): [string, string] => [ownEntry(guide.moved_fields, id) ?? id, text]);
  return new Map([...moved, ...[...given].reverse()].map(([id, text]) => {
    const [field, option] = ownEntry(guide.moved_options, `${id}/${text.trim()}`)?.split("/") ?? [];
    return [field ?? id, option ?? text];
  }));
}

function valueFor(field: Field, text: string): Value | undefined {
  if (text === "" || text.length > MAX_TEXT || /[^\P{C}\n\r\t]/u.test(text)) return undefined;
  switch (field.kind) {
    case "text": return /[\n\r\t]/.test(text) ? undefined : text;
    case "long-text": return text.replace(/\r\n?/g, "\n");
    case "integer": return wholeNumber(text) ?? undefined;
    case "date": return dayOf(text) ? text : undefined;
    case "choice": return field.options?.some((option) => option.id === text) ? text : undefined;
    // A field that took one choice when the link was made may take many today.
    case "many": return field.options?.some((option) => option.id === text) ? [text] : undefined;
    default: return undefined;
  }
}

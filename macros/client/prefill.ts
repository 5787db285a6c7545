/** A prefilled link: `#stage=pilot-run&part-number=...` fills blanks, and what it filled waits for the reader's word. */

import { valueOf } from "./answers.ts";
import { dayOf } from "./days.ts";
import { own } from "./entries.ts";
import type { GuideIndex } from "./guide.ts";
import { wholeNumber } from "./numbers.ts";
import { changed, isEmpty } from "./record.ts";
import type { Field, RfqRecord, Value } from "./types.ts";

/** The longest text that a link may fill in. */
const MAX_TEXT = 2_000;

/** A value for a field, out of a link. */
export interface Given { field: string; value: Value }

/** The values that a fragment gives: what the guide does not know, or a field cannot hold, is left out. */
export function givenBy(guide: GuideIndex, fragment: string): Given[] {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  return guide.guide.fields.flatMap((field) => {
    const value = valueFor(field, given.get(field.id)?.trim() ?? "");
    return value === undefined ? [] : [{ field: field.id, value }];
  });
}

/** Whether a fragment is meant to fill fields at all, and no anchor of a page. */
export function givesAnything(guide: GuideIndex, fragment: string): boolean {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  return guide.guide.fields.some((field) => given.has(field.id));
}

/** The record with its blanks filled; what was filled is listed under `unconfirmed`. */
export function withGiven(record: RfqRecord, given: Given[], at: string): RfqRecord {
  const blank = given.filter(({ field }) => isEmpty(valueOf(record, field)));
  if (blank.length === 0) return record;
  const filled = blank.reduce((now, { field, value }) => changed(now, field === "stage"
    ? { what: "stage", stage: String(value) }
    : { what: "value", field, value }, at), record);
  return { ...filled, unconfirmed: [...new Set([...unconfirmed(record), ...blank.map(({ field }) => field)])] };
}

/** The fields that a link filled and nobody has confirmed yet. */
export function unconfirmed(record: RfqRecord): string[] {
  const fields = own<unknown>(record, "unconfirmed");
  return Array.isArray(fields) ? fields.filter((field): field is string => typeof field === "string" && !isEmpty(valueOf(record, field))) : [];
}

/** The record with some fields confirmed. */
export function withConfirmed(record: RfqRecord, fields: string[], at: string): RfqRecord {
  const { unconfirmed: _, ...rest } = record;
  const left = unconfirmed(record).filter((field) => !fields.includes(field));
  return (left.length > 0 ? { ...rest, updated: at, unconfirmed: left } : { ...rest, updated: at }) as RfqRecord;
}

function valueFor(field: Field, text: string): Value | undefined {
  if (text === "" || text.length > MAX_TEXT || /[^\P{C}\n\r\t]/u.test(text)) return undefined;
  switch (field.kind) {
    case "text": return /[\n\r\t]/.test(text) ? undefined : text;
    case "long-text": return text.replace(/\r\n?/g, "\n");
    case "integer": return wholeNumber(text) ?? undefined;
    case "date": return dayOf(text) ? text : undefined;
    case "choice": return field.options.some((option) => option.id === text) ? text : undefined;
    default: return undefined;
  }
}

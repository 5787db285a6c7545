/** A prefilled link: `#stage=pilot-run&part-number=...` fills blanks, and what it filled waits for the reader's word. */

import { valueOf } from "../record/answers.ts";
import { dayOf } from "../text/dates.ts";
import { ownEntry } from "../text/own-entry.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { isOnControl } from "../record/export-control.ts";
import { wholeNumber } from "../text/numbers.ts";
import { movedId } from "../record/migrate.ts";
import { changed, isEmpty, valueChange } from "../record/record.ts";
import type { Field, RfqRecord, Value } from "../record/types.ts";
import { unconfirmed } from "../record/unconfirmed.ts";

/** The longest text that a link may fill in. */
const MAX_TEXT = 2_000;

/** A value for a field, out of a link. */
export interface PrefilledValue { field: string; value: Value }

/**
 * The values that a fragment gives: what the guide does not know, or a field cannot hold, is left out, and so is export
 * control, which only the reader can declare or rule out.
 */
export function prefilledValues(guide: GuideIndex, fragment: string): PrefilledValue[] {
  const given = entriesIn(guide, fragment);
  return guide.fields.flatMap((field) => {
    const value = isOnControl(guide, field) ? undefined : valueFor(field, given.get(field.id)?.trim() ?? "");
    return value === undefined ? [] : [{ field: field.id, value }];
  });
}

/** Whether a fragment is meant to fill fields at all, and no anchor of a page. */
export function isPrefillLink(guide: GuideIndex, fragment: string): boolean {
  const given = entriesIn(guide, fragment);
  return guide.fields.some((field) => given.has(field.id));
}

/** Whether a fragment speaks of export control, of which no link is believed. */
export function speaksOfControl(guide: GuideIndex, fragment: string): boolean {
  const given = entriesIn(guide, fragment);
  return guide.fields.some((field) => given.has(field.id) && isOnControl(guide, field));
}

/** Whether a link names another part than a record does: another part number, or another revision of it. */
export function namesAnother({ known }: GuideIndex, record: RfqRecord, given: PrefilledValue[]): boolean {
  return (["part-number", "revision"] as const).some((meaning) => {
    const named = given.find(({ field }) => field === known.id(meaning))?.value;
    const own = known.textOf(record, meaning);
    return named !== undefined && own !== "" && String(named).trim().toLowerCase() !== own.toLowerCase();
  });
}

/** The part that a link may fill in beside a new one: the one in use, else the first that bears the number it names. */
export function partToFill(guide: GuideIndex, inUse: RfqRecord, records: RfqRecord[], given: PrefilledValue[]): RfqRecord | undefined {
  if (!namesAnother(guide, inUse, given)) return inUse;
  const isNamed = given.some(({ field }) => field === guide.known.id("part-number"));
  return records.find((record) => isNamed && guide.known.textOf(record, "part-number") !== "" && !namesAnother(guide, record, given));
}

/** The record with its blanks filled; what was filled is listed under `unconfirmed`. */
export function withPrefilled(guide: GuideIndex, record: RfqRecord, given: PrefilledValue[], at: string): RfqRecord {
  const blank = given.filter(({ field }) => isEmpty(valueOf(guide, record, field)));
  if (blank.length === 0) return record;
  const filled = blank.reduce((now, { field, value }) => changed(now, valueChange(guide, field, value), at), record);
  return { ...filled, unconfirmed: [...new Set([...unconfirmed(guide, record), ...blank.map(({ field }) => field)])] };
}

/** What a fragment gives, by today's ids; where a link has the old id of a field as well, today's counts. An option may have moved too. */
export function entriesIn(guide: GuideIndex, fragment: string): Map<string, string> {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const moved = [...given].map(([id, text]): [string, string] => [movedId(guide.moved_fields, id), text]);
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

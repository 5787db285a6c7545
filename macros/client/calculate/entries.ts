/** What a reader enters in a calculator, read as numbers; what is none is told in a sentence that says how to mend it. */

import { wholeNumber } from "../text/numbers.ts";

/** What was entered, by the names of the entries. */
export type Entries = Readonly<Record<string, string>>;

/** What was worked out, in words, by the names that templates and data know. */
export type Results = Readonly<Record<string, string>>;

/** Why nothing can be worked out; the message is a sentence for the reader, about one entry. */
export class Fault extends Error {
  readonly entry: string;

  constructor(entry: string, message: string) {
    super(message);
    this.entry = entry;
  }
}

/** A number as it was entered, with the count of its decimals. */
export interface Entered { value: number; decimals: number }

/** A number with a decimal point or comma, between two limits that count as allowed. */
export function numberOf(entries: Entries, entry: string, label: string, least: number, most: number): Entered {
  const text = textOf(entries, entry, label);
  const [, sign, whole, decimals = ""] = /^([+-]?)(\d{0,6})(?:[.,](\d{0,6}))?$/.exec(text.replace("\u2212", "-")) ?? [];
  if (!whole && !decimals) {
    throw new Fault(entry, `“${text}” is not a number for the ${label}. Write digits with one decimal point or comma, as in 22.5, without a unit and without a sign between thousands.`);
  }
  const value = Number(`${sign}${whole || 0}.${decimals || 0}`);
  if (value < least || value > most) throw new Fault(entry, `The ${label} has to be from ${least} to ${most}, and not ${text}.`);
  return { value, decimals: decimals.length };
}

/** A whole number of parts, with or without commas between thousands. */
export function countOf(entries: Entries, entry: string, label: string, least: number, most: number): number {
  const text = textOf(entries, entry, label);
  const value = text === "0" ? 0 : wholeNumber(text);
  if (value === null) throw new Fault(entry, `“${text}” is not a whole number for the ${label}. Write digits only, as in 50.`);
  if (value < least || value > most) throw new Fault(entry, `The ${label} has to be from ${least} to ${most.toLocaleString("en-US")}, and not ${text}.`);
  return value;
}

function textOf(entries: Entries, entry: string, label: string): string {
  const text = (entries[entry] ?? "").trim();
  if (!text) throw new Fault(entry, `Enter the ${label}.`);
  return text;
}

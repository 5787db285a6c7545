/** What fields, items and lists mean to the code, whatever they are called: the only reader of the guide's meanings. */

import { ownEntry } from "../text/own-entry.ts";
import type { Guide, RfqRecord, Value } from "./types.ts";

type Meanings = Guide["meanings"];

/** A meaning that a field can have. */
export type KnownField = Exclude<keyof Meanings, "files" | "verdict">;

/** Finds by its meaning what may be renamed. */
export class KnownFields {
  readonly #meanings: Meanings;
  readonly #former = new Map<string, string[]>();

  constructor({ meanings, moved_fields }: Pick<Guide, "meanings" | "moved_fields">) {
    this.#meanings = meanings;
    for (const [old, now] of Object.entries(moved_fields)) this.#former.set(now, [...this.#former.get(now) ?? [], old]);
  }

  /** Whether the guide has it: not every guide has what files alone speak of. */
  has(meaning: keyof Meanings): boolean {
    return this.#meanings[meaning] !== undefined;
  }

  /** The id of a field or a checklist, or an item as `checklist/item`. */
  id(meaning: keyof Meanings): string {
    return this.#meanings[meaning];
  }

  /** The value that a record has for a field; one that was saved under an id that moved counts as well. */
  valueOf(record: Pick<RfqRecord, "stage" | "values">, meaning: KnownField): Value | undefined {
    if (meaning === "request") return record.stage || undefined;
    return this.valuesOf(record, meaning)[0];
  }

  /** All values that a record has for a field, under its id of today first and then under those that moved. */
  valuesOf(record: Pick<RfqRecord, "values">, meaning: KnownField): Value[] {
    const ids = [this.id(meaning), ...this.#former.get(this.id(meaning)) ?? []];
    return ids.map((id) => ownEntry(record.values, id)).filter((value) => value !== undefined);
  }

  /** The same as text without space around it; empty where there is none. */
  textOf(record: Pick<RfqRecord, "stage" | "values">, meaning: KnownField): string {
    const value = this.valueOf(record, meaning);
    return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  }
}

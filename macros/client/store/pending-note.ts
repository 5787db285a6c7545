/** What waits to be written, noted in the same turn as it was typed: a page that is left, closed or killed leaves its note behind. */

import { isMap } from "../record/shape.ts";
import type { RfqRecord } from "../record/types.ts";

const KEY = "rfq-guide:pending";

/** One place of a record that changed: the keys that lead to it, what stood there, and what is to; undefined is nothing. */
interface Place { keys: string[]; from?: unknown; to?: unknown }

/** What one edit changed in the record with an id, and when. */
export interface Noted { id: string; at: string; places: Place[] }

/** Every place in which two states of a record differ; a list is one place. */
export function differences(from: unknown, to: unknown, keys: string[] = []): Place[] {
  if (from === to) return [];
  const [before, after] = [from, to].map((state) => isMap(state) && new Map(Object.entries(state)));
  if (!before || !after) return [{ keys, from, to }];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => differences(before.get(key), after.get(key), [...keys, key]));
}

/** A record, as it is stored by now, with what was noted; a place that a newer change overtook keeps what it has. */
export function withNoted(stored: RfqRecord | undefined, { at, places }: Noted): unknown {
  const isNewer = stored !== undefined && stored.updated > at;
  return places.reduce<unknown>((record, { keys, from, to }) => withPlace(record, keys, (held) =>
    isNewer && JSON.stringify(held) !== JSON.stringify(from) ? held : to), stored);
}

/** The note of one page. */
export class PendingNote {
  #key: string | undefined;
  #text: string | undefined;

  /** Says all that waits, or takes the note away when nothing does. */
  write(noted: Noted[]): void {
    try {
      // A page beside another one that has something waiting has a note of its own.
      if (noted.length > 0) this.#text = localStorage[this.#key ??= localStorage[KEY] ? KEY + Math.random() : KEY] = JSON.stringify(noted);
      else if (this.#key) {
        delete localStorage[this.#key];
        this.#key = this.#text = undefined;
      }
    } catch { /* blocked or full: the database has it soon */ }
  }

  /** Whether another page took this note in, or left one of its own; the latter counts only where this page can take it in. */
  isOvertaken(canSave: boolean): boolean {
    const [left, own] = [String(notesLeft()), this.#text ? `${this.#key},${this.#text}` : ""];
    return canSave ? left !== own : !left.includes(own);
  }
}

/** The notes that pages left behind, by their keys; none where they cannot be read. */
export function notesLeft(): [key: string, note: string][] {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(KEY)) as [string, string][];
  } catch {
    return [];
  }
}

/** Takes a note away, unless its page wrote another one since. */
export function takeAway(key: string, note: string): void {
  if (localStorage[key] === note) delete localStorage[key];
}

function withPlace(state: unknown, [key, ...rest]: string[], change: (held: unknown) => unknown): unknown {
  if (key === undefined) return change(state);
  // Through a Map: `__proto__` out of a hostile file is a key like any other.
  const entries = new Map(Object.entries(isMap(state) ? state : {}));
  entries.set(key, withPlace(entries.get(key), rest, change));
  return Object.fromEntries([...entries].filter(([, value]) => value !== undefined));
}

/** What this tab knows of the records, and which of its edits are not written yet. */

import { newRecord } from "../record/record.ts";
import { hasShape, isNewer, isRecord } from "../record/shape.ts";
import type { RfqRecord } from "../record/types.ts";
import { type Edit, type Merged, type PendingEdit, withEdits } from "./merge.ts";
import { differences, type Noted } from "./pending-note.ts";

/** All that waits at one moment, with the records as the tab shows them then. */
interface Batch { edits: PendingEdit[]; views: Map<string, RfqRecord>; current: string; switched: boolean }

/** Edits count at once and wait here until they are written: what cannot be written is never dropped. */
export class PendingEdits {
  /** Every record by id, with the waiting edits made. */
  readonly known = new Map<string, RfqRecord>();
  #current = "";
  #blank: string | undefined;
  #adoptsFirstPart = false;
  #waiting: PendingEdit[] = [];
  #switched = false;

  /** The id of the record in use. */
  get current(): string {
    return this.#current;
  }

  /** The id of a blank record that nothing was entered in; it is not written. */
  get blank(): string | undefined {
    return this.#blank;
  }

  /**
   * Whether there was no part at all when this tab opened. Its first edit then goes to the part that another tab may have
   * begun since: two tabs opened on a first visit are meant for one part.
   */
  get adoptsFirstPart(): boolean {
    return this.#adoptsFirstPart;
  }

  /** The id of the record that was changed last. */
  get latest(): string | undefined {
    return [...this.known.values()].sort((one, other) => (one.updated < other.updated ? 1 : -1))[0]?.id;
  }

  /** Whether anything waits to be written. */
  get waits(): boolean {
    return this.#waiting.length > 0 || this.#switched;
  }

  /** All that waits now. */
  get batch(): Batch {
    return { edits: [...this.#waiting], views: new Map(this.known), current: this.#current, switched: this.#switched };
  }

  /** What each edit that waits changed; nothing of a deletion, which takes nothing that was entered. */
  get noted(): Noted[] {
    const noted: Noted[] = [];
    const whole = new Set<string>();
    for (const { id, at, places } of [...this.#waiting].reverse()) {
      // Of a new part each edit says the whole: the last one is enough, however long the database takes.
      const isWhole = places[0]?.keys.length === 0;
      if (places.length === 0 || (isWhole && whole.has(id))) continue;
      if (isWhole) whole.add(id);
      noted.push({ id, at, places });
    }
    return noted.reverse();
  }

  /** Makes an edit; it waits to be written. One that deletes says when. */
  add(id: string, edit: Edit, at = ""): void {
    const before = this.known.get(id);
    const after = edit(before);
    this.#set(id, after);
    this.#waiting.push({ id, edit, at: after?.updated ?? at, places: after ? differences(id === this.#blank ? undefined : before, after) : [] });
    if (id === this.#blank) this.#switched = true;
  }

  /** Takes a record in use; a blank that is left goes. */
  use(id: string): void {
    if (this.#blank && this.#blank !== id && this.#editsOf(this.#blank).length === 0) this.known.delete(this.#blank);
    this.#current = id;
    this.#switched = id !== this.#blank || this.#editsOf(id).length > 0;
  }

  /** Shows a blank record, which is written with its first edit. */
  begin(record: RfqRecord): void {
    this.known.set(record.id, record);
    this.#blank = record.id;
    this.use(record.id);
  }

  /** Where nothing was entered yet, takes the record with this id in use, or else the one that was changed last if that is wanted. */
  resume(id: unknown, orLatest: boolean): void {
    const found = this.known.has(id as string) ? id as string : orLatest && this.latest;
    if (!found || this.waits) return;
    this.use(found);
    this.#switched = false;
  }

  /** The storage was empty when this tab opened. */
  foundNothing(): void {
    if (!this.#current) this.#adoptsFirstPart = true;
  }

  /** Takes in use the part that another tab began, where nothing was entered here. */
  adopt(id: string): void {
    if (!this.#adoptsFirstPart || this.#current !== this.#blank || this.waits) return;
    this.use(id);
    this.#switched = false;
    this.#adoptsFirstPart = false;
  }

  /** Takes in what is stored under an id, waiting edits on top; false: it is gone, but in use and so stays here. */
  applyStored(id: string, stored: unknown): boolean {
    const mine = this.#editsOf(id);
    if (isNewer(stored)) {
      // Edits that wait go on showing: writing makes a copy of what is shown, beside the newer record.
      if (mine.length === 0) this.#set(id, asShown(stored));
    }
    else if (isRecord(stored)) this.#set(id, withEdits(stored, mine));
    else if (mine.length === 0 && id !== this.#current) this.known.delete(id);
    else return mine.length > 0 || id === this.#blank;
    return true;
  }

  /** Strikes off a batch that is written, and takes in what became of each record; gives the ids they have now. */
  applyWritten({ edits, current }: Batch, written: Map<string, Merged>): string[] {
    this.#waiting = this.#waiting.slice(edits.length);
    if (current === this.#current) this.#switched = false;
    const ids: string[] = [];
    for (const [id, { record }] of written) {
      if (id === this.#blank) {
        this.#blank = undefined;
        this.#adoptsFirstPart = false;
      }
      const now = record?.id ?? id;
      if (now !== id) this.#move(id, now);
      this.applyStored(now, record);
      ids.push(now);
    }
    return ids;
  }

  #editsOf(id: string): PendingEdit[] {
    return this.#waiting.filter((each) => each.id === id);
  }

  #move(from: string, to: string): void {
    for (const each of this.#editsOf(from)) each.id = to;
    this.known.delete(from);
    if (this.#current === from) this.#current = to;
  }

  #set(id: string, record: RfqRecord | undefined): void {
    if (record) this.known.set(id, record);
    else this.known.delete(id);
  }
}

/** A record of a newer schema, as far as this guide can show it. */
function asShown(stored: Record<string, unknown> & { id: string }): RfqRecord {
  const { schema, id, name } = stored;
  return (hasShape(stored) ? stored : { ...newRecord("", "", id), schema, name }) as RfqRecord;
}

/** What this tab knows of the records, and which of its edits are not written yet. */

import type { Database, Transaction } from "./database.ts";
import { newRecord } from "../record.ts";
import { hasShape, isNewer, isRecord } from "./stored.ts";
import type { RfqRecord } from "../types.ts";

/** Makes what is stored (undefined: nothing) into what is to be stored (undefined: nothing, delete it). */
export type Edit = (stored: RfqRecord | undefined) => RfqRecord | undefined;

interface Entry { id: string; edit: Edit }

/** What writing came to: the ids written, and whether something else was there that has to be read again. */
export interface Written { ids: string[]; met: boolean }

/** A record brought up to date in storage, and whether something there had to make way, or kept its place. */
interface Settled { record: RfqRecord | undefined; met?: true }

/** Edits count at once and wait here until they are written: what cannot be written is never dropped. */
export class Journal {
  /** Every record by id, with the waiting edits made. */
  readonly known = new Map<string, RfqRecord>();
  /** The id of the record in use. */
  current = "";
  /** The id of a blank record that nothing was entered in; it is not written. */
  blank: string | undefined;
  /** Whether the first edit of the blank belongs to the part that another tab began meanwhile. */
  joins = false;
  #waiting: Entry[] = [];
  #switched = false;
  readonly #makeId: () => string;

  constructor(makeId: () => string) {
    this.#makeId = makeId;
  }

  /** Makes an edit; it waits to be written. */
  add(id: string, edit: Edit): void {
    this.#set(id, edit(this.known.get(id)));
    this.#waiting.push({ id, edit });
    if (id === this.blank) this.#switched = true;
  }

  /** Takes a record in use; a blank that is left goes. */
  use(id: string): void {
    if (this.blank && this.blank !== id && this.#entries(this.blank).length === 0) this.known.delete(this.blank);
    this.current = id;
    this.#switched = id !== this.blank || this.#entries(id).length > 0;
  }

  /** Shows a blank record, which is written with its first edit. */
  begin(record: RfqRecord): void {
    this.known.set(record.id, record);
    this.use(this.blank = record.id);
  }

  /** Takes in use the part that another tab began, where nothing was entered here. */
  join(id: string): void {
    if (this.current !== this.blank || this.waits) return;
    this.use(id);
    this.#switched = this.joins = false;
  }

  /** The id of the record that was changed last. */
  get latest(): string | undefined {
    return [...this.known.values()].sort((one, other) => (one.updated < other.updated ? 1 : -1))[0]?.id;
  }

  /** Whether anything waits to be written. */
  get waits(): boolean {
    return this.#waiting.length > 0 || this.#switched;
  }

  /** Takes in what is stored under an id, waiting edits on top; false: it is gone, but in use and so stays here. */
  learn(id: string, stored: unknown): boolean {
    const mine = this.#entries(id);
    if (isNewer(stored)) {
      // Edits that wait go on showing: writing makes a copy of what is shown, beside the newer record.
      if (mine.length === 0) this.#set(id, asShown(stored));
    }
    else if (isRecord(stored)) this.#set(id, edited(stored, mine));
    else if (mine.length === 0 && id !== this.current) this.known.delete(id);
    else return mine.length > 0 || id === this.blank;
    return true;
  }

  /** Writes all that waits in one transaction. */
  async write(database: Database): Promise<Written> {
    const batch = [...this.#waiting];
    const views = new Map(this.known);
    const { current } = this;
    const switched = this.#switched;
    const written = await database.transact("readwrite", async (tx) => {
      const settled = new Map<string, Settled>();
      for (const id of new Set(batch.map((each) => each.id))) {
        settled.set(id, await this.#settle(tx, batch.filter((each) => each.id === id), id, views.get(id)));
      }
      const now = settled.get(current)?.record?.id ?? current;
      if (switched || now !== current) await tx.objectStore("settings").put(now, "current");
      return settled;
    });
    this.#waiting = this.#waiting.slice(batch.length);
    if (current === this.current) this.#switched = false;
    for (const [id, { record }] of written) {
      if (id === this.blank) this.blank = undefined, this.joins = false;
      if (record && record.id !== id) this.#move(id, record.id);
      this.learn(record?.id ?? id, record);
    }
    return {
      ids: [...written].map(([id, { record }]) => record?.id ?? id),
      met: [...written.values()].some(({ met }) => met),
    };
  }

  /** Brings one record up to date in storage, whatever is there. */
  async #settle(tx: Transaction, edits: Entry[], id: string, view?: RfqRecord): Promise<Settled> {
    const records = tx.objectStore("records");
    let stored: unknown = await records.get(id);
    if (this.joins && id === this.blank) {
      const begun: unknown = await records.get(String(await tx.objectStore("settings").get("current")));
      if (isRecord(begun)) stored = begun;
    }
    if (isNewer(stored)) {
      // A newer guide wrote this part meanwhile: it keeps its place, and what was entered here becomes a copy.
      if (view) await records.put(view = { ...view, id: this.#makeId() });
      return { record: view, met: true };
    }
    const readable = isRecord(stored);
    const spoilt = stored !== undefined && !readable;
    if (spoilt) await tx.objectStore("unreadable").add(stored);
    // What was deleted in another tab, or spoilt, is whole in this one.
    const next = edited(readable ? (stored as RfqRecord) : undefined, edits) ?? view;
    if (next) await records.put(next);
    else await records.delete(id);
    return spoilt ? { record: next, met: true } : { record: next };
  }

  #entries(id: string): Entry[] {
    return this.#waiting.filter((each) => each.id === id);
  }

  #move(from: string, to: string): void {
    for (const each of this.#entries(from)) each.id = to;
    this.known.delete(from);
    if (this.current === from) this.current = to;
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

function edited(record: RfqRecord | undefined, edits: Entry[]): RfqRecord | undefined {
  return edits.reduce((before, { edit }) => edit(before), record);
}

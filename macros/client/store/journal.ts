/** What this tab knows of the records, and which of its edits are not written yet. */

import { newRecord } from "../record.ts";
import type { RfqRecord } from "../types.ts";
import type { Database } from "./database.ts";
import { type Edit, type Settled, type Waiting, edited, settle } from "./settle.ts";
import { hasShape, isNewer, isRecord } from "./stored.ts";

/** What writing came to: the ids written, and whether something else was there that has to be read again. */
interface Written { ids: string[]; met: boolean }

/** Edits count at once and wait here until they are written: what cannot be written is never dropped. */
export class Journal {
  /** Every record by id, with the waiting edits made. */
  readonly known = new Map<string, RfqRecord>();
  /** The id of the record in use. */
  current = "";
  /** The id of a blank record that nothing was entered in; it is not written. */
  blank: string | undefined;
  /**
   * Whether there was no part at all when this tab opened. Its first edit then goes to the part that another tab may have
   * begun since: two tabs opened on a first visit are meant for one part.
   */
  joins = false;
  #waiting: Waiting[] = [];
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
    if (this.blank && this.blank !== id && this.#edits(this.blank).length === 0) this.known.delete(this.blank);
    this.current = id;
    this.#switched = id !== this.blank || this.#edits(id).length > 0;
  }

  /** Shows a blank record, which is written with its first edit. */
  begin(record: RfqRecord): void {
    this.known.set(record.id, record);
    this.blank = record.id;
    this.use(record.id);
  }

  /** Takes in use the part that another tab began, where nothing was entered here. */
  join(id: string): void {
    if (this.current !== this.blank || this.waits) return;
    this.use(id);
    this.#switched = false;
    this.joins = false;
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
    const mine = this.#edits(id);
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
        const edits = batch.filter((each) => each.id === id);
        settled.set(id, await settle(tx, id, edits, views.get(id), this.joins && id === this.blank, this.#makeId));
      }
      const now = settled.get(current)?.record?.id ?? current;
      if (switched || now !== current) await tx.objectStore("settings").put(now, "current");
      return settled;
    });
    this.#waiting = this.#waiting.slice(batch.length);
    if (current === this.current) this.#switched = false;
    const ids: string[] = [];
    for (const [id, { record }] of written) {
      if (id === this.blank) {
        this.blank = undefined;
        this.joins = false;
      }
      const now = record?.id ?? id;
      if (now !== id) this.#move(id, now);
      this.learn(now, record);
      ids.push(now);
    }
    return { ids, met: [...written.values()].some(({ met }) => met) };
  }

  #edits(id: string): Waiting[] {
    return this.#waiting.filter((each) => each.id === id);
  }

  #move(from: string, to: string): void {
    for (const each of this.#edits(from)) each.id = to;
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

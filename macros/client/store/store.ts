/** The store: sole owner of browser storage, and host of the record in use. */

import { uniqueNames } from "../record/part-names.ts";
import { RECORD_FORMAT } from "../record/formats.ts";
import { type Change, changed, newRecord } from "../record/record.ts";
import type { RfqRecord } from "../record/types.ts";
import { type Environment, type StoreOptions, environmentFor, followPage, mayClear, randomId } from "./environment.ts";
import type { Database } from "./database.ts";
import { PendingEdits } from "./pending-edits.ts";
import { PendingNote } from "./pending-note.ts";
import { StorageSync } from "./sync.ts";
import { type InUse, SaveStatus, type State } from "./status.ts";
import { isNewer } from "../record/shape.ts";
import { momentAfter } from "../text/dates.ts";

/** Every record of this browser, one of them in use; changes count at once and are written after the frame. */
export class Store {
  readonly #environment: Environment;
  readonly #database: Database;
  readonly #pending = new PendingEdits();
  readonly #note = new PendingNote();
  readonly #status = new SaveStatus();
  readonly #sync: StorageSync;
  readonly #listeners = new Set<() => void>();
  #scheduled = false;
  #edits = 0;

  private constructor(options: StoreOptions) {
    this.#environment = environmentFor(options);
    this.#database = this.#environment.database;
    this.#sync = new StorageSync(this.#pending, this.#status, this.#environment, () => this.#tell());
  }

  /** Opens the storage and the record last in use; never fails: `state` and `notice` tell what is the matter. */
  static async open(options: StoreOptions): Promise<Store> {
    const store = new Store(options);
    store.#database.overtaken = () => store.#note.isOvertaken(!store.#status.error);
    await store.#sync.load();
    if (!store.#pending.current) store.#pending.begin(store.#newRecord());
    const catchUp = (): void => void store.#sync.load().then(store.#save);
    store.#database.released = catchUp;
    followPage(store.#save, catchUp);
    void store.#askMayClear("persisted");
    return store;
  }

  /** The record in use; a change makes a new one and leaves this as it was. */
  get record(): RfqRecord {
    return this.#pending.known.get(this.#pending.current)!;
  }

  /** Tells the record in use, as a reader changed it last, from every other; stored, read again or noted as copied it is the same. */
  get moment(): string {
    const { id, updated } = this.record;
    return `${id} ${updated}`;
  }

  /** Whether a newer guide wrote the record in use: changes to it are not taken. */
  get readOnly(): boolean {
    return this.record.schema !== RECORD_FORMAT;
  }

  get state(): State {
    return this.#status.state(this.#inUse);
  }

  /** One sentence for the reader about the state; nothing where nothing was entered yet. */
  get notice(): string {
    return this.#status.notice(this.#inUse);
  }

  /** Whether something was entered since the last copy, or since the beginning where there is none. */
  get changedSinceCopy(): boolean {
    const { updated, copied, created } = this.record;
    return Date.parse(updated) > Date.parse(typeof copied === "string" ? copied : created);
  }

  /** How many texts `unreadable` gives. */
  get unreadableCount(): number {
    return this.#status.unreadable;
  }

  /** How many changes were made on this page: what was opened whole, or came from another tab, is none of them. */
  get edits(): number {
    return this.#edits;
  }

  /** Every part by a name that tells it from the others, the oldest first. */
  parts(): { id: string; name: string }[] {
    const age = ({ created, id }: RfqRecord): string => `${created} ${id}`;
    return uniqueNames(this.#environment.guide, [...this.#pending.known.values()].sort((one, other) => (age(one) < age(other) ? -1 : 1)));
  }

  /** The records of all parts. */
  get records(): RfqRecord[] {
    return [...this.#pending.known.values()];
  }

  /** Where the contents of files are stored beside the records, and the clock that they go by. */
  get storage(): { database: Database; now: () => string } {
    return { database: this.#database, now: this.#environment.now };
  }

  /** Whether there is something beside what the part in use says: files of any part, deleted parts, what could not be read. */
  async hasMore(): Promise<boolean> {
    const count = (name: string): Promise<number> =>
      this.#database.transact("readonly", (tx) => tx.objectStore(name).count(), [name]).catch(() => 0);
    return this.unreadableCount > 0 || this.records.some(({ files }) => files.length > 0) || await count("deleted") > 0 || await count("contents") > 0;
  }

  /** A part by its id, whether it is in use or not. */
  part(id: string): RfqRecord | undefined {
    return this.#pending.known.get(id);
  }

  /** Calls the listener after the record, the state or the parts changed, until the function returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes one change to the record in use; a read-only one stays as it is. */
  change(change: Change): void {
    this.edit((record, at) => changed(record, change, at));
  }

  /** Makes any other change, to the part in use or to another; `edit` is pure: it is made here at once, and again to what is stored by then. */
  edit(edit: (record: RfqRecord, at: string) => RfqRecord, id = this.record.id): void {
    const part = this.part(id);
    if (part?.schema !== RECORD_FORMAT) return;
    const at = momentAfter(part.updated, this.#environment.now());
    this.#edits++;
    this.#pending.add(id, (stored) => stored && edit(stored, at));
    this.#later();
  }

  /** Begins a new part. */
  create(): void {
    this.put(this.#newRecord());
  }

  /** Stores a record and takes it in use: in place of the one with its id, or as a new part. */
  put(record: RfqRecord, { asNew = false } = {}): void {
    const taken = asNew || isNewer(this.#pending.known.get(record.id));
    const next = taken ? { ...record, id: randomId() } : record;
    this.#pending.add(next.id, () => next);
    this.switchTo(next.id);
  }

  /** Stores a record that was deleted, unless it is back already, and takes it in use. */
  restore(record: RfqRecord): void {
    this.#pending.add(record.id, (stored) => stored ?? record);
    this.switchTo(record.id);
  }

  /** Deletes the part in use at a moment; the storage keeps it among the deleted ones. */
  remove(at = this.#environment.now()): void {
    if (this.readOnly) return;
    this.#pending.add(this.record.id, () => undefined, at);
    const next = this.#pending.latest;
    if (next) this.#pending.use(next);
    else this.#pending.begin(this.#newRecord());
    this.#later();
  }

  /** Takes another part in use. */
  switchTo(id: string): void {
    if (!this.#pending.known.has(id)) return;
    this.#pending.use(id);
    this.#later();
    // Only what is in use outlives its deletion in another tab.
    if (this.#status.warning === "gone") void this.#sync.load();
  }

  /** Resolves when everything is written, or when writing failed: `state` tells. */
  async saved(): Promise<void> {
    do await this.#save(); while (this.#pending.waits && !this.#status.error);
  }

  get #inUse(): InUse {
    return { readOnly: this.readOnly, waits: this.#pending.waits, isBlank: this.record.id === this.#pending.blank };
  }

  #newRecord(): RfqRecord {
    return newRecord(this.#environment.guide.version, this.#environment.now(), randomId());
  }

  #later(): void {
    this.#tell();
    if (this.#scheduled) return;
    this.#scheduled = true;
    // The last moment at which a page that is left can still read and write. Some browsers do not keep a page that listens
    // to it ready for the back button, so `#tell` ends that once all is written.
    addEventListener("beforeunload", this.#save);
    this.#environment.schedule(this.#save);
  }

  readonly #save = (): Promise<void> => {
    this.#scheduled = false;
    if (!this.#status.askedToPersist && this.#pending.adoptsFirstPart && this.#pending.waits) {
      // The first record ever: the moment to ask the browser to keep what is stored, without waiting for its answer.
      this.#status.askedToPersist = true;
      void this.#askMayClear("persist");
    }
    return this.#sync.save();
  };

  async #askMayClear(ask: "persist" | "persisted"): Promise<void> {
    this.#status.clearable = await mayClear(ask);
    this.#tell();
  }

  #tell(): void {
    this.#note.write(this.#pending.noted);
    if (!this.#pending.waits) removeEventListener("beforeunload", this.#save);
    for (const listener of this.#listeners) listener();
  }
}

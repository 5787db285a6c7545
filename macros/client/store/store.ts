/** The store: sole owner of browser storage, and host of the record in use. */

import { derivedName, nameOf, uniqueNames } from "../record/part-names.ts";
import { RECORD_FORMAT } from "../record/formats.ts";
import { type Change, changed, newRecord } from "../record/record.ts";
import type { RfqRecord } from "../record/types.ts";
import { type Environment, type StoreOptions, environmentFor, followPage, mayClear } from "./environment.ts";
import type { Database } from "./database.ts";
import { PendingEdits } from "./pending-edits.ts";
import { StorageSync } from "./sync.ts";
import { SaveStatus, type State } from "./status.ts";
import { asText, isNewer, isRecord } from "../record/shape.ts";

/** Every record of this browser, one of them in use; changes count at once and are written after the frame. */
export class Store {
  readonly #environment: Environment;
  readonly #database: Database;
  readonly #pending = new PendingEdits();
  readonly #status = new SaveStatus();
  readonly #sync: StorageSync;
  readonly #listeners = new Set<() => void>();
  readonly #end = new AbortController();
  #scheduled = false;

  private constructor(options: StoreOptions) {
    this.#environment = environmentFor(options);
    this.#database = this.#environment.database;
    this.#sync = new StorageSync(this.#pending, this.#database, this.#status, this.#environment, () => this.#tell());
  }

  /** Opens the storage and the record last in use; never fails: `state` and `notice` tell what is the matter. */
  static async open(options: StoreOptions): Promise<Store> {
    const store = new Store(options);
    await store.#sync.load();
    if (!store.#pending.current) store.#pending.begin(store.#newRecord());
    followPage(store.#save, () => void store.#sync.load(), store.#end.signal);
    void store.#askMayClear("persisted");
    return store;
  }

  /** The record in use; a change makes a new one and leaves this as it was. */
  get record(): RfqRecord {
    return this.#pending.known.get(this.#pending.current)!;
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

  /** Whether any part lists a file, or contents of files are stored all the same. */
  async hasFiles(): Promise<boolean> {
    return this.records.some(({ files }) => files.length > 0) ||
      await this.#database.transact("readonly", (tx) => tx.objectStore("contents").count(), ["contents"]).catch(() => 0) > 0;
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

  /** Makes any other change; `edit` is pure: it is made here at once, and again to what is stored by then. */
  edit(edit: (record: RfqRecord, at: string) => RfqRecord): void {
    if (this.readOnly) return;
    const at = this.#environment.now();
    this.#pending.add(this.record.id, (stored) => stored && edit(stored, at));
    this.#later();
  }

  /** Gives the part in use a name of its own; a blank one, or the one it has by itself, takes that away. */
  rename(name: string): void {
    const own = name.trim();
    this.edit((record, updated) => ({ ...record, updated, name: own === derivedName(this.#environment.guide, record) ? undefined : own || undefined }));
  }

  /** Marks that the reader took a copy of a part, as it was at the time `copied`; what is entered after that is in no copy. */
  copySaved(id: string, copied: string): void {
    if (this.#pending.known.get(id)?.schema !== RECORD_FORMAT) return;
    this.#pending.add(id, (stored) => stored && { ...stored, copied });
    this.#later();
  }

  /** Begins a new part. */
  create(): void {
    this.put(this.#newRecord());
  }

  /** Begins a new part with all that the one in use says. */
  duplicate(): void {
    if (this.readOnly) return;
    const { id, created, updated } = this.#newRecord();
    this.put({ ...this.record, id, created, updated, copied: undefined, name: `${nameOf(this.#environment.guide, this.record)} (copy)` });
  }

  /** Stores a record and takes it in use: in place of the one with its id, or as a new part. */
  put(record: RfqRecord, { asNew = false } = {}): void {
    const taken = asNew || isNewer(this.#pending.known.get(record.id));
    const next = taken ? { ...record, id: this.#environment.makeId() } : record;
    this.#pending.add(next.id, () => next);
    this.switchTo(next.id);
  }

  /** Deletes the part in use; the function returned brings it back whole. */
  remove(): () => Promise<void> {
    if (this.readOnly) return () => this.saved();
    let kept = this.record;
    this.#pending.add(kept.id, (stored) => {
      kept = stored ?? kept;
      return undefined;
    });
    const next = this.#pending.latest;
    if (next) this.#pending.use(next);
    else this.#pending.begin(this.#newRecord());
    this.#later();
    return () => {
      this.#pending.add(kept.id, (stored) => stored ?? kept);
      this.switchTo(kept.id);
      return this.saved();
    };
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

  /** What could not be read, as texts to download; records of a newer guide are among them. */
  async unreadable(): Promise<string[]> {
    const found = this.#database.transact("readonly", async (tx): Promise<unknown[]> => [
      ...await tx.objectStore("unreadable").getAll(),
      ...(await tx.objectStore("records").getAll()).filter((each) => !isRecord(each)),
    ]);
    return (await found.catch(() => [])).map(asText);
  }

  /** Writes what waits and lets everything go. */
  async close(): Promise<void> {
    this.#end.abort();
    await this.saved();
    this.#listeners.clear();
    this.#environment.channel?.close();
    this.#database.close();
  }

  get #inUse(): { readOnly: boolean; waits: boolean; isBlank: boolean } {
    return { readOnly: this.readOnly, waits: this.#pending.waits, isBlank: this.record.id === this.#pending.blank };
  }

  #newRecord(): RfqRecord {
    return newRecord(this.#environment.guide.version, this.#environment.now(), this.#environment.makeId());
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
    if (!this.#pending.waits) removeEventListener("beforeunload", this.#save);
    for (const listener of this.#listeners) listener();
  }
}

/** The store: sole owner of browser storage, and host of the record in use. */

import { derivedName, nameOf, toldApart } from "../parts.ts";
import { type Change, SCHEMA, changed, newRecord } from "../record.ts";
import type { RfqRecord } from "../types.ts";
import { type Base, type Options, baseFor, followPage } from "./browser.ts";
import { Database } from "./database.ts";
import { Journal } from "./journal.ts";
import { Keeper } from "./keeper.ts";
import { NOTICES, type State } from "./notices.ts";
import { inText, isNewer, isRecord } from "./stored.ts";

/** Every record of this browser, one of them in use; changes count at once and are written after the frame. */
export class Store {
  readonly #base: Base;
  readonly #database: Database;
  readonly #journal: Journal;
  readonly #keeper: Keeper;
  readonly #listeners = new Set<() => void>();
  readonly #end = new AbortController();
  #scheduled = false;
  /** Whether the browser was asked not to clear what is stored. */
  #asked = false;
  /** Whether the browser may clear what is stored, as far as it said. */
  #clearable = false;

  private constructor(options: Options) {
    this.#base = baseFor(options);
    this.#database = new Database(this.#base.factory, this.#base.patience);
    this.#journal = new Journal(this.#base.makeId);
    this.#keeper = new Keeper(this.#journal, this.#database, this.#base.channel, () => this.#tell());
  }

  /** Opens the storage and the record last in use; never fails: `state` and `notice` tell what is the matter. */
  static async open(options: Options): Promise<Store> {
    const store = new Store(options);
    await store.#keeper.load();
    if (!store.#journal.current) store.#journal.begin(store.#newRecord());
    followPage(store.#save, () => void store.#keeper.load(), store.#end.signal);
    void store.#ask("persisted");
    return store;
  }

  /** The record in use; a change makes a new one and leaves this as it was. */
  get record(): RfqRecord {
    return this.#journal.known.get(this.#journal.current)!;
  }

  /** Whether a newer guide wrote the record in use: changes to it are not taken. */
  get readOnly(): boolean {
    return this.record.schema !== SCHEMA;
  }

  get state(): State {
    if (this.readOnly) return "read-only";
    const { trouble } = this.#keeper;
    if (trouble) return trouble === "memory" ? trouble : "failed";
    return this.#journal.waits ? "saving" : "saved";
  }

  /** One sentence for the reader about the state; nothing where nothing was entered yet. */
  get notice(): string {
    const { trouble, remark } = this.#keeper;
    if (this.readOnly) return NOTICES.newer;
    if (trouble) return NOTICES[trouble];
    if (this.#journal.waits) return NOTICES.saving;
    if (remark) return NOTICES[remark];
    if (this.record.id === this.#journal.blank) return "";
    return this.#clearable ? NOTICES.clearable : NOTICES.saved;
  }

  /** Whether something was entered since the last copy, or since the beginning where there is none. */
  get changedSinceCopy(): boolean {
    const { updated, copied, created } = this.record;
    return Date.parse(updated) > Date.parse(typeof copied === "string" ? copied : created);
  }

  /** How many texts `unreadable` gives. */
  get unreadableCount(): number {
    return this.#keeper.unreadable;
  }

  /** Every part by a name that tells it from the others, the oldest first. */
  parts(): { id: string; name: string }[] {
    const age = ({ created, id }: RfqRecord): string => `${created} ${id}`;
    return toldApart([...this.#journal.known.values()].sort((one, other) => (age(one) < age(other) ? -1 : 1)));
  }

  /** A part by its id, whether it is in use or not. */
  part(id: string): RfqRecord | undefined {
    return this.#journal.known.get(id);
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
    const at = this.#base.now();
    this.#journal.add(this.record.id, (stored) => stored && edit(stored, at));
    this.#later();
  }

  /** Gives the part in use a name of its own; a blank one, or the one it has by itself, takes that away. */
  rename(name: string): void {
    const own = name.trim();
    this.edit((record, updated) => ({ ...record, updated, name: own === derivedName(record) ? undefined : own || undefined }));
  }

  /** Marks that the reader took a copy of a part, as it was at the time `copied`; what is entered after that is in no copy. */
  copySaved(id: string, copied: string): void {
    if (this.#journal.known.get(id)?.schema !== SCHEMA) return;
    this.#journal.add(id, (stored) => stored && { ...stored, copied });
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
    this.put({ ...this.record, id, created, updated, copied: undefined, name: `${nameOf(this.record)} (copy)` });
  }

  /** Stores a record and takes it in use: in place of the one with its id, or as a new part. */
  put(record: RfqRecord, { asNew = false } = {}): void {
    const taken = asNew || isNewer(this.#journal.known.get(record.id));
    const next = taken ? { ...record, id: this.#base.makeId() } : record;
    this.#journal.add(next.id, () => next);
    this.switchTo(next.id);
  }

  /** Deletes the part in use; the function returned brings it back whole. */
  remove(): () => Promise<void> {
    if (this.readOnly) return () => this.saved();
    let kept = this.record;
    this.#journal.add(kept.id, (stored) => {
      kept = stored ?? kept;
      return undefined;
    });
    const next = this.#journal.latest;
    if (next) this.#journal.use(next);
    else this.#journal.begin(this.#newRecord());
    this.#later();
    return () => {
      this.#journal.add(kept.id, (stored) => stored ?? kept);
      this.switchTo(kept.id);
      return this.saved();
    };
  }

  /** Takes another part in use. */
  switchTo(id: string): void {
    if (!this.#journal.known.has(id)) return;
    this.#journal.use(id);
    this.#later();
    // Only what is in use outlives its deletion in another tab.
    if (this.#keeper.remark === "gone") void this.#keeper.load();
  }

  /** Resolves when everything is written, or when writing failed: `state` tells. */
  async saved(): Promise<void> {
    do await this.#save(); while (this.#journal.waits && !this.#keeper.trouble);
  }

  /** What could not be read, as texts to download; records of a newer guide are among them. */
  async unreadable(): Promise<string[]> {
    const found = this.#database.transact("readonly", async (tx): Promise<unknown[]> => [
      ...await tx.objectStore("unreadable").getAll(),
      ...(await tx.objectStore("records").getAll()).filter((each) => !isRecord(each)),
    ]);
    return (await found.catch(() => [])).map(inText);
  }

  /** Writes what waits and lets everything go. */
  async close(): Promise<void> {
    this.#end.abort();
    await this.saved();
    this.#listeners.clear();
    this.#base.channel?.close();
    this.#database.close();
  }

  #newRecord(): RfqRecord {
    return newRecord(this.#base.guide, this.#base.now(), this.#base.makeId());
  }

  #later(): void {
    this.#tell();
    if (this.#scheduled) return;
    this.#scheduled = true;
    // The last moment at which a page that is left can still read and write. Some browsers do not keep a page that listens
    // to it ready for the back button, so `#tell` ends that once all is written.
    addEventListener("beforeunload", this.#save);
    this.#base.schedule(this.#save);
  }

  readonly #save = (): Promise<void> => {
    this.#scheduled = false;
    if (!this.#asked && this.#journal.joins && this.#journal.waits) {
      // The first record ever: the moment to ask the browser to keep what is stored, without waiting for its answer.
      this.#asked = true;
      void this.#ask("persist");
    }
    return this.#keeper.save();
  };

  async #ask(what: "persist" | "persisted"): Promise<void> {
    this.#clearable = !(await navigator.storage?.[what]?.().catch(() => false));
    this.#tell();
  }

  #tell(): void {
    if (!this.#journal.waits) removeEventListener("beforeunload", this.#save);
    for (const listener of this.#listeners) listener();
  }
}

/** Keeps pending edits and the storage alike: writes, reads again, and hears what other tabs wrote. */

import { isNewer, isRecord } from "../record/shape.ts";
import type { Database } from "./database.ts";
import { type Channel, type Environment, randomId } from "./environment.ts";
import { type Merged, merge } from "./merge.ts";
import type { PendingEdits } from "./pending-edits.ts";
import { replayNotes } from "./replay.ts";
import type { SaveStatus } from "./status.ts";

/** Does one thing at a time with the storage, and calls `changed` after each. */
export class StorageSync {
  readonly #pending: PendingEdits;
  readonly #database: Database;
  readonly #status: SaveStatus;
  readonly #channel: Channel | undefined;
  readonly #changed: () => void;
  readonly #stale = new Set<string>();
  #last: Promise<void> = Promise.resolve();
  #loaded = false;

  constructor(pending: PendingEdits, status: SaveStatus, { database, channel }: Environment, changed: () => void) {
    this.#pending = pending;
    this.#database = database;
    this.#status = status;
    this.#channel = channel;
    this.#changed = changed;
    if (channel) channel.onmessage = ({ data }) => this.#hear(String(data));
  }

  /** Writes what waits; resolves when it is on disk, or when writing failed. */
  save(): Promise<void> {
    return this.#queue(async () => {
      if (!this.#pending.waits) return;
      const { ids, conflicted } = await this.#write();
      this.#status.written();
      for (const id of ids) this.#channel?.postMessage(id);
      if (!this.#loaded || conflicted) await this.#load();
    });
  }

  /** Reads every record again, or for the first time. */
  load(): Promise<void> {
    return this.#queue(() => this.#load());
  }

  /** Writes all that waits in one transaction; gives the ids written, and whether something there has to be read again. */
  async #write(): Promise<{ ids: string[]; conflicted: boolean }> {
    const pending = this.#pending;
    const { batch } = pending;
    const written = await this.#database.transact("readwrite", async (tx) => {
      const merged = new Map<string, Merged>();
      const settings = tx.objectStore("settings");
      // Where the storage was cleared, this page has what it held.
      const isCleared = this.#loaded && await settings.get("current") === undefined;
      const held = isCleared ? [...batch.views].filter(([id, view]) => id !== pending.blank && isRecord(view)).map(([id]) => id) : [];
      for (const id of new Set([...batch.edits.map((each) => each.id), ...held])) {
        const edits = batch.edits.filter((each) => each.id === id);
        const adopts = pending.adoptsFirstPart && id === pending.blank;
        merged.set(id, await merge(tx, id, edits, batch.views.get(id), adopts, randomId));
      }
      const now = merged.get(batch.current)?.record?.id ?? batch.current;
      if (batch.switched || isCleared || now !== batch.current) await settings.put(now, "current");
      return merged;
    });
    return { ids: pending.applyWritten(batch, written), conflicted: [...written.values()].some(({ conflicted }) => conflicted) };
  }

  async #load(): Promise<void> {
    const pending = this.#pending;
    if (!this.#loaded) {
      await replayNotes(this.#database).catch((error: unknown) => {
        if (!this.#database.available) throw error;
      });
    }
    const [stored, lastUsed, aside] = await this.#database.transact("readonly", async (tx) => [
      await tx.objectStore("records").getAll() as unknown[],
      await tx.objectStore("settings").get("current") as unknown,
      await tx.objectStore("unreadable").count(),
    ] as const);
    if (this.#loaded && lastUsed === undefined && stored.length === 0 && [...pending.known.keys()].some((id) => id !== pending.blank)) {
      this.#status.warning = "cleared";
    } else {
      this.#status.unreadable = aside + stored.filter((each) => !isRecord(each)).length;
      const records = new Map(stored.filter((each) => isRecord(each) || isNewer(each)).map((each) => [each.id, each]));
      if (records.size < stored.length) await this.#setAside();
      for (const id of new Set([...pending.known.keys(), ...records.keys()])) this.#apply(id, records.get(id));
      if (!this.#loaded) {
        pending.resume(lastUsed, !this.#status.warning);
        if (stored.length === 0) pending.foundNothing();
      }
    }
    this.#loaded = true;
    if (!pending.waits) this.#status.error = undefined;
  }

  /** Moves what is no record out of the way, whole. */
  async #setAside(): Promise<void> {
    this.#status.warning = "unreadable";
    await this.#database.transact("readwrite", async (tx) => {
      for (const each of await tx.objectStore("records").getAll()) {
        if (isRecord(each) || isNewer(each)) continue;
        await tx.objectStore("unreadable").add(each);
        await tx.objectStore("records").delete((each as { id: string }).id);
      }
    }).catch(console.warn); // it stays where it is, and is offered for download there as well
  }

  /** Many messages, one reading. */
  #hear(id: string): void {
    this.#stale.add(id);
    if (this.#stale.size > 1) return;
    void this.#queue(async () => {
      const ids = [...this.#stale];
      this.#stale.clear();
      const stored = await this.#database.transact("readonly", (tx) =>
        Promise.all(ids.map((each) => tx.objectStore("records").get(each) as Promise<unknown>)));
      ids.forEach((each, index) => this.#apply(each, stored[index]));
    });
  }

  #apply(id: string, stored: unknown): void {
    const isThere = this.#pending.applyStored(id, stored);
    if (!isThere) this.#status.warning = "gone";
    else if (id === this.#pending.current && this.#status.warning === "gone") this.#status.warning = undefined;
    if (isRecord(stored)) this.#pending.adopt(id);
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch((error: Error) => {
      console.warn(error);
      this.#status.failed(error, this.#database);
    }).then(this.#changed);
    return this.#last;
  }
}

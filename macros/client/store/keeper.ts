/** Keeps a journal and the storage alike: writes, reads again, and hears what other tabs wrote. */

import type { Database } from "./database.ts";
import type { Journal } from "./journal.ts";
import type { Matter } from "./notices.ts";
import { isNewer, isRecord } from "./stored.ts";

/** How tabs tell each other which record changed. */
export type Channel = Pick<BroadcastChannel, "postMessage" | "onmessage" | "close">;

/** Does one thing at a time with the storage, and calls `tell` after each. */
export class Keeper {
  /** Why the last attempt to read or write failed. */
  trouble: Matter | undefined;
  /** What else the reader should know, until the next change is written. */
  remark: Matter | undefined;
  /** How many things in storage are no record of this guide. */
  unreadable = 0;
  readonly #journal: Journal;
  readonly #database: Database;
  readonly #channel: Channel | undefined;
  readonly #tell: () => void;
  readonly #stale = new Set<string>();
  #last: Promise<void> = Promise.resolve();
  #loaded = false;

  constructor(journal: Journal, database: Database, channel: Channel | undefined, tell: () => void) {
    this.#journal = journal;
    this.#database = database;
    this.#channel = channel;
    this.#tell = tell;
    if (channel) channel.onmessage = ({ data }) => this.#hear(String(data));
  }

  /** Writes what waits; resolves when it is on disk, or when writing failed. */
  save(): Promise<void> {
    return this.#queue(async () => {
      if (!this.#journal.waits) return;
      const written = await this.#journal.write(this.#database);
      this.trouble = undefined;
      this.remark = undefined;
      for (const id of written.ids) this.#channel?.postMessage(id);
      if (!this.#loaded || written.met) await this.#load();
    });
  }

  /** Reads every record again, or for the first time. */
  load(): Promise<void> {
    return this.#queue(() => this.#load());
  }

  async #load(): Promise<void> {
    const journal = this.#journal;
    const [stored, current, aside] = await this.#database.transact("readonly", async (tx) => [
      await tx.objectStore("records").getAll() as unknown[],
      await tx.objectStore("settings").get("current") as unknown,
      await tx.objectStore("unreadable").count(),
    ] as const);
    this.unreadable = aside + stored.filter((each) => !isRecord(each)).length;
    const records = new Map(stored.filter((each) => isRecord(each) || isNewer(each)).map((each) => [each.id, each]));
    if (records.size < stored.length) await this.#setAside();
    for (const id of new Set([...journal.known.keys(), ...records.keys()])) this.#learn(id, records.get(id));
    if (!journal.current && journal.known.has(current as string)) journal.current = current as string;
    if (!journal.current && !this.remark) journal.current = journal.latest ?? "";
    journal.joins ||= !this.#loaded && stored.length === 0 && !journal.current;
    this.#loaded = true;
    if (!journal.waits) this.trouble = undefined;
  }

  /** Moves what is no record out of the way, whole. */
  async #setAside(): Promise<void> {
    this.remark = "unreadable";
    await this.#database.transact("readwrite", async (tx) => {
      for (const each of await tx.objectStore("records").getAll()) {
        if (isRecord(each) || isNewer(each)) continue;
        await tx.objectStore("unreadable").add(each);
        await tx.objectStore("records").delete(each.id);
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
      ids.forEach((each, place) => this.#learn(each, stored[place]));
    });
  }

  #learn(id: string, stored: unknown): void {
    const there = this.#journal.learn(id, stored);
    if (!there) this.remark = "gone";
    else if (id === this.#journal.current && this.remark === "gone") this.remark = undefined;
    if (this.#journal.joins && isRecord(stored)) this.#journal.join(id);
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch((error: Error) => {
      console.warn(error);
      if (!this.#database.available) this.trouble = "memory";
      else this.trouble = error.name === "QuotaExceededError" ? "full" : "failed";
    }).then(this.#tell);
    return this.#last;
  }
}

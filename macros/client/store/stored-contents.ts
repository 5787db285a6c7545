/** The contents of files in the browser's storage, by their digest and with the time at which each was stored. */

import { isRecord } from "../record/shape.ts";
import type { RfqRecord } from "../record/types.ts";
import { THIRTY_DAYS } from "../text/dates.ts";
import type { Database } from "./database.ts";
import type { Objects } from "./transaction.ts";
import { inJson } from "./unreadable.ts";

const CONTENTS = ["contents"];

interface Stored { sha256: string; content: Blob; at: string }

/** Stores contents for the records in storage; every question to it may fail as storage may. */
export class StoredContents {
  readonly #database: Database;
  readonly #now: () => string;
  readonly #mayStore: (record: RfqRecord) => boolean;

  /** `mayStore` says whether the files of a record may be stored. */
  constructor(database: Database, now: () => string, mayStore: (record: RfqRecord) => boolean) {
    this.#database = database;
    this.#now = now;
    this.#mayStore = mayStore;
  }

  /** All that is stored. */
  async read(): Promise<Map<string, Blob>> {
    const found = await this.#database.transact("readonly", (tx) => tx.objectStore("contents").getAll() as Promise<Stored[]>, CONTENTS);
    return new Map(found.map(({ sha256, content }) => [sha256, content]));
  }

  /** Stores a content, and tells whether it did: not where the page was left meanwhile. Rejects where the browser has no room for it. */
  async keep(sha256: string, content: Blob): Promise<boolean> {
    return await this.#change(async (contents) => {
      await contents.put({ sha256, content, at: this.#now() });
      return true;
    }) ?? false;
  }

  /**
   * The digests that the records in storage list, by whether they may be stored; what any of them refuses may not. `unread` is the
   * text of those that this release cannot read.
   */
  async listed(): Promise<{ allowed: Set<string>; refused: Set<string>; unread: string }> {
    const found = await this.#database.transact("readonly", (tx) => tx.objectStore("records").getAll(), ["records"]);
    const records = found.filter(isRecord);
    const of = (mayStore: boolean): string[] => records.filter((record) => this.#mayStore(record) === mayStore)
      .flatMap(({ files }) => files.flatMap(({ sha256 }) => sha256 ?? []));
    const refused = new Set(of(false));
    return { allowed: new Set(of(true).filter((sha256) => !refused.has(sha256))), refused, unread: found.filter((each) => !isRecord(each)).map(inJson).join() };
  }

  /**
   * Wipes what is older than thirty days, and what may not be stored any more. Records are read before, so that none waits for
   * contents being written; what another tab has listed and stored since then stays, and so does what a record of a newer release
   * lists. Gives the digests that may be stored, and of those that are the sizes in bytes.
   */
  async prune(): Promise<{ allowed: Set<string>; stored: Map<string, number> }> {
    const since = this.#now();
    const { allowed, refused, unread } = await this.listed();
    const stored = await this.#change(async (contents) => {
      const oldest = Date.parse(this.#now()) - THIRTY_DAYS;
      const sizes = new Map<string, number>();
      for (const { sha256, at, content } of await contents.getAll() as Stored[]) {
        const isNew = at >= since && at <= this.#now();
        const isWanted = !refused.has(sha256) && (allowed.has(sha256) || isNew || unread.includes(sha256));
        if (isWanted && Date.parse(at) > oldest) sizes.set(sha256, content.size);
        else await contents.delete(sha256);
      }
      return sizes;
    });
    return stored ? { allowed, stored } : this.prune();
  }

  /** Wipes everything. */
  clear(): Promise<void> {
    return this.#database.transact("readwrite", (tx) => tx.objectStore("contents").clear(), CONTENTS);
  }

  /** Changes contents in one transaction. Gives nothing where the page was left meanwhile: what allowed the change has to be asked again. */
  #change<T>(work: (contents: Objects) => Promise<T>): Promise<T | undefined> {
    let hasRun = false;
    return this.#database.transact("readwrite", async (tx) => {
      if (hasRun) return undefined;
      hasRun = true;
      return work(tx.objectStore("contents"));
    }, CONTENTS);
  }
}

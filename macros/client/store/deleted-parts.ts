/** Parts that were deleted: kept for thirty days, to be brought back or deleted for good. */

import type { RfqRecord } from "../record/types.ts";
import { momentAfter, THIRTY_DAYS } from "../text/dates.ts";
import type { DeletedPart } from "./merge.ts";
import type { Store } from "./store.ts";

/** The deleted parts of this browser; where it has no storage, those that this page deleted. */
export class DeletedParts {
  readonly #store: Store;
  /** By id: what was read, and what was deleted on this page and may not be written yet. */
  readonly #known = new Map<string, DeletedPart>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** All that are not back, the one deleted last first. */
  get all(): DeletedPart[] {
    return [...this.#known.values()].filter(({ id }) => !this.#store.part(id)).sort((one, other) => (one.at < other.at ? 1 : -1));
  }

  /** Deletes the part in use. */
  remove(): void {
    const { record, storage } = this.#store;
    const at = momentAfter(this.all[0]?.at ?? "", storage.now());
    this.#known.set(record.id, { id: record.id, at, record });
    this.#store.remove(at);
  }

  /** Brings a part back, with what another page had entered in it, and takes it in use. */
  async restore(id: string): Promise<void> {
    if (this.#store.state !== "memory") await this.read();
    const part = this.#known.get(id);
    if (part) this.#store.restore(part.record);
  }

  /** Reads what other pages deleted, and wipes what was deleted more than thirty days ago. */
  async read(): Promise<void> {
    const { database, now } = this.#store.storage;
    await this.#store.saved();
    const found = await database.transact("readwrite", async (tx) => {
      const deleted = tx.objectStore("deleted");
      const all = await deleted.getAll() as DeletedPart[];
      const oldest = Date.parse(now()) - THIRTY_DAYS;
      const isOld = ({ at }: DeletedPart): boolean => Date.parse(at) < oldest;
      for (const part of all.filter(isOld)) await deleted.delete(part.id);
      return all.filter((part) => !isOld(part));
    }).catch(() => undefined);
    if (!found) return;
    // What was deleted here is written by now; what is not there any more went for good in another tab.
    this.#known.clear();
    for (const part of found) this.#known.set(part.id, part);
  }

  /** Deletes a part for good. */
  async erase(id: string): Promise<void> {
    await this.#store.saved();
    this.#known.delete(id);
    await this.#store.storage.database.transact("readwrite", (tx) => tx.objectStore("deleted").delete(id)).catch(console.warn);
  }
}

/** Whether a later state of a record was deleted: an older copy that is opened then is another part, and leaves it to be restored. */
export async function isDeletedSince(store: Store, record: RfqRecord): Promise<boolean> {
  await store.saved();
  const deleted = await store.storage.database.transact("readonly", (tx) => tx.objectStore("deleted").get(record.id)).catch(() => undefined) as DeletedPart | undefined;
  return deleted !== undefined && deleted.record.updated > record.updated;
}

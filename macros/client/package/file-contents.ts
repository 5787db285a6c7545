/** The contents of files that this page has, by their digest: parts that list the same digest share one content. */

import type { FileEntry, RfqRecord } from "../record/types.ts";
import type { StoredContents } from "../store/stored-contents.ts";

/** How much is stored in all, in bytes, by what was stored when this page looked. */
export const LARGEST_STORED = 500e6;

/** A file whose content is here. */
export interface AvailableFile { entry: FileEntry; file: Blob }

/** A file that a reader added, with its digest in hexadecimal; `usualEnding` is what one that begins like it ends in, where its name does not say it. */
export interface HashedFile { file: File; sha256: string; usualEnding?: string }

/** Keeps contents in this page, and in the browser's storage where they may be stored. */
export class FileContents {
  readonly #contents = new Map<string, Blob>();
  readonly #storage: StoredContents | undefined;
  /** What is stored as far as this page knows, and what it has still to store. */
  #stored = new Set<string>();
  readonly #toStore = new Set<string>();
  /** What was added since the last order to drop all. */
  #added = new Set<string>();
  /** What no part listed when `evictUnlisted` was last called. */
  #unlisted = new Set<string>();
  #loading: Promise<void> | undefined;
  #settling: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();
  /** Why what was last to be stored is not: the disk is full, or as much is stored as may be. */
  noRoom: "disk" | "limit" | undefined;
  /** Called after what is here or stored may have changed. */
  onChange: () => void = () => undefined;

  constructor(storage?: StoredContents) {
    this.#storage = storage;
  }

  /** Keeps a content, and stores it once a stored record lists it. */
  keep(sha256: string, content: Blob): void {
    this.#contents.set(sha256, content);
    this.#added.add(sha256);
    this.#toStore.add(sha256);
    void this.settle();
  }

  /** Resolves once what is stored is here as well, what another tab stored since the last time too; once for all that ask before it begins. */
  load(): Promise<void> {
    return this.#loading ??= this.#queue(async (storage) => {
      this.#loading = undefined;
      this.#stored = new Set((await storage.prune()).stored.keys());
      for (const [sha256, content] of await storage.read()) this.#contents.set(sha256, this.#contents.get(sha256) ?? content);
    });
  }

  /**
   * Stores what stored records list and may be stored, as long as there is room, and wipes from the storage what is not so any
   * more; once for all that ask before it begins.
   */
  settle(): Promise<void> {
    return this.#settling ??= this.#queue(async (storage) => {
      this.#settling = undefined;
      const { allowed, stored } = await storage.prune();
      this.noRoom = undefined;
      let room = LARGEST_STORED - [...stored.values()].reduce((sum, size) => sum + size, 0);
      this.#stored = new Set(stored.keys());
      let hasStored = false;
      for (const [sha256, content] of this.#contents) {
        if (!allowed.has(sha256)) this.#toStore.add(sha256);
        else if (!this.#stored.has(sha256) && this.#toStore.has(sha256) && await this.#store(storage, sha256, content, room)) {
          this.#stored.add(sha256);
          room -= content.size;
          hasStored = true;
        }
        if (this.#stored.has(sha256)) this.#toStore.delete(sha256);
      }
      // What was declared while the last of them was being written wipes it.
      if (hasStored) this.#stored = new Set((await storage.prune()).stored.keys());
    });
  }

  /** Stores a content and tells whether it did; what keeps it out is noted. */
  async #store(storage: StoredContents, sha256: string, content: Blob, room: number): Promise<boolean> {
    if (content.size > room) {
      this.noRoom = "limit";
      return false;
    }
    // Asked again for each: export control may be declared on another page while a large one is being written.
    if (!(await storage.listed()).allowed.has(sha256)) return false;
    return storage.keep(sha256, content).then((isStored) => {
      if (!isStored) void this.settle();
      return isStored;
    }, (error: Error) => {
      if (error.name === "QuotaExceededError") this.noRoom = "disk";
      return false;
    });
  }

  /** Drops all contents, here and in the storage; what is added while something is still being stored stays here. */
  clear(): Promise<void> {
    const added = this.#added = new Set<string>();
    return this.#queue(async (storage) => {
      await storage.clear();
      for (const sha256 of this.#contents.keys()) {
        if (added.has(sha256)) this.#toStore.add(sha256);
        else {
          this.#contents.delete(sha256);
          this.#toStore.delete(sha256);
        }
      }
      this.#stored.clear();
    });
  }

  /** The content of a listed file, if it is here. */
  of(entry: Pick<FileEntry, "sha256">): Blob | undefined {
    return entry.sha256 ? this.#contents.get(entry.sha256) : undefined;
  }

  /** The files of a record whose contents are here, in the order of the list. */
  available(record: RfqRecord): AvailableFile[] {
    return record.files.flatMap((entry) => {
      const file = this.of(entry);
      return file ? [{ entry, file }] : [];
    });
  }

  /** The files of a record whose contents are not here. */
  missing(record: RfqRecord): FileEntry[] {
    return record.files.filter((entry) => !this.of(entry));
  }

  /** The files that are here, and on each page until they are wiped. */
  stored(record: RfqRecord): AvailableFile[] {
    return this.available(record).filter(({ entry }) => this.#stored.has(entry.sha256!));
  }

  /** The files that are here only as long as this page is. */
  unstored(record: RfqRecord): FileEntry[] {
    return this.available(record).map(({ entry }) => entry).filter(({ sha256 }) => !this.#stored.has(sha256!));
  }

  /** Drops what no part lists now and none listed at the last call: what was removed in between still comes back by "Undo". */
  evictUnlisted(parts: RfqRecord[]): void {
    const listed = new Set(parts.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
    const unlisted = [...this.#contents.keys()].filter((sha256) => !listed.has(sha256));
    for (const sha256 of unlisted) if (this.#unlisted.has(sha256)) this.#contents.delete(sha256);
    this.#unlisted = new Set(unlisted);
  }

  /** One thing after another; a storage that fails leaves what is here as it is. */
  #queue(work: (storage: StoredContents) => Promise<void>): Promise<void> {
    const storage = this.#storage;
    if (!storage) return this.#last;
    this.#last = this.#last.then(() => work(storage)).catch(console.warn).then(() => this.onChange());
    return this.#last;
  }
}

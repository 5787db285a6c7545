/** What was read of the files at hand, each once: it stays when a part or a page is left, as the files do. */

import type { Reading } from "../../client/files/reading.ts";
import type { FileEntry } from "../../client/types.ts";

/** Reads one file; rejects where its reader could not be had, so that it is tried again. */
type Reader = (name: string, content: Blob) => Promise<Reading>;

/** More would share the time that each is given. */
const AT_ONCE = 2;

/** The readings of a tab, made by at most two readers at once. */
export class Readings {
  readonly #read: Reader;
  readonly #told: () => void;
  readonly #known = new Map<string, Reading>();
  readonly #begun = new Set<string>();
  readonly #queue: { key: string; name: string; content: Blob }[] = [];
  readonly #readers = new Set<Promise<void>>();
  #working = 0;

  /** `told` is called after each file that is read. */
  constructor(read: Reader, told: () => void) {
    this.#read = read;
    this.#told = told;
  }

  /** How many files are read. */
  get count(): number {
    return this.#known.size;
  }

  /** What was read of a file. */
  of(entry: FileEntry): Reading | undefined {
    return this.#known.get(keyOf(entry));
  }

  /** Reads a file when its turn comes, unless it is read, or waits for it. */
  begin(entry: FileEntry, content: Blob): void {
    const key = keyOf(entry);
    if (this.#known.has(key) || this.#begun.has(key)) return;
    this.#begun.add(key);
    this.#queue.push({ key, name: entry.name, content });
    if (this.#working === AT_ONCE) return;
    const reader = this.#work().finally(() => this.#readers.delete(reader));
    this.#readers.add(reader);
  }

  /** Resolves once nothing waits and nothing is being read. */
  async done(): Promise<void> {
    while (this.#readers.size > 0) await Promise.all(this.#readers);
  }

  async #work(): Promise<void> {
    this.#working++;
    for (let job = this.#queue.shift(); job; job = this.#queue.shift()) {
      const reading = await this.#read(job.name, job.content).catch(() => undefined);
      this.#begun.delete(job.key);
      if (!reading) continue;
      this.#known.set(job.key, reading);
      this.#told();
    }
    this.#working--;
  }
}

/** By its name as well: the ending says how a file is read. */
function keyOf({ name, sha256 }: FileEntry): string {
  return `${sha256} ${name}`;
}

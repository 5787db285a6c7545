/** Hashes files one after another; the rest goes on when one cannot be read. */

import type { Hashing } from "../../client/hash/digest.ts";

/** What is heard while files are hashed. */
interface HashListener {
  /** Some files that are hashed, one after another, with their digests. */
  hashed: (files: [file: File, sha256: string][]) => void;
  /** How far it is: bytes of the file being read, and which of how many files it is. */
  progress: (file: File, bytes: number, number: number, count: number) => void;
}

/** What hashes a file. */
type Hash = (file: File, hashing: Hashing) => Promise<string>;

interface Run { files: File[]; unreadable: string[]; index: number; hashed: [file: File, sha256: string][]; control: AbortController }

/** How long what is hashed waits for more, in milliseconds: to list hundreds of files one by one takes many times as long. */
const LONGEST_WAIT = 200;

/** One queue: what is added while it is at work waits. */
export class HashQueue {
  readonly #listener: HashListener;
  readonly #hash: Hash;
  #run: Run | undefined;

  constructor(listener: HashListener, hash: Hash) {
    this.#listener = listener;
    this.#hash = hash;
  }

  /** Whether files are being hashed. */
  get busy(): boolean {
    return this.#run !== undefined;
  }

  /** The files that are not told as hashed yet. */
  get waiting(): File[] {
    if (!this.#run) return [];
    const { hashed, files, index } = this.#run;
    return [...hashed.map(([file]) => file), ...files.slice(index)];
  }

  /** Hashes files; resolves to the names of all that cannot be read, or to nothing where it is canceled or joins a queue. */
  async add(files: File[], unreadable: string[] = []): Promise<string[] | undefined> {
    if (this.#run) {
      this.#run.files.push(...files);
      this.#run.unreadable.push(...unreadable);
      return undefined;
    }
    const run: Run = { files: [...files], unreadable: [...unreadable], index: 0, hashed: [], control: new AbortController() };
    this.#run = run;
    try {
      await this.#work(run);
    } finally {
      // Also where a listener failed: files added later would join a queue at which nobody works.
      if (this.#run === run) this.#run = undefined;
    }
    return run.control.signal.aborted ? undefined : run.unreadable;
  }

  /** Stops; gives the names of the files that are not hashed. */
  cancel(): string[] {
    const run = this.#run;
    if (!run) return [];
    run.control.abort();
    this.#run = undefined;
    this.#tell(run);
    return run.files.slice(run.index).map((file) => file.name);
  }

  async #work(run: Run): Promise<void> {
    const { signal } = run.control;
    let told = -Infinity;
    for (; run.index < run.files.length && !signal.aborted; run.index++) {
      const file = run.files[run.index]!;
      const progress = (bytes: number): void => {
        if (!signal.aborted) this.#listener.progress(file, bytes, run.index + 1, run.files.length);
      };
      progress(0);
      await this.#hash(file, { signal, progress }).then((sha256) => run.hashed.push([file, sha256]), () => run.unreadable.push(file.name));
      if (signal.aborted || performance.now() - told < LONGEST_WAIT) continue;
      this.#tell(run);
      told = performance.now();
    }
    if (!signal.aborted) this.#tell(run);
  }

  #tell(run: Run): void {
    if (run.hashed.length > 0) this.#listener.hashed(run.hashed.splice(0));
  }
}

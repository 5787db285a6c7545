/** Takes files in, one after another: each is hashed, and told to the panel; the rest goes on when one cannot be read. */

import type { Hashing } from "../../client/hash/digest.ts";

/** What the panel hears while files are taken in. */
interface Ear {
  /** A file is hashed. */
  arrived: (file: File, sha256: string) => void;
  /** How far it is: bytes of the file being read, and which of how many files it is. */
  progress: (file: File, bytes: number, place: number, count: number) => void;
}

/** What hashes a file. */
type Hash = (file: File, hashing: Hashing) => Promise<string>;

interface Run { queue: File[]; lost: string[]; place: number; control: AbortController }

/** One queue: what is dropped while it is at work waits. */
export class Intake {
  readonly #ear: Ear;
  readonly #hash: Hash;
  #run: Run | undefined;

  constructor(ear: Ear, hash: Hash) {
    this.#ear = ear;
    this.#hash = hash;
  }

  /** Whether files are being taken in. */
  get busy(): boolean {
    return this.#run !== undefined;
  }

  /** The files that are not taken in yet. */
  get waiting(): File[] {
    return this.#run?.queue.slice(this.#run.place) ?? [];
  }

  /** Takes files in; resolves to the names of all that is lost, or to nothing where it is canceled or joins a queue. */
  async take(files: File[], lost: string[] = []): Promise<string[] | undefined> {
    if (this.#run) {
      this.#run.queue.push(...files);
      this.#run.lost.push(...lost);
      return undefined;
    }
    const run: Run = { queue: [...files], lost: [...lost], place: 0, control: new AbortController() };
    this.#run = run;
    try {
      await this.#work(run);
    } finally {
      // Also where whoever hears of a file failed: a later drop would join a queue at which nobody works.
      if (this.#run === run) this.#run = undefined;
    }
    return run.control.signal.aborted ? undefined : run.lost;
  }

  /** Stops; gives the names of the files that are not taken in. */
  cancel(): string[] {
    const left = this.waiting.map((file) => file.name);
    this.#run?.control.abort();
    this.#run = undefined;
    return left;
  }

  async #work(run: Run): Promise<void> {
    const { signal } = run.control;
    for (; run.place < run.queue.length && !signal.aborted; run.place++) {
      const file = run.queue[run.place]!;
      const progress = (bytes: number): void => {
        if (!signal.aborted) this.#ear.progress(file, bytes, run.place + 1, run.queue.length);
      };
      progress(0);
      await this.#hash(file, { signal, progress }).then((sha256) => this.#ear.arrived(file, sha256), () => run.lost.push(file.name));
    }
  }
}

/** Takes files in, one after another: each is hashed, and told to the panel; the rest goes on when one cannot be read. */

import { hashFile } from "../../client/hash/hash-file.ts";

/** What the panel hears while files are taken in. */
export interface Ear {
  /** A file is hashed. */
  arrived: (file: File, sha256: string) => void;
  /** How far it is: bytes of the file being read, and which of how many files it is. */
  progress: (file: File, bytes: number, place: number, count: number) => void;
}

/** One queue: what is dropped while it is at work waits. */
export class Intake {
  readonly #ear: Ear;
  #run: { queue: File[]; place: number; control: AbortController } | undefined;

  constructor(ear: Ear) {
    this.#ear = ear;
  }

  /** Whether files are being taken in. */
  get busy(): boolean {
    return this.#run !== undefined;
  }

  /** Takes files in; resolves to the names of what could not be read, or to nothing where it is canceled or joins a queue. */
  async take(files: File[]): Promise<string[] | undefined> {
    if (this.#run) {
      this.#run.queue.push(...files);
      return undefined;
    }
    const run = this.#run = { queue: [...files], place: 0, control: new AbortController() };
    const { signal } = run.control;
    const lost: string[] = [];
    for (; run.place < run.queue.length && !signal.aborted; run.place++) {
      const file = run.queue[run.place]!;
      const progress = (bytes: number): void => {
        if (!signal.aborted) this.#ear.progress(file, bytes, run.place + 1, run.queue.length);
      };
      progress(0);
      await hashFile(file, { signal, progress }).then((sha256) => this.#ear.arrived(file, sha256), () => lost.push(file.name));
    }
    if (signal.aborted) return undefined;
    this.#run = undefined;
    return lost;
  }

  /** Stops; gives the names of the files that are not taken in. */
  cancel(): string[] {
    const run = this.#run;
    this.#run = undefined;
    run?.control.abort();
    return run?.queue.slice(run.place).map((file) => file.name) ?? [];
  }
}

/** Shows once for all that happens within a frame. */

import { afterFrame } from "../../client/frames.ts";

/** What is due after the frame, unless it was done before. */
export class Soon {
  readonly #run: () => void;
  #due = false;

  constructor(run: () => void) {
    this.#run = run;
  }

  /** Runs after the frame. */
  ask(): void {
    if (this.#due) return;
    this.#due = true;
    afterFrame(() => {
      if (this.#due) this.#run();
    });
  }

  /** It was done: nothing is due any more. */
  done(): void {
    this.#due = false;
  }
}

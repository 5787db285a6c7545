/** What an element says while a part is at hand: beside another one it would mislead. */

import { setText } from "./dom.ts";
import type { Session } from "./session.ts";

/** A sentence beside the buttons it came of, gone once another part is taken in use. */
export class Said {
  readonly #place: Element;
  readonly #session: Session;
  #part: string | undefined;

  constructor(place: Element, session: Session) {
    this.#place = place;
    this.#session = session;
  }

  say(text: string): void {
    this.#part = this.#session.store.record.id;
    setText(this.#place, text);
  }

  /** Take a sentence back that no longer holds, unless another has come since. */
  takeBack(text: string): void {
    if (this.#place.textContent === text) this.say("");
  }

  /** With each showing of the record. */
  show(): void {
    if (this.#part !== this.#session.store.record.id) this.say("");
  }
}

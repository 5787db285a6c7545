/** What an element says while a part is in use: beside another one it would mislead. */

import { setText } from "../browser/dom.ts";
import type { Session } from "./session.ts";

/** A sentence beside the buttons it came of, gone once another part is taken in use. */
export class StatusMessage {
  readonly #output: Element;
  readonly #session: Session;
  #part: string | undefined;

  constructor(output: Element, session: Session) {
    this.#output = output;
    this.#session = session;
  }

  say(text: string): void {
    this.#part = this.#session.store.record.id;
    setText(this.#output, text);
  }

  /** Take a sentence back that no longer holds, unless another has come since. */
  takeBack(text: string): void {
    if (this.#output.textContent === text) this.say("");
  }

  /** With each showing of the record. */
  show(): void {
    if (this.#part !== this.#session.store.record.id) this.say("");
  }
}

/** The life of an element of ours: it connects to the session, follows the store, and lets go when it leaves. */

import { captureEarlyInput } from "../browser/early-input.ts";
import { nextTask, oncePerFrame } from "../browser/frames.ts";
import { type Session, theSession } from "./session.ts";

/** Subclasses set themselves up once in `connect` and show the record in `show`; both run with the session open. */
export abstract class RfqElement extends HTMLElement {
  protected session!: Session;
  #life: AbortController | undefined;
  #connected = false;
  /** After the frame that shows what was touched: nobody waits for the rest of the page to say it too. */
  readonly #showSoon = oncePerFrame(() => {
    if (this.#life) this.show();
  });

  connectedCallback(): void {
    // Each in a task of its own: a page of several elements stays ready for a touch while they come to life.
    void theSession().then(nextTask).then((session) => {
      if (!this.isConnected || this.#life) return;
      this.session = session;
      const restoreEarlyInput = this.#connected ? undefined : captureEarlyInput(this);
      if (!this.#connected) this.connect();
      this.#connected = true;
      this.#life = new AbortController();
      this.#life.signal.addEventListener("abort", session.store.subscribe(this.#showSoon.ask));
      this.attach(this.#life.signal);
      this.show();
      restoreEarlyInput?.();
      this.dataset["ready"] = "";
      this.dispatchEvent(new Event("rfq-ready"));
    });
  }

  disconnectedCallback(): void {
    this.#life?.abort();
    this.#life = undefined;
  }

  /** Once, before the first `show`: find the parts of the template and listen. */
  protected abstract connect(): void;

  /** Listen to what is outside the element, under a signal that ends when the element leaves the page. */
  protected attach(_signal: AbortSignal): void {}

  /** Make the page say what the record says. */
  protected abstract show(): void;
}

/** The life of an element of ours: it connects to the session, follows the store, and lets go when it leaves. */

import { enteredEarly } from "./early.ts";
import { afterFrame, nextTask } from "./frames.ts";
import type { Session } from "./session.ts";
import { theSession } from "./shared.ts";

/** Subclasses set themselves up once in `connect` and show the record in `show`; both run with the session open. */
export abstract class RfqElement extends HTMLElement {
  protected session!: Session;
  #life: AbortController | undefined;
  #due = false;
  #connected = false;

  connectedCallback(): void {
    // Each in a task of its own: a page of several elements stays ready for a touch while they come to life.
    void theSession().then(nextTask).then((session) => {
      if (!this.isConnected || this.#life) return;
      this.session = session;
      const enterAgain = this.#connected ? undefined : enteredEarly(this);
      if (!this.#connected) this.connect();
      this.#connected = true;
      this.#life = new AbortController();
      this.#life.signal.addEventListener("abort", session.store.subscribe(() => this.#showSoon()));
      this.attach(this.#life.signal);
      this.show();
      enterAgain?.();
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

  /** After the frame that shows what was touched: nobody waits for the rest of the page to say it too. */
  #showSoon(): void {
    if (this.#due) return;
    this.#due = true;
    afterFrame(() => {
      this.#due = false;
      if (this.#life) this.show();
    });
  }
}

/** Registers an element unless the page's script ran before, as it does when pages are swapped. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

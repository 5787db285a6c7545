/** `<rfq-load-example>`: loads a worked record with one click, as a part of its own. */

import { query, setText } from "../../client/browser/dom.ts";
import { RfqElement } from "../../client/page/element.ts";
import { loadExamples } from "../../client/page/lazy.ts";

/** The button; what the reader has entered for other parts stays as it is. */
export default class RfqLoadExample extends RfqElement {
  protected override connect(): void {
    query<HTMLElement>(this, "p").hidden = false;
    query(this, "button").addEventListener("click", () => {
      this.#load().then(() => this.#say("The example is loaded as a new part."), (error: Error) => this.#say(error.message));
    });
  }

  protected override show(): void {}

  async #load(): Promise<void> {
    const record = (await loadExamples())[this.dataset["name"]!]!;
    const { store } = this.session;
    store.put(record, { asNew: store.part(record.id) !== undefined });
  }

  #say(text: string): void {
    setText(query(this, "[role=status]"), text);
  }
}

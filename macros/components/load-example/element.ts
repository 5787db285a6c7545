/** `<rfq-example>`: loads a worked record with one click, as a part of its own. */

import { part, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import { loadExamples } from "../../client/site-scripts.ts";

/** The button; what the reader has entered for other parts stays as it is. */
export class RfqExample extends RfqElement {
  protected override connect(): void {
    part<HTMLElement>(this, "p").hidden = false;
    part(this, "button").addEventListener("click", () => {
      this.#load().then(() => this.#say("The example is loaded as a part of its own."), (error: Error) => this.#say(error.message));
    });
  }

  protected override show(): void {}

  async #load(): Promise<void> {
    const record = (await loadExamples())[this.dataset["name"]!]!;
    const { store } = this.session;
    store.put(record, { asNew: store.parts().some((each) => each.id === record.id) });
  }

  #say(text: string): void {
    setText(part(this, "[role=status]"), text);
  }
}

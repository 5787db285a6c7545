/** `<rfq-example>`: loads a worked record with one click, as a part of its own. */

import { part, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import { pageAddress } from "../../client/page.ts";
import { loadScript } from "../../client/scripts.ts";
import type { RfqRecord } from "../../client/types.ts";

interface Examples { rfqGuideExamples: Record<string, RfqRecord> }

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
    await loadScript(pageAddress("/examples.js"));
    const record = (globalThis as unknown as Examples).rfqGuideExamples[this.dataset["name"]!]!;
    const { store } = this.session;
    store.put(record, { asNew: store.parts().some((each) => each.id === record.id) });
  }

  #say(text: string): void {
    setText(part(this, "[role=status]"), text);
  }
}

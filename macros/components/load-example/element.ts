/** `<rfq-example>`: loads a worked record with one click, as a part of its own. */

import { part, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import type { RfqRecord } from "../../client/types.ts";

/** The button; what the reader has entered for other parts stays as it is. */
export class RfqExample extends RfqElement {
  protected override connect(): void {
    part<HTMLElement>(this, "p").hidden = false;
    part(this, "button").addEventListener("click", () => {
      const { store } = this.session;
      const record = JSON.parse(part<HTMLTemplateElement>(this, "template").content.textContent ?? "") as RfqRecord;
      store.put(record, { asNew: store.parts().some((each) => each.id === record.id) });
      setText(part(this, "[role=status]"), "The example is loaded as a part of its own.");
    });
  }

  protected override show(): void {}
}

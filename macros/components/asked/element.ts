/** `<rfq-asked>`: shows what the quoting desk asked, next to the items, for a part that has a review. */

import { part, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import { loadExports } from "../../client/exports-loader.ts";

/** What it shows is in the exports bundle: few parts have a review. */
export class RfqAsked extends RfqElement {
  #shown = false;

  protected override connect(): void {}

  protected override show(): void {
    if (!this.#shown && !Object.hasOwn(this.session.store.record, "review")) return;
    this.#shown = true;
    void loadExports().then((exports) => exports.showAsked(this, this.session), (error: Error) => {
      this.#shown = false;
      part<HTMLElement>(this, ".asked__box").hidden = false;
      setText(part(this, ".asked__said"), `The quoting desk asked something. ${error.message}`);
    });
  }
}

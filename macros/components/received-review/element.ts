/** `<rfq-received-review>`: shows what the quoting desk asked, next to the items, for a part that has a review. */

import { query, setText } from "../../client/browser/dom.ts";
import { RfqElement } from "../../client/page/element.ts";
import { lazy } from "../../client/page/lazy.ts";
import { markupOf } from "../../client/page/site.ts";

/** What it shows is loaded on demand: few parts have a review. */
export default class RfqReceivedReview extends RfqElement {
  #shown = false;

  protected override connect(): void {
    this.innerHTML = markupOf("received-review");
  }

  protected override show(): void {
    if (!this.#shown && !Object.hasOwn(this.session.store.record, "review")) return;
    this.#shown = true;
    void lazy<typeof import("./on-demand.ts")>("received-review").then(({ showReview }) => showReview(this, this.session), (error: Error) => {
      this.#shown = false;
      query<HTMLElement>(this, ".received-review__box").hidden = false;
      setText(query(this, ".received-review__status"), `A question was asked about this part. ${error.message}`);
    });
  }
}

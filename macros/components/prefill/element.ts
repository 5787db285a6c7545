/** `<rfq-prefill>`: fills blanks from the link that was opened, and marks them until the reader has checked them. */

import { isRecordLink, onFragment, stageFrom } from "../../client/browser/fragment.ts";
import { query } from "../../client/browser/dom.ts";
import { RfqElement } from "../../client/page/element.ts";
import { lazy } from "../../client/page/lazy.ts";
import { markupOf } from "../../client/page/site.ts";

const marks = (): Promise<typeof import("./on-demand.ts")> => lazy("prefill");

/** What it does is loaded on demand: few pages are opened by such a link. */
export default class RfqPrefill extends RfqElement {
  #marked = false;

  protected override connect(): void {
    this.innerHTML = markupOf("prefill");
    query(this, "button").addEventListener("click", () => void this.#confirm());
  }

  protected override attach(signal: AbortSignal): void {
    const touched = (event: Event): void => {
      const target = event.target as HTMLElement;
      const field = target.closest<HTMLElement>("[data-field]")?.dataset["field"];
      if (this.#marked && field && (event.type === "input" || target.closest(".field__confirm"))) void this.#confirm(field);
    };
    document.addEventListener("input", touched, { signal });
    document.addEventListener("click", touched, { signal });
    onFragment((fragment) => {
      if (!isRecordLink(fragment) && !stageFrom(fragment)) void marks().then(({ fillFrom }) => fillFrom(fragment, this, this.session));
    }, signal);
  }

  protected override show(): void {
    if (!this.#marked && !Object.hasOwn(this.session.store.record, "unconfirmed")) return;
    void marks().then(({ showMarks }) => {
      this.#marked = showMarks(this, this.session);
    });
  }

  async #confirm(field?: string): Promise<void> {
    (await marks()).confirmMarks(this.session, field);
  }
}

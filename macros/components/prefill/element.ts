/** `<rfq-prefill>`: fills blanks from the link that was opened, and marks them until the reader has checked them. */

import { isRecordLink, onCarried, stageFrom } from "../../client/carried.ts";
import { part } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import { loadExports } from "../../client/exports-loader.ts";

/** What it does is in the exports bundle: few pages are opened by such a link. */
export class RfqPrefill extends RfqElement {
  #marked = false;

  protected override connect(): void {
    part(this, "button").addEventListener("click", () => void this.#confirm());
  }

  protected override attach(signal: AbortSignal): void {
    const touched = (event: Event): void => {
      const target = event.target as HTMLElement;
      const field = target.closest<HTMLElement>("[data-field]")?.dataset["field"];
      if (this.#marked && field && (event.type === "input" || target.closest(".field__confirm"))) void this.#confirm(field);
    };
    document.addEventListener("input", touched, { signal });
    document.addEventListener("click", touched, { signal });
    onCarried((fragment) => {
      if (!isRecordLink(fragment) && !stageFrom(fragment)) void loadExports().then((exports) => exports.fillFrom(fragment, this, this.session));
    }, signal);
  }

  protected override show(): void {
    if (!this.#marked && !Object.hasOwn(this.session.store.record, "unconfirmed")) return;
    void loadExports().then((exports) => {
      this.#marked = exports.showMarks(this, this.session);
    });
  }

  async #confirm(field?: string): Promise<void> {
    (await loadExports()).confirmMarks(this.session, field);
  }
}

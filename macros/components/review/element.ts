/** `<rfq-review>`: opens a buyer's record for the quoting desk; it never opens the store. */

import { onFragment } from "../../client/browser/fragment.ts";
import { query, setText } from "../../client/browser/dom.ts";
import { onFileDropped } from "../../client/browser/drag-and-drop.ts";
import { isRecordLink } from "../../client/import/share-link.ts";
import { lazy } from "../../client/page/lazy.ts";
import { theGuide } from "../../client/page/site.ts";
import type { Desk } from "./desk.ts";

/** The ways a record comes in; what is done with it is loaded on demand. */
export default class RfqReview extends HTMLElement {
  #life: AbortController | undefined;
  #desk: Promise<Desk> | undefined;

  connectedCallback(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const input = query<HTMLInputElement>(this, "input[type=file]");
    query<HTMLElement>(this, ".review__live").hidden = false;
    query(this, "[data-press=open]").addEventListener("click", () => input.click(), { signal });
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) this.#open((desk) => desk.openFile(file));
    }, { signal });
    onFileDropped((file) => this.#open((desk) => desk.openFile(file)), signal);
    onFragment((fragment) => {
      if (isRecordLink(fragment)) this.#open((desk) => desk.openLink(fragment));
    }, signal);
    this.dataset["ready"] = "";
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }

  #open(open: (desk: Desk) => Promise<void>): void {
    this.#desk ??= lazy<typeof import("./on-demand.ts")>("review").then(({ Desk }) => new Desk(this, theGuide())).catch((error: Error) => {
      // Only what never came is asked for again: a second desk would hear each press as well.
      this.#desk = undefined;
      throw error;
    });
    this.#desk.then(open).catch((error: Error) => setText(query(this, ".review__status"), error.message));
  }
}

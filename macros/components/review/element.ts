/** `<rfq-review>`: opens a buyer's record for the quoting desk; it never opens the store. */

import { isRecordLink, onCarried } from "../../client/carried.ts";
import { part, setText } from "../../client/dom.ts";
import { onFileDropped } from "../../client/drops.ts";
import { loadExports } from "../../client/exports-loader.ts";
import { embeddedGuide } from "../../client/page.ts";
import type { Desk } from "./desk.ts";

/** What the theme took off the page to put a fresh copy of the same page there. */
let swapped: RfqReview | undefined;

/** The ways a record comes in; what is done with it is in the exports bundle. */
export class RfqReview extends HTMLElement {
  #life: AbortController | undefined;
  #desk: Promise<Desk> | undefined;
  readonly #page = location.pathname;

  connectedCallback(): void {
    const before = swapped;
    swapped = undefined;
    // The theme fetches a page again for the first of its anchors that is followed; what is open on it must outlive that.
    if (before && before !== this) return this.replaceWith(before);
    this.#life = new AbortController();
    const { signal } = this.#life;
    const input = part<HTMLInputElement>(this, "input[type=file]");
    part<HTMLElement>(this, ".review__without").hidden = true;
    part<HTMLElement>(this, ".review__live").hidden = false;
    part(this, "[data-press=open]").addEventListener("click", () => input.click(), { signal });
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) this.#open((desk) => desk.openFile(file));
    }, { signal });
    onFileDropped((file) => this.#open((desk) => desk.openFile(file)), signal);
    onCarried((fragment) => {
      if (isRecordLink(fragment)) this.#open((desk) => desk.openLink(fragment));
    }, signal);
    this.dataset["ready"] = "";
  }

  disconnectedCallback(): void {
    this.#life?.abort();
    if (this.#desk && location.pathname === this.#page) swapped = this;
  }

  #open(open: (desk: Desk) => Promise<void>): void {
    this.#desk ??= loadExports().then((exports) => new exports.Desk(this, embeddedGuide())).catch((error: Error) => {
      // Only what never came is asked for again: a second desk would hear each press as well.
      this.#desk = undefined;
      throw error;
    });
    this.#desk.then(open).catch((error: Error) => setText(part(this, ".review__said"), error.message));
  }
}

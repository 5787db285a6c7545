/** `<rfq-prefill>`: fills blanks from the link that was opened, asks where a part says something, and marks what it filled. */

import { onFragment, stageFrom } from "../../client/browser/fragment.ts";
import { onPress, query, setText } from "../../client/browser/dom.ts";
import { isRecordLink } from "../../client/import/share-link.ts";
import { RfqElement } from "../../client/page/element.ts";
import { lazy } from "../../client/page/lazy.ts";
import { markupOf } from "../../client/page/site.ts";
import type { PrefilledValue } from "../../client/import/prefill.ts";
import type { RfqRecord } from "../../client/record/types.ts";

type OnDemand = typeof import("./on-demand.ts");

/** What it does is loaded on demand: few pages are opened by such a link. */
export default class RfqPrefill extends RfqElement {
  #marked = false;
  /** What a link would fill in, as long as nobody has said where. */
  #asked: PrefilledValue[] | undefined;
  #before: RfqRecord | undefined;
  #edits = 0;

  protected override connect(): void {
    this.innerHTML = markupOf("prefill");
    onPress(this, (press) => (press === "all" ? this.#confirm() : this.#answer(press)));
  }

  protected override attach(signal: AbortSignal): void {
    const touched = (event: Event): void => {
      const target = event.target as HTMLElement;
      const field = target.closest<HTMLElement>("[data-field]")?.dataset["field"];
      if (this.#marked && field && (event.type === "input" || target.closest(".field__confirm"))) this.#confirm(field);
    };
    document.addEventListener("input", touched, { signal });
    document.addEventListener("click", touched, { signal });
    onFragment((fragment) => {
      if (fragment.includes("=") && !isRecordLink(fragment) && !stageFrom(fragment)) this.#take(fragment);
    }, signal);
  }

  protected override show(): void {
    const { record, edits } = this.session.store;
    // Only what is changed here is the reader's word; a record that was opened in place of this one has marks of its own.
    const before = (edits !== this.#edits && this.#before) || record;
    this.#before = record;
    this.#edits = edits;
    if (!this.#marked && !this.#asked && !Object.hasOwn(record, "unconfirmed")) return;
    this.#load(({ showMarks }) => {
      this.#marked = showMarks(this, this.session, before, this.#asked);
    });
  }

  #take(fragment: string): void {
    this.#load(({ takeLink }) => {
      this.#asked = takeLink(fragment, this, this.session) ?? this.#asked;
      if (this.#asked) this.show();
    });
  }

  #answer(answer: string): void {
    this.#load(({ answerLink, showMarks }) => {
      const asked = this.#asked;
      this.#asked = undefined;
      if (asked) answerLink(answer, asked, this, this.session);
      showMarks(this, this.session, this.session.store.record);
    });
  }

  #confirm(field?: string): void {
    this.#load(({ confirmMarks }) => confirmMarks(this.session, field));
  }

  /** Hands on what was loaded, or says why it did not come. */
  #load(use: (loaded: OnDemand) => void): void {
    lazy<OnDemand>("prefill").then(use).catch((error: Error) => {
      query<HTMLElement>(this, ".prefill__box").hidden = false;
      setText(query(this, ".prefill__status"), error.message);
    });
  }
}

/** `<rfq-parts>`: which part is in use, and how it is kept. */

import { make, onPress, query, setText } from "../../client/browser/dom.ts";
import { RfqElement } from "../../client/page/element.ts";
import { withSummary } from "../../client/page/lazy.ts";
import { followWidth } from "./bottom-bar.ts";
import type { PartActions } from "./actions.ts";
import type { Store } from "../../client/store/store.ts";

/** The switcher, and one sentence about saving; what its buttons do comes with the summary, which the first touch brings. */
export default class RfqParts extends RfqElement {
  #actions: PartActions | undefined;
  #shown = "";

  protected override connect(): void {
    for (const each of [".parts__others", "[data-press=copy]"]) query<HTMLElement>(this, each).hidden = false;
    const actions = withSummary<typeof import("./with-summary.ts")>("parts").then(({ PartActions: Made }) => {
      this.#actions = new Made(this, this.session);
      this.#actions.show();
      return this.#actions;
    });
    onPress(this, (press, button) => {
      // What is pressed before it can be done is about the part that was in use then.
      const part = this.#choice.value;
      void actions.then((each) => { if (this.#choice.value === part) each.press(press, button); });
    });
    this.#choice.addEventListener("change", () => this.session.store.switchTo(this.#choice.value));
  }

  protected override attach(signal: AbortSignal): void {
    const sheet = this.closest("details");
    if (sheet) followWidth(sheet, signal);
  }

  protected override show(): void {
    const { store } = this.session;
    const parts = store.parts();
    const shown = JSON.stringify(parts);
    if (shown !== this.#shown) this.#choice.replaceChildren(...parts.map(({ id, name }) => make("option", { value: id }, name)));
    this.#shown = shown;
    this.#choice.value = store.record.id;
    this.dataset["state"] = store.state;
    setText(query(this, ".parts__state"), said(store));
    this.#actions?.show();
  }

  get #choice(): HTMLSelectElement {
    return query(this, ".parts__choice");
  }
}

/** One sentence on how the part is kept: what is the matter, or else that it is saved. */
function said(store: Store): string {
  const kept = store.notice || "What you enter is kept in this browser.";
  return store.state === "saved" && store.changedSinceCopy ? `${kept} Changed since you last saved a copy.` : kept;
}

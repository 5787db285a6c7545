/** `<rfq-parts>`: which part is in use, whether it is saved, and the way to save a copy. */

import { download } from "../../client/browser/download.ts";
import { make, onPress, query, setDisabled, setText } from "../../client/browser/dom.ts";
import { RfqElement } from "../../client/page/element.ts";
import { lazy } from "../../client/page/lazy.ts";
import { nameOf } from "../../client/record/part-names.ts";
import { followWidth } from "./bottom-bar.ts";
import type { Store } from "../../client/store/store.ts";

/** The switcher, its four buttons, undo after a deletion, and one sentence about saving. */
export default class RfqParts extends RfqElement {
  #undo: (() => void) | undefined;
  // The part that the form names; when another one is taken in use, the form goes.
  #renamed = "";

  protected override connect(): void {
    for (const each of [".parts__others", "[data-press=copy]"]) query<HTMLElement>(this, each).hidden = false;
    onPress(this, (press) => void this.#press(press));
    this.#choice.addEventListener("change", () => this.session.store.switchTo(this.#choice.value));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.session.store.rename(this.#name.value);
      this.#closeForm();
    });
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#closeForm();
    });
  }

  protected override attach(signal: AbortSignal): void {
    const sheet = this.closest("details");
    if (sheet) followWidth(sheet, signal);
  }

  protected override show(): void {
    const { store } = this.session;
    const parts = store.parts();
    const options = parts.map(({ id, name }) => make("option", { value: id }, name));
    const shown = [...this.#choice.options].map((option) => `${option.value}\n${option.text}`).join();
    if (shown !== options.map((option) => `${option.value}\n${option.text}`).join()) this.#choice.replaceChildren(...options);
    this.#choice.value = store.record.id;
    if (!this.#form.hidden && (store.readOnly || this.#renamed !== store.record.id)) this.#closeForm();
    setDisabled(this, "[data-press=duplicate], [data-press=rename], [data-press=delete]", store.readOnly);
    query<HTMLElement>(this, ".parts__unreadable").hidden = store.unreadableCount === 0;
    this.dataset["state"] = store.state;
    setText(query(this, ".parts__state"), said(store));
  }

  async #press(press: string): Promise<void> {
    const { store } = this.session;
    switch (press) {
      case "copy": return this.#saveCopy();
      case "new": return store.create();
      case "duplicate": return store.duplicate();
      case "rename": return this.#openForm();
      case "cancel": return this.#closeForm();
      case "delete": return this.#delete();
      case "undo": return this.#undoDelete();
      case "unreadable": return download("rfq-guide-unreadable.json", JSON.stringify(await store.unreadable(), null, 2), "application/json");
    }
  }

  async #saveCopy(): Promise<void> {
    const { downloadAs } = await lazy<typeof import("./on-demand.ts")>("parts");
    await downloadAs("json", this.session, () => {});
  }

  #delete(): void {
    const name = this.#choice.selectedOptions[0]?.text ?? "";
    this.#undo = this.session.store.remove();
    setText(query(this, ".parts__undo span"), `${name} is deleted.`);
    this.#undoLine.hidden = false;
    query<HTMLElement>(this.#undoLine, "button").focus();
  }

  #undoDelete(): void {
    this.#undo?.();
    this.#undo = undefined;
    this.#choice.focus();
    this.#undoLine.hidden = true;
  }

  #openForm(): void {
    const { guide, store: { record } } = this.session;
    this.#renamed = record.id;
    this.#form.hidden = false;
    this.#name.value = nameOf(guide, record);
    this.#name.select();
  }

  /** The focus stays where it is, unless it is in what goes away. */
  #closeForm(): void {
    const held = this.#form.contains(document.activeElement);
    this.#form.hidden = true;
    if (held) query<HTMLElement>(this, "[data-press=rename]").focus();
  }

  get #choice(): HTMLSelectElement {
    return query(this, ".parts__choice");
  }

  get #form(): HTMLFormElement {
    return query(this, ".parts__rename");
  }

  get #name(): HTMLInputElement {
    return query(this, ".parts__rename input");
  }

  get #undoLine(): HTMLElement {
    return query(this, ".parts__undo");
  }
}

/** One sentence on how the part is kept: what is the matter, or else that it is saved. */
function said(store: Store): string {
  if (store.state === "saving") return "Saving in this browser.";
  const isBlank = store.record.updated === store.record.created;
  const kept = store.notice || (isBlank ? "What you enter is kept in this browser." : "Saved in this browser.");
  return store.state === "saved" && store.changedSinceCopy ? `${kept} Changed since you last saved a copy.` : kept;
}

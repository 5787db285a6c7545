/** What a reader does with whole parts: new ones, copies, names, deletion and the way back, and a copy on the disk. */

import { query, setDisabled, setText } from "../../client/browser/dom.ts";
import { download } from "../../client/browser/download.ts";
import { lazy } from "../../client/page/lazy.ts";
import type { Session } from "../../client/page/session.ts";
import { markupOf } from "../../client/page/site.ts";
import { nameOf } from "../../client/record/part-names.ts";
import { duplicate, rename } from "../../client/store/edit-parts.ts";
import { readUnreadable } from "../../client/store/unreadable.ts";
import { DeletedList } from "./deleted-list.ts";

/** The buttons, the form for a name, and what was deleted. */
export class PartActions {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #deleted: DeletedList;
  /** The part that the form names; when another one is taken in use, the form goes. */
  #renamed = "";
  /** Why no copy could be made; it stands as long as the part is as it was then. */
  #uncopied = { moment: "", why: "" };

  constructor(root: HTMLElement, session: Session) {
    this.#root = root;
    this.#session = session;
    query(root, ".parts__kept").insertAdjacentHTML("afterend", markupOf("parts"));
    query(root, ".parts__line").after(this.#form, query(root, ".parts__deleted"));
    this.#deleted = new DeletedList(root, session);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      rename(session.store, session.guide, this.#name.value);
      this.#closeForm();
    });
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#closeForm();
    });
  }

  /** With each showing of the record. */
  show(): void {
    const { store } = this.#session;
    if (!this.#form.hidden && (store.readOnly || this.#renamed !== store.record.id)) this.#closeForm();
    setDisabled(this.#root, "[data-press=duplicate], [data-press=rename], [data-press=delete]", store.readOnly);
    const { moment, why } = this.#uncopied;
    // What is the matter with saving goes before it.
    if (moment === store.moment) setText(query(this.#root, ".parts__state"), store.state === "saved" ? why : `${store.notice} ${why}`);
    query<HTMLElement>(this.#root, ".parts__unreadable").hidden = store.unreadableCount === 0;
    this.#deleted.show();
  }

  /** Does what a button says. */
  press(press: string, button: HTMLElement): void {
    const { guide, store } = this.#session;
    switch (press) {
      case "copy": return void this.#saveCopy();
      case "new": return store.create();
      case "duplicate": return duplicate(store, guide);
      case "rename": return this.#openForm();
      case "cancel": return this.#closeForm();
      case "unreadable": return void this.#saveUnreadable();
      default: this.#deleted.press(press, button);
    }
  }

  async #saveCopy(): Promise<void> {
    const { moment } = this.#session.store;
    this.#uncopied.moment = "";
    try {
      const { downloadAs } = await lazy<typeof import("./on-demand.ts")>("parts");
      await downloadAs("json", this.#session, () => {});
    } catch (error) {
      this.#uncopied = { moment, why: (error as Error).message };
      this.show();
    }
  }

  async #saveUnreadable(): Promise<void> {
    const texts = await readUnreadable(this.#session.store.storage.database);
    download("rfq-guide-unreadable.json", JSON.stringify(texts, null, 2), "application/json");
  }

  #openForm(): void {
    const { guide, store: { record } } = this.#session;
    this.#renamed = record.id;
    this.#form.hidden = false;
    this.#name.value = nameOf(guide, record);
    this.#name.select();
  }

  /** The focus stays where it is, unless it is in what goes away. */
  #closeForm(): void {
    const held = this.#form.contains(document.activeElement);
    this.#form.hidden = true;
    if (held) query<HTMLElement>(this.#root, "[data-press=rename]").focus();
  }

  get #form(): HTMLFormElement {
    return query(this.#root, ".parts__rename");
  }

  get #name(): HTMLInputElement {
    return query(this.#root, ".parts__rename input");
  }
}

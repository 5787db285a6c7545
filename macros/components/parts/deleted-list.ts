/** The parts that were deleted: "Undo" for those deleted just now, one after another, and the list of all. */

import { make, query, setText } from "../../client/browser/dom.ts";
import type { Session } from "../../client/page/session.ts";
import { uniqueNames } from "../../client/record/part-names.ts";
import { DeletedParts } from "../../client/store/deleted-parts.ts";
import type { DeletedPart } from "../../client/store/merge.ts";

/** For how long "Undo" is offered after a deletion, in milliseconds: ten minutes. */
const UNDONE = 10 * 60 * 1000;

const ERASE = "Delete for good";

/** Shows both, reads them anew when a part comes or goes, and does what their buttons say. */
export class DeletedList {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #deleted: DeletedParts;
  #parts = "";
  #shown = "";

  constructor(root: HTMLElement, session: Session) {
    this.#root = root;
    this.#session = session;
    this.#deleted = new DeletedParts(session.store);
  }

  /** With each showing of the record; another tab may have deleted a part or brought one back. */
  show(): void {
    const parts = this.#session.store.records.map(({ id }) => id).sort().join();
    if (parts === this.#parts) return;
    this.#parts = parts;
    this.#render();
    void this.#deleted.read().then(() => this.#render());
  }

  /** Does what a button says. */
  press(press: string, button: HTMLElement): void {
    const id = button.closest<HTMLElement>("[data-part]")?.dataset["part"] ?? "";
    switch (press) {
      case "delete": return this.#delete();
      case "undo":
      case "restore": return void this.#restore(id);
      case "erase":
        // A second press, on words of its own: nothing brings a part back after it, and a double click elsewhere may end here.
        if (button.textContent === ERASE) return this.#ask(button);
        return void this.#erase(id);
    }
  }

  #ask(button: HTMLElement): void {
    setText(button, "Yes, delete for good");
    button.addEventListener("blur", () => setText(button, ERASE), { once: true });
    button.focus();
  }

  #delete(): void {
    this.#deleted.remove();
    this.show();
    query<HTMLElement>(this.#undo, "button").focus();
  }

  async #restore(id: string): Promise<void> {
    await this.#deleted.restore(id);
    this.#choice.focus();
    this.show();
  }

  /** The focus goes to the next part in the list, or to the parts where there is none. */
  async #erase(id: string): Promise<void> {
    const index = [...this.#list.children].findIndex((each) => (each as HTMLElement).dataset["part"] === id);
    await this.#deleted.erase(id);
    this.#render();
    const next = this.#list.children[Math.min(index, this.#list.children.length - 1)];
    (next?.querySelector<HTMLElement>("[data-press=erase]") ?? this.#choice).focus();
  }

  #render(): void {
    const { guide, store } = this.#session;
    const all = this.#deleted.all;
    const names = uniqueNames(guide, all.map(({ record }) => record));
    const shown = JSON.stringify(all.map(({ id, at }, index) => [id, at, names[index]!.name]));
    // A row that asks for the second press stays.
    if (shown !== this.#shown) this.#list.replaceChildren(...all.map((part, index) => item(part, names[index]!.name)));
    this.#shown = shown;
    query<HTMLElement>(this.#root, ".parts__deleted").hidden = all.length === 0;
    const since = Date.parse(store.storage.now()) - UNDONE;
    const isRecent = all[0] !== undefined && Date.parse(all[0].at) > since;
    this.#undo.hidden = !isRecent;
    this.#undo.dataset["part"] = isRecent ? all[0]!.id : "";
    setText(query(this.#undo, "span"), isRecent ? `${names[0]!.name} is deleted.` : "");
  }

  get #undo(): HTMLElement {
    return query(this.#root, ".parts__undo");
  }

  get #list(): HTMLElement {
    return query(this.#root, ".parts__deleted ul");
  }

  get #choice(): HTMLElement {
    return query(this.#root, ".parts__choice");
  }
}

function item({ id, at }: DeletedPart, name: string): HTMLElement {
  const label = `deleted-${id}`;
  const button = (press: string, text: string): HTMLElement => make("button", { type: "button", "data-press": press, "aria-describedby": label }, text);
  return make("li", { "data-part": id },
    make("span", {}, make("span", { id: label }, name), make("span", { class: "parts__when" }, `, deleted ${at.slice(0, 10)}`)), " ",
    button("restore", "Restore"), " ", button("erase", ERASE));
}

/** `<rfq-files>`: the files of the part in use; what is done with them is loaded on demand. */

import { query, setText } from "../../client/browser/dom.ts";
import { onDropped } from "../../client/browser/drag-and-drop.ts";
import { RfqElement } from "../../client/page/element.ts";
import { lazy, loadPreflight, loadSummary } from "../../client/page/lazy.ts";
import type { FilesPanel } from "./panel.ts";

/** The ways in: dropped on the page, or chosen. */
export default class RfqFiles extends RfqElement {
  #panel: Promise<FilesPanel> | undefined;

  protected override connect(): void {
    for (const what of ["files", "folder"]) {
      const input = query<HTMLInputElement>(this, `[name=${what}]`);
      // Every browser knows it by now, though HTML's standard does not.
      input.webkitdirectory = what === "folder";
      query(this, `[data-press=${what}]`).addEventListener("click", () => input.click());
      input.addEventListener("change", () => {
        const chosen = [...input.files ?? []];
        input.value = "";
        if (chosen.length > 0) this.#use((panel) => panel.add(chosen));
      });
    }
  }

  protected override attach(signal: AbortSignal): void {
    onDropped((dropped) => this.#use((panel) => panel.takeDropped(dropped)), signal);
    document.addEventListener("rfq-read", () => {
      if (this.#panel) this.#use((panel) => panel.showSoon());
    }, { signal });
  }

  protected override show(): void {
    if (this.#panel || this.session.store.record.files.length > 0) this.#use((panel) => panel.showSoon());
  }

  #use(work: (panel: FilesPanel) => void | Promise<void>): void {
    this.#panel ??= this.#load().catch((error: Error) => {
      // Only what never came is asked for again: a second panel would listen to all that the first does.
      this.#panel = undefined;
      throw error;
    });
    this.#panel.then(work).catch((error: Error) => setText(query(this, ".rfq-files__status"), error.message));
  }

  async #load(): Promise<FilesPanel> {
    const contents = loadSummary().then(() => this.session.contents.load());
    const [{ FilesPanel }, data] = await Promise.all([lazy<typeof import("./on-demand.ts")>("rfq-files"), loadPreflight(), contents]);
    return new FilesPanel(this, this.session, data);
  }
}

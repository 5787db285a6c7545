/** `<rfq-files>`: the files of the part at hand; what is done with them is in the exports bundle. */

import { part, setText } from "../../client/dom.ts";
import { onDropped } from "../../client/drops.ts";
import { RfqElement } from "../../client/element.ts";
import { loadExports } from "../../client/exports-loader.ts";
import { loadPreflight } from "../../client/site-scripts.ts";
import type { Panel } from "./panel.ts";

/** The ways in: dropped on the page, or chosen. */
export class RfqFiles extends RfqElement {
  #panel: Promise<Panel> | undefined;

  protected override connect(): void {
    part<HTMLElement>(this, ".files__without").hidden = true;
    part<HTMLElement>(this, ".files__live").hidden = false;
    for (const what of ["files", "folder"]) {
      const input = part<HTMLInputElement>(this, `[name=${what}]`);
      // Every browser knows it by now, though HTML's standard does not.
      input.webkitdirectory = what === "folder";
      part(this, `[data-press=${what}]`).addEventListener("click", () => input.click());
      input.addEventListener("change", () => {
        const chosen = [...input.files ?? []];
        input.value = "";
        if (chosen.length > 0) this.#use((panel) => panel.add(chosen));
      });
    }
  }

  protected override attach(signal: AbortSignal): void {
    onDropped((dropped) => this.#use((panel) => panel.takeDropped(dropped)), signal);
    // Of a file that was added on another page too: what is read outlives the page.
    document.addEventListener("rfq-read", () => {
      if (this.#panel) this.#use((panel) => panel.showSoon());
    }, { signal });
  }

  protected override show(): void {
    if (this.#panel || this.session.store.record.files.length > 0) this.#use((panel) => panel.show());
  }

  #use(work: (panel: Panel) => void | Promise<void>): void {
    this.#panel ??= Promise.all([loadExports(), loadPreflight()]).then(([exports, data]) => new exports.Panel(this, this.session, data)).catch((error: Error) => {
      // Only what never came is asked for again: a second panel would listen to all that the first does.
      this.#panel = undefined;
      throw error;
    });
    this.#panel.then(work).catch((error: Error) => setText(part(this, ".files__said"), error.message));
  }
}

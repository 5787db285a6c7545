/** `<rfq-files>`: the files of the part at hand; what is done with them is in the second bundle. */

import { part, setText } from "../../client/dom.ts";
import { type Dropped, onDropped } from "../../client/drops.ts";
import { RfqElement } from "../../client/element.ts";
import { loadExports } from "../../client/exports-loader.ts";
import type { Panel } from "./panel.ts";

/** The ways in: dropped on the page, or chosen. */
export class RfqFiles extends RfqElement {
  #panel: Promise<Panel> | undefined;

  protected override connect(): void {
    part<HTMLElement>(this, ".files__without").hidden = true;
    part<HTMLElement>(this, ".files__live").hidden = false;
    const [files, folder] = [...this.querySelectorAll<HTMLInputElement>(".files__choose")];
    part(this, "[data-press=files]").addEventListener("click", () => files!.click());
    part(this, "[data-press=folder]").addEventListener("click", () => folder!.click());
    // Every browser knows it by now, though HTML's standard does not.
    folder!.webkitdirectory = true;
    for (const input of [files!, folder!]) {
      input.addEventListener("change", () => {
        const chosen = [...input.files ?? []];
        input.value = "";
        if (chosen.length > 0) this.#use((panel) => panel.add(chosen));
      });
    }
  }

  protected override attach(signal: AbortSignal): void {
    onDropped((dropped: Dropped[]) => this.#use((panel) => panel.takeDropped(dropped)), signal);
  }

  protected override show(): void {
    if (this.#panel || this.session.store.record.files.length > 0) this.#use((panel) => panel.show());
  }

  #use(work: (panel: Panel) => void | Promise<void>): void {
    this.#panel ??= loadExports().then((exports) => new exports.Panel(this, this.session));
    this.#panel.then(work).catch((error: Error) => {
      setText(part(this, ".files__said"), error.message);
      this.#panel = undefined;
    });
  }
}

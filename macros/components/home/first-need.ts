/** The home page until somebody needs more of it: the guide and its scripts come for who has a part, or drops files. */

import { type Dropped, onDropped } from "../../client/browser/drag-and-drop.ts";
import { waitingScripts } from "../../client/browser/waiting-scripts.ts";
import { hasParts } from "../../client/store/has-parts.ts";

/** The element of the page, with the files that wait for it to come to life. */
export interface Waiting extends HTMLElement { waiting?: Dropped[] | undefined }

/** Loads the client as soon as there is a part to show or a file to take; whoever only reads is spared it. */
export function loadWhenNeeded(home: Waiting): void {
  const first = home.querySelector<HTMLAnchorElement>(".home__first")!;
  home.querySelector<HTMLElement>(".home__note")!.hidden = false;
  onDropped((dropped) => {
    first.classList.remove("is-over");
    home.waiting = dropped;
    home.dispatchEvent(new Event("rfq-dropped"));
    loadClient();
  }, new AbortController().signal);
  document.addEventListener("dragover", (event) => first.classList.toggle("is-over", !!event.dataTransfer?.types.includes("Files")));
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) first.classList.remove("is-over");
  });
  void hasParts().then((some) => {
    if (some) loadClient();
  });
}

/** Once: its scripts stand in a template until then. */
function loadClient(): void {
  const template = document.querySelector<HTMLTemplateElement>(".home__client");
  if (!template) return;
  template.remove();
  // The second reads what the first leaves behind.
  document.head.append(...waitingScripts(template));
}

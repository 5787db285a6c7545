/** Folds open for paper, and for an address that leads into one. */

import { all, anchorOf } from "./theme.ts";

/** Opens folds until the signal ends: for print all of them, which are closed again after as they were. */
export function openFolds(signal: AbortSignal): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = all<HTMLDetailsElement>("details:not([open])");
    for (const fold of opened) fold.open = true;
  }, { signal });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  }, { signal });
  const open = (): void => {
    const fold = document.getElementById(anchorOf(location.hash))?.closest<HTMLDetailsElement>("details:not([open])");
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView();
  };
  addEventListener("hashchange", open, { signal });
  open();
}

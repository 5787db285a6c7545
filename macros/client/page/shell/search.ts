/** A reader who turns to the search gets the theme's script, which takes over from the shell. */

import { isTaken } from "./keyboard.ts";
import { loadTheme } from "./load-theme.ts";
import { all, component, toggle } from "./theme.ts";

/** Waits for that reader until the signal ends; calls `takeOver` once the theme's script has run. */
export function awaitSearch(script: HTMLScriptElement, signal: AbortSignal, takeOver: () => void): void {
  const [search, query, box] = [component("search"), component<HTMLInputElement>("search-query"), toggle("search")];
  if (!search || !query) return;
  // Opened from a disk, a page can start no worker, and so the theme's search hides.
  search.hidden = location.protocol === "file:";

  let coming: Promise<void> | undefined;
  const come = (): void => {
    coming ??= loadTheme(script).then(takeOver, (error: Error) => {
      coming = undefined;
      component("search-result")!.firstElementChild!.textContent = error.message;
    });
  };
  search.addEventListener("focusin", () => {
    box.checked = true;
    come();
  }, { signal });
  for (const near of [search, ...all("label[for=__search]")]) near.addEventListener("pointerenter", come, { signal });
  // Within the press itself, or a phone shows no keys.
  box.addEventListener("change", () => {
    if (box.checked) query.focus();
  }, { signal });
  query.form!.addEventListener("reset", () => query.focus(), { signal });
  query.form!.addEventListener("submit", (event) => event.preventDefault(), { signal });
  addEventListener("keydown", (event) => {
    if (box.checked && ["Escape", "Tab"].includes(event.key)) {
      box.checked = false;
      query.blur();
    } else if (!isTaken(event) && ["/", "s", "f"].includes(event.key)) {
      event.preventDefault();
      query.focus();
      query.select();
    }
  }, { signal });
  // Words to look for, or to mark in the page.
  if (/[?&][qh]=/.test(location.search)) come();
}

/** What the keyboard does in the theme's frame: drawer, sections of the navigation, and where the focus is seen. */

import { all, toggle } from "./theme.ts";

/** Whether a key is a letter to be written where it is pressed, or belongs to the browser. */
export function isTaken({ target, key, metaKey, ctrlKey }: KeyboardEvent): boolean {
  if (metaKey || ctrlKey || !(target instanceof HTMLElement)) return true;
  if (target instanceof HTMLInputElement && target.type === "radio") return key.startsWith("Arrow");
  return target.matches("input, select, textarea") || target.isContentEditable;
}

/** The drawer closes with Escape, and when one of its links was followed; the theme's script, once it is there, does not mind. */
export function closeDrawer(): void {
  const drawer = toggle("drawer");
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.checked) return;
    drawer.checked = false;
    drawer.focus();
  });
  const close = (): void => { drawer.checked = false; };
  addEventListener("hashchange", close);
  // Or the page would come back with it open, out of the browser's page cache.
  addEventListener("pagehide", close);
}

/** Listens to keys, and marks what has the focus for the theme's stylesheet, until the signal ends. */
export function followKeyboard(signal: AbortSignal): void {
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLLabelElement) event.target.click();
  }, { signal });
  document.addEventListener("focusin", ({ target }) => {
    if ((target as Element).matches(":focus-visible")) (target as Element).classList.add("focus-visible");
  }, { signal });
  document.addEventListener("focusout", ({ target }) => (target as Element).classList.remove("focus-visible"), { signal });
  for (const label of all<HTMLLabelElement>(".md-nav label[tabindex]")) {
    const section = document.querySelector(`[aria-labelledby="${label.id}"]`);
    label.control?.addEventListener("change", ({ target }) => {
      section?.setAttribute("aria-expanded", String((target as HTMLInputElement).checked));
    }, { signal });
  }
}

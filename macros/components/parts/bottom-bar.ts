/** The sheet of a part where it has no room beside the page: a bar at the bottom that unfolds over it. */

import { query } from "../../client/browser/dom.ts";

const NARROW = "(max-width: 76.234375em)";

/** Folds the sheet on a narrow screen and unfolds it for good on a wide one; Escape closes it, and so does a link that leads on. */
export function followWidth(sheet: HTMLDetailsElement, signal: AbortSignal): void {
  const narrow = matchMedia(NARROW);
  const { classList } = document.documentElement;
  const fit = (): void => {
    sheet.open = !narrow.matches;
    sheet.dataset["fits"] = "";
    classList.toggle("has-bar", narrow.matches);
  };
  fit();
  narrow.addEventListener("change", fit, { signal });
  // The page behind an unfolded sheet does not scroll.
  sheet.addEventListener("toggle", () => classList.toggle("is-unfolded", narrow.matches && sheet.open), { signal });
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !narrow.matches || !sheet.open) return;
    sheet.open = false;
    query<HTMLElement>(sheet, "summary").focus();
  }, { signal });
  sheet.addEventListener("click", ({ target }) => {
    if (narrow.matches && (target as Element).closest("a")) sheet.open = false;
  }, { signal });
}

/** The frame around the article, as long as nobody searches: what a reader needs of the theme's script without the script. */

import { isFramedElsewhere } from "../../browser/framed.ts";
import { followColors } from "./colors.ts";
import { openFolds } from "./folds.ts";
import { closeDrawer, followKeyboard } from "./keyboard.ts";
import { followScrolling } from "./scrolling.ts";
import { refuse } from "./refuse.ts";
import { awaitSearch } from "./search.ts";
import { toggle } from "./theme.ts";

declare const document$: { next: (page: Document) => void } | undefined;

/** Starts the shell; its script element says where the theme's script and stylesheets are. */
export function startShell(script: HTMLScriptElement): void {
  if (isFramedElsewhere()) return refuse();
  const own = new AbortController();
  // A server whose policy is of another release refuses the inline script that sets it before.
  document.documentElement.classList.replace("no-js", "js");
  followColors(own.signal);
  closeDrawer();
  followKeyboard(own.signal);
  followScrolling(own.signal);
  openFolds(own.signal);
  awaitSearch(script, own.signal, () => {
    own.abort();
    keepSearchOpen();
    // The theme begins with a page when the browser has parsed it, which was before the theme came.
    if (typeof document$ === "object") document$.next(document);
  });
}

/** Where an address has an anchor, the theme closes its search an eighth of a second after it comes; a reader is in it by now. */
function keepSearchOpen(): void {
  const box = toggle("search");
  const stay = (event: Event): void => {
    if (!event.isTrusted && !box.checked) event.preventDefault();
  };
  box.addEventListener("click", stay);
  setTimeout(() => box.removeEventListener("click", stay), 150);
}

/** The request as the supplier will read it, on the page: the very document that is printed, in a frame of its own. */

import { requestDocument } from "../../client/export/document.ts";
import { STYLE } from "../../client/export/html-style.ts";
import { documentNodes } from "../../client/page/document-nodes.ts";
import { summaryNow } from "../../client/page/evaluation.ts";
import { drawRowsInView } from "../../client/page/rows-in-view.ts";
import type { Session } from "../../client/page/session.ts";

/** How long nothing changes before the document is made anew, in milliseconds: nobody reads it while typing. */
const PAUSE = 300;

/** The headings of the document stand below that of the summary, whose level is two. */
const LEVELS_BELOW = 2;

/** Made anew once somebody can see it; the site's styles do not reach in, nor its own out. */
export class Preview {
  readonly #session: Session;
  readonly #shadow: ShadowRoot;
  #isSeen = false;
  #isDue = false;
  // Of the document that is shown: one that is no longer would be held by what waits for paper.
  #life = new AbortController();
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, session: Session) {
    this.#session = session;
    this.#shadow = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE.replace("body {", ":host {").replace(/(?<=\bh)[1-3]\b(?= )/g, (level) => String(Number(level) + LEVELS_BELOW)));
    this.#shadow.adoptedStyleSheets = [sheet];
    new IntersectionObserver((seen) => {
      this.#isSeen = seen.some((each) => each.isIntersecting);
      if (this.#isSeen && this.#isDue) this.#make();
    }).observe(host);
    new ResizeObserver(() => this.#letKeysScroll()).observe(host);
  }

  /** With each change of the record. */
  show(): void {
    this.#isDue = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      if (this.#isSeen) this.#make();
    }, PAUSE);
  }

  #make(): void {
    this.#isDue = false;
    const shown = document.createElement("div");
    shown.append(...documentNodes(requestDocument(summaryNow(this.#session)), LEVELS_BELOW));
    this.#life.abort();
    this.#life = new AbortController();
    drawRowsInView(shown, this.#life.signal);
    this.#shadow.replaceChildren(...shown.childNodes);
    this.#letKeysScroll();
  }

  /** What scrolls by itself can be scrolled with keys, in a browser too that gives it no focus of its own. */
  #letKeysScroll(): void {
    for (const table of this.#shadow.querySelectorAll(".rows")) {
      if (table.scrollWidth > table.clientWidth) table.setAttribute("tabindex", "0");
      else table.removeAttribute("tabindex");
    }
  }
}

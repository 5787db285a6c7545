/** Long tables of a document, which are drawn as far as somebody reads them. */

import { make } from "../browser/dom.ts";
import { drawWhenNear } from "../browser/when-near.ts";

/** So many rows are drawn at a time: a thousand of nine cells keep a page from answering. */
const DRAWN = 100;

/** Takes the rows of long tables out, and puts them back as their place comes near; paper has them all, until the signal ends. */
export function drawRowsInView(root: ParentNode, signal: AbortSignal): void {
  for (const body of root.querySelectorAll<HTMLTableSectionElement>("table.rows > tbody")) {
    const rest = [...body.rows].slice(DRAWN);
    if (rest.length === 0) continue;
    for (const row of rest) row.remove();
    const more = make("button", { type: "button" });
    const draw = (count: number): void => {
      body.append(...rest.splice(0, count));
      more.textContent = `Show more rows (${rest.length})`;
      more.hidden = rest.length === 0;
    };
    draw(0);
    body.parentElement!.after(more);
    drawWhenNear(more, () => draw(DRAWN));
    addEventListener("beforeprint", () => draw(rest.length), { once: true, signal });
  }
}

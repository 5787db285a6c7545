/** Folds what explains the page once there is a record to work on. */

import { make } from "../../client/browser/dom.ts";

/** Puts each chapter after the desk into a fold of its name; who opened one finds it open. */
export function foldInstructions(root: HTMLElement): void {
  const desk = root.closest(".review")!;
  for (let heading = nextHeading(desk); heading; heading = nextHeading(heading.closest("details")!)) {
    const fold = make("details", { class: "fold review__instructions" });
    heading.before(fold);
    // A link to where one is has no place in what a press unfolds.
    const link = heading.querySelector("a");
    link?.replaceWith(...link.childNodes);
    fold.append(make("summary", {}, heading));
    while (fold.nextElementSibling && fold.nextElementSibling.localName !== "h2") fold.append(fold.nextElementSibling);
  }
}

/** The next heading that stands free, which none does a second time. */
function nextHeading(after: Element): HTMLElement | undefined {
  let next = after.nextElementSibling;
  while (next && next.localName !== "h2") next = next.nextElementSibling;
  return (next as HTMLElement | null) ?? undefined;
}

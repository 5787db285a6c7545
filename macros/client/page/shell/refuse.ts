/** What is left of a page in a frame of another origin: who cannot see the address must not be asked for anything. */

import { make } from "../../browser/dom.ts";

/** Takes the page away, and leads to it. */
export function refuse(): void {
  const link = make("a", { href: location.href, target: "_blank" }, "Open it by itself");
  document.body.replaceChildren("This page does not work inside another site. ", link);
}

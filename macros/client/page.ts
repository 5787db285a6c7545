/** What a page embeds and where it is: the guide, and the way to other pages of the site. */

import { GuideIndex } from "./guide.ts";
import { shared } from "./shared.ts";
import type { Guide } from "./types.ts";

/** The guide that the page embeds. */
export function embeddedGuide(): GuideIndex {
  return new GuideIndex(JSON.parse(guideTemplate().content.textContent ?? "") as Guide);
}

/** The address of a page of this site, from wherever the reader is; `/rfq/` counts from the site's root. */
export function pageAddress(page: string): string {
  return shared.root! + page.slice(1);
}

/** Notes where the site begins; between two pages, the address is the next one's already and the page is not. */
export function noteRoot(): void {
  shared.root ??= new URL(guideTemplate().dataset["root"] ?? ".", document.baseURI).href;
}

/** A link to an item of a checklist, named by its label. */
export function linkToItem(ref: string, label: string): HTMLAnchorElement {
  const [list, item] = ref.split("/");
  const link = document.createElement("a");
  link.href = pageAddress(`/${list}/#${item}`);
  link.textContent = label;
  return link;
}

function guideTemplate(): HTMLTemplateElement {
  const template = document.querySelector<HTMLTemplateElement>("template#rfq-guide");
  if (!template) throw new Error("This page does not embed the guide.");
  return template;
}

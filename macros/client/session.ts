/** What all elements of a page share: the guide that the page embeds, and the one store. */

import { GuideIndex } from "./guide.ts";
import { Store } from "./store/store.ts";
import type { Guide } from "./types.ts";

/** The guide and the store. */
export interface Session { guide: GuideIndex; store: Store }

let guide: GuideIndex | undefined;
let session: Promise<Session> | undefined;

/** Opens the store once for the life of the tab, however often pages are swapped under it. */
export function openSession(): Promise<Session> {
  guide ??= embeddedGuide();
  const known = guide;
  session ??= Store.open({ guide: known.guide.version }).then((store) => ({ guide: known, store }));
  return session;
}

/** The address of a page of this site, from wherever the reader is; `/rfq/` counts from the site's root. */
export function pageAddress(page: string): string {
  return new URL(`.${page}`, new URL(guideTemplate().dataset["root"] ?? ".", document.baseURI)).href;
}

function embeddedGuide(): GuideIndex {
  return new GuideIndex(JSON.parse(guideTemplate().content.textContent ?? "") as Guide);
}

function guideTemplate(): HTMLTemplateElement {
  const template = document.querySelector<HTMLTemplateElement>("template#rfq-guide");
  if (!template) throw new Error("This page does not embed the guide.");
  return template;
}

/** Whether what a page consists of is of one release: page, data and bundles, which a cache or a new release may mix. */

import { make } from "../browser/dom.ts";
import { UPDATED } from "../browser/missing-file.ts";

/** The release of this code; data, bundles and pages say theirs. */
export const RELEASE = "2.0.0";

/** Goes on with what was loaded if it is of this release; whatever else it is, a reload brings what belongs together. */
export function ofThisRelease<Loaded extends { release: string }>(loaded: Loaded | undefined): Loaded {
  if (loaded?.release !== RELEASE) throw new Error(UPDATED);
  return loaded;
}

/** Says so on the page, and lets nothing be entered that would not be kept. */
export function tellUpdated(): void {
  const article = document.querySelector("article")!;
  if (!document.querySelector(".outdated")) article.prepend(make("p", { class: "outdated", role: "alert" }, UPDATED));
  for (const control of article.querySelectorAll<HTMLInputElement>("button, input, select, textarea")) control.disabled = true;
}

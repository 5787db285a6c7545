/** What a page has of the site: the guide, and the way to its other pages and scripts. */

import { GuideIndex } from "../record/guide-index.ts";
import { make } from "../browser/dom.ts";
import { UPDATED } from "../browser/missing-file.ts";
import type { ReceivedQuestion } from "../record/received-review.ts";
import { addRest, readGuide, type RestOfGuide, type SaidGuide } from "../record/read-guide.ts";
import { ofThisRelease, RELEASE } from "./release.ts";

/** What a script with data says beside it: the release that made it, and the digest of the guide that it is of. */
interface Made { release: string; digest: string }

/** What the scripts with data leave behind; every bundle holds its own copy of this code, and they share the guide. */
const page = globalThis as unknown as { rfqGuideData: SaidGuide & Made; rfqGuideSummaryData: RestOfGuide & Made & { markup: Record<string, string> }; rfqGuideIndex?: GuideIndex };

/** A script that the page names on the tag of the first bundle, since publishing gives each another name. */
export type ScriptName = "summary" | "summaryData" | "exports" | "pdf" | "examples" | "preflight";

/** The guide, to be answered; what only summaries read is in it once it was added. */
export function theGuide(): GuideIndex {
  return page.rfqGuideIndex ??= new GuideIndex(readGuide(page.rfqGuideData));
}

/** Adds what summaries read, after its script has run; the two belong to each other place by place. */
export function completeGuide(): void {
  const { release, digest, markup, ...rest } = ofThisRelease(page.rfqGuideSummaryData);
  if (digest !== page.rfqGuideData.digest) throw new Error(UPDATED);
  addRest(theGuide(), rest);
}

/** The HTML of a component that comes with what summaries read: what of it no page shows without them. */
export function markupOf(component: string): string {
  return page.rfqGuideSummaryData.markup[component]!;
}

/** Whether the guide's data is there, which runs once the page is read. */
export function hasData(): boolean {
  return !!page.rfqGuideData;
}

/** Whether page and data are of this release; a file that is missing is told of elsewhere. */
export function belongsTogether(): boolean {
  return tag().dataset["release"] === RELEASE && page.rfqGuideData.release === RELEASE;
}

/** The address of a page of this site, from wherever the reader is; `/rfq/` counts from the site's root. */
export function pageAddress(path: string): string {
  return new URL(tag().dataset["root"] + path.slice(1), document.baseURI).href;
}

/** The address of a script. */
export function scriptAddress(name: ScriptName): string {
  return new URL(tag().dataset[name]!, document.baseURI).href;
}

/** The address of the rules for what a summary shows, where publishing left them out of the page's own sheet. */
export function summaryStyleAddress(): string | undefined {
  const address = tag().dataset["summaryStyle"];
  return address && new URL(address, document.baseURI).href;
}

/** A link to an item of a checklist, named by its label. */
export function linkToItem(ref: string, label: string): HTMLAnchorElement {
  const [list, item] = ref.split("/");
  return make("a", { href: pageAddress(`/${list}/#${item}`) }, label);
}

/** A link to where a question of the desk stands: at the very control that it is about, else at its item, else in the list of all on this page. */
export function linkToReceived(guide: GuideIndex, { ref, field }: ReceivedQuestion, text: string): HTMLAnchorElement {
  if (!ref) return make("a", { href: "#received-review-all" }, text);
  const link = linkToItem(ref, text);
  if (guide.item(ref).fields.includes(field)) link.href = link.href.replace(/#.*$/, `#field-${field}`);
  return link;
}

function tag(): HTMLScriptElement {
  return document.querySelector<HTMLScriptElement>("#rfq-guide")!;
}

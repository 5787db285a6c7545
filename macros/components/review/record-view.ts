/** One record as the desk reads it: the verdict, what holds it, what is open, and everything it says. */

import { valueOf } from "../../client/answers.ts";
import { list, make, part, setText } from "../../client/dom.ts";
import { toHtml } from "../../client/export/html.ts";
import type { GuideIndex } from "../../client/guide.ts";
import { linkToItem } from "../../client/page.ts";
import { nameOf } from "../../client/parts.ts";
import type { Question } from "../../client/questions.ts";
import { contradictions } from "../../client/rules.ts";
import { isControlled } from "../../client/share.ts";
import { summarise } from "../../client/summary.ts";
import type { RfqRecord } from "../../client/types.ts";
import { inWords } from "../../client/values.ts";

/** Shows a record within `root`; `ofFiles` is what its files leave to ask. */
export function showRecord(root: HTMLElement, guide: GuideIndex, record: RfqRecord, ofFiles: Question[]): void {
  const summary = summarise(guide, record, record.updated.slice(0, 10), ofFiles);
  const section = (name: string, lines: (Node | string)[][]): void =>
    list(part(root, `.review__${name} ul`), lines.length > 0 ? lines : [["None."]]);
  root.hidden = false;
  setText(part(root, "#record a"), nameOf(record));
  part<HTMLElement>(root, ".review__stop").hidden = !isControlled(record);
  setText(part(root, ".review__verdict"), `${summary.outcome.label}. ${summary.outcome.text}`);
  part(root, ".review__facts").replaceChildren(...factsOf(guide, record).map(([label, words]) =>
    make("div", {}, make("dt", {}, label), make("dd", {}, words || "not given"))));
  section("blockers", summary.blockers.map(({ ref, item, outcome }) => [beside(linkToItem(ref, item.label)), `: ${outcome.label.toLowerCase()}`]));
  section("open", summary.sections.flatMap(({ title, entries }) => entries
    .filter((entry) => entry.status === "open")
    .map((entry) => [`${title}: `, beside(linkToItem(entry.ref, entry.label)), entry.note ? `, noted: ${entry.note}` : ""])));
  section("contradictions", [...contradictions(guide, record).map((rule) => [rule.ask]), ...ofFiles.map((question) => [question.text])]);
  showWhole(part(root, ".review__whole > div"), toHtml(summary));
}

/** A link opens in a tab of its own: with this page, the desk's questions would go. */
function beside(link: HTMLAnchorElement): HTMLAnchorElement {
  link.target = "_blank";
  return link;
}

/** The document that is printed, without the head and the title that this page has. */
function showWhole(root: HTMLElement, html: string): void {
  const { body } = new DOMParser().parseFromString(html.slice(html.indexOf("<body>")), "text/html");
  for (const each of body.querySelectorAll("h1")) each.remove();
  for (const each of body.querySelectorAll("h2, h3")) each.replaceWith(make("h4", {}, each.textContent ?? ""));
  for (const each of body.querySelectorAll("a")) beside(each);
  root.replaceChildren(...part(body, "main").childNodes);
}

/** Export control stands first: with it settled otherwise, nothing below is to be read. */
function factsOf(guide: GuideIndex, record: RfqRecord): [string, string][] {
  const fields = ["export-control", "part-number", "revision", "stage"].map((id): [string, string] => {
    const field = guide.field(id);
    const value = valueOf(record, id);
    return [field.label, value === undefined ? "" : inWords(field, value)];
  });
  return [...fields, ["Saved", record.updated.slice(0, 10)]];
}

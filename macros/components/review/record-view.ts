/** One record as the desk reads it: its title block, what it is judged as, and everything it says. */

import { make, query, renderList, setText } from "../../client/browser/dom.ts";
import { type Document, NOT_GIVEN } from "../../client/export/document-types.ts";
import { requestDocument } from "../../client/export/document.ts";
import { documentNodes } from "../../client/page/document-nodes.ts";
import { drawRowsInView } from "../../client/page/rows-in-view.ts";
import { linkToItem } from "../../client/page/site.ts";
import { isKnownFree, whereControlled } from "../../client/record/export-control.ts";
import { receivedQuestions, receivedReview } from "../../client/record/received-review.ts";
import { nameOf } from "../../client/record/part-names.ts";
import type { Evaluation } from "../../client/summary/evaluate.ts";
import { summarize } from "../../client/summary/summary.ts";
import type { TitleBlockCell } from "../../client/summary/title-block.ts";
import { counted } from "../../client/text/counted.ts";

/** Of the record that is shown: the tables of one that is no longer would be held by what waits for paper. */
let life = new AbortController();

/** Shows an evaluated record within `root`; what a verdict says to the buyer is not for the desk. */
export function showRecord(root: HTMLElement, evaluation: Evaluation): void {
  const { guide, record, contradictions, fileQuestions } = evaluation;
  const summary = summarize(evaluation);
  const section = (name: string, lines: (Node | string)[][]): void =>
    renderList(query(root, `.review__${name} ul`), lines.length > 0 ? lines : [["None."]]);
  root.hidden = false;
  setText(query(root, "#record a"), nameOf(guide, record));
  const where = whereControlled(guide, record);
  query<HTMLElement>(root, ".review__stop").hidden = isKnownFree(guide, record);
  setText(query(root, ".review__why"), where ? `export control is declared ${where}, or not ruled out` : "nobody has said whether this part is under export control");
  query(root, ".review__title").replaceChildren(...summary.titleBlock.map(titleRow));
  setText(query(root, ".review__verdict"), `${summary.outcome.label}.`);
  const notes = summary.chapters.find(({ means }) => means === "notes");
  const noted = notes && notes.remarks.length > 0 ? ` The whole request has ${counted(notes.remarks.length, "note")} under “${notes.label}”.` : "";
  setText(query(root, ".review__saved"), `Saved ${record.updated.slice(0, 10)}.${noted}`);
  showAsked(query(root, ".review__asked"), evaluation);
  section("blockers", summary.blockers.map(({ ref, item, text }) => [beside(linkToItem(ref, item.label)), `: ${text}`]));
  section("open", summary.sections.flatMap(({ title, entries }) => entries
    .filter((entry) => entry.status === "open")
    .map((entry) => [`${title}: `, beside(linkToItem(entry.ref, entry.label)), entry.note ? `, noted: ${entry.note}` : ""])));
  section("contradictions", [...contradictions.map(({ ask }) => [ask]), ...fileQuestions.map(({ text }) => [text])]);
  showWhole(query(root, ".review__whole > div"), requestDocument(summary));
}

/** What an earlier review asked that came back in the record, with what the buyer says of each question. */
function showAsked(root: HTMLElement, { guide, record }: Evaluation): void {
  const asked = receivedQuestions(guide, record);
  root.hidden = asked.length === 0;
  if (root.hidden) return;
  setText(query(root, "h3"), `Asked on ${receivedReview(record)!.at.slice(0, 10)}`);
  renderList(query(root, "ul"), asked.map(({ text, answered }) => [make("strong", {}, answered ? "Answered: " : "Not answered: "), text]));
}

function titleRow(cells: TitleBlockCell[]): HTMLElement {
  return make("dl", {}, ...cells.map(({ label, text }) =>
    make("div", {}, make("dt", {}, label), make("dd", text ? {} : { class: "review__blank" }, text || NOT_GIVEN))));
}

/** A link opens in a tab of its own: with this page, the record would go. */
function beside(link: HTMLAnchorElement): HTMLAnchorElement {
  link.target = "_blank";
  return link;
}

/** The chapters of the document that is printed; its title block stands above. */
function showWhole(root: HTMLElement, shown: Document): void {
  const chapters = [...make("div", {}, ...documentNodes(shown, 2)).querySelectorAll("section")];
  life.abort();
  life = new AbortController();
  for (const chapter of chapters) drawRowsInView(chapter, life.signal);
  root.replaceChildren(...(chapters.length > 0 ? chapters : [make("p", {}, "Nothing beside its title block.")]));
}

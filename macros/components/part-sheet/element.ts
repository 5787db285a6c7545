/** `<rfq-part-sheet>`: the part as its title block, what holds it, and what to answer next. */

import { make, query, renderList, setText } from "../../client/browser/dom.ts";
import { EvaluatedElement } from "../../client/page/evaluated-element.ts";
import { evaluationNow } from "../../client/page/evaluation.ts";
import { linkToReceived, pageAddress } from "../../client/page/site.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import { nameOf } from "../../client/record/part-names.ts";
import { unansweredQuestions } from "../../client/record/received-review.ts";
import type { Link } from "../../client/record/types.ts";
import { type Evaluation, addressOf } from "../../client/summary/evaluate.ts";
import { statesOf } from "../../client/summary/evaluate-items.ts";
import { type Question, countQuestions, nextToAnswer } from "../../client/summary/questions.ts";
import { titleBlockOnSteps } from "../../client/summary/title-block.ts";
import { counted } from "../../client/text/counted.ts";

/** How many questions stand in the open; the rest is folded away. */
const FIRST = 3;

/** Shows the part as the record changes; a screen reader hears the verdict, and only when it changes. */
export default class RfqPartSheet extends EvaluatedElement {
  protected override connect(): void {}

  protected override show(): void {
    const evaluation = evaluationNow(this.session);
    const { guide, record, questions, verdict: { outcome } } = evaluation;
    this.#showTitleBlock(evaluation);
    for (const locator of this.querySelectorAll<HTMLElement>("[data-lock]")) {
      const lock = statesOf(evaluation, guide.known.id("verdict"))[Number(locator.dataset["lock"])];
      locator.classList.toggle("is-locked", lock?.state === "settled" || lock?.state === "na");
    }
    setText(query(this, ".part-sheet__outcome"), outcome.label);
    // What the desk asks is no matter of the verdict; it counts once the rules have nothing left to ask.
    const [received] = questions.length === 0 ? unansweredQuestions(guide, record) : [];
    setText(query(this, ".part-sheet__text"), received ? `The ${guide.people.desk} asked about this part, and not every question is answered.` : outcome.text);
    const count = countQuestions(evaluation);
    const links = received ? [linkToReceived(guide, received, count)] : questions.map((question) => this.#linkTo(guide, question));
    const lines = links.map((link) => [link]);
    renderList(query(this, ".part-sheet__questions"), lines.slice(0, FIRST));
    const all = query<HTMLElement>(this, ".part-sheet__all");
    all.hidden = lines.length <= FIRST;
    setText(query(all, "summary"), counted(lines.length - FIRST, "more question"));
    renderList(query(all, "ol"), lines.slice(FIRST));
    const next = nextToAnswer(questions);
    this.#showNext(next ? this.#linkTo(guide, next) : links[0], outcome.next);
    setText(query(this.closest("details")!, ".part-sheet__line"), `${nameOf(guide, record)} · ${count}`);
  }

  /** A cell keeps its place, whether it says something or not. */
  #showTitleBlock(evaluation: Evaluation): void {
    const shown = [...this.querySelectorAll<HTMLElement>(".part-sheet__block dd")];
    titleBlockOnSteps(evaluation).forEach(({ text }, index) => {
      setText(shown[index]!, text || "not given");
      shown[index]!.classList.toggle("is-blank", !text);
    });
  }

  /** One way onward: the next question, or else the step after this one. */
  #showNext(question: HTMLAnchorElement | undefined, { label, page, url }: Link): void {
    const link = query<HTMLAnchorElement>(this, ".part-sheet__next a");
    setText(link, question ? "Answer the next question" : label);
    link.href = question ? question.href : page ? pageAddress(page) : url;
    // The page one stands on is no way onward.
    link.parentElement!.hidden = !question && link.pathname === location.pathname && link.host === location.host;
  }

  #linkTo(guide: GuideIndex, question: Question): HTMLAnchorElement {
    const { page } = addressOf(guide, question, document.querySelector<HTMLElement>("rfq-checklist")?.dataset["list"]);
    return make("a", { href: pageAddress(page) }, question.text);
  }
}

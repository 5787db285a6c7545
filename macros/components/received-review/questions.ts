/** The desk's questions on the page: a box with all of them, and each one again next to its item. */

import { type ReceivedQuestion, receivedQuestions, receivedReview, standsAt, withAnswered, withReview, withoutReview } from "../../client/record/received-review.ts";
import { make, query, renderList, setText } from "../../client/browser/dom.ts";
import { linkToReceived } from "../../client/page/site.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import type { Session } from "../../client/page/session.ts";
import type { Review, RfqRecord } from "../../client/record/types.ts";

const shown = new WeakMap<HTMLElement, ReviewBox>();

/** Makes the page say what the record's review says. */
export function showReview(root: HTMLElement, session: Session): void {
  const box = shown.get(root) ?? new ReviewBox(root, session);
  shown.set(root, box);
  box.show();
}

class ReviewBox {
  readonly #root: HTMLElement;
  readonly #session: Session;
  #taken: RfqRecord | undefined;
  // When the review was made whose questions were shown last.
  #shown: string | undefined;

  constructor(root: HTMLElement, session: Session) {
    this.#root = root;
    this.#session = session;
    // The questions next to the items stand outside of the element, in the article around it.
    root.closest("article")!.addEventListener("change", (event) => this.#answer(event.target as HTMLInputElement));
    query(root, "[data-press=away]").addEventListener("click", () => this.#takeAway());
    query(root, "[data-press=undo]").addEventListener("click", () => this.#putBack());
  }

  show(): void {
    const { guide, store } = this.#session;
    const { record } = store;
    const at = receivedReview(record)?.at;
    const questions = receivedQuestions(guide, record);
    if (this.#taken && (this.#taken.id !== record.id || at !== undefined)) this.#taken = undefined;
    query<HTMLElement>(this.#root, ".received-review__box").hidden = at === undefined;
    query<HTMLElement>(this.#root, ".received-review__undo").hidden = !this.#taken;
    setText(query(this.#root, ".received-review__status"), at === undefined ? "" : progressOf(guide.people.desk, at, questions));
    const all = query<HTMLElement>(this.#root, ".received-review__all");
    renderList(all, questions.map((each) => (each.ref ? besideItem(each, guide) : toAnswer(each))));
    const unplaced = questions.filter(({ ref }) => !ref);
    this.#check(all, unplaced);
    // What stands nowhere else must not be in a drawer that is shut.
    if (this.#shown !== at && unplaced.some(({ answered }) => !answered)) all.closest("details")!.open = true;
    this.#shown = at;
    query<HTMLButtonElement>(this.#root, "[data-press=away]").disabled = store.readOnly;
    for (const checklist of document.querySelectorAll<HTMLElement>("rfq-checklist")) {
      for (const item of checklist.querySelectorAll<HTMLElement>("[data-item]")) {
        const ref = `${checklist.dataset["list"]}/${item.dataset["item"]}`;
        const here = questions.filter((each) => standsAt(each, ref, guide.item(ref)));
        const beside = new Map(here.map((each) => [each, controlOf(item, each)]));
        // Away from the item that it is about, a question stands at its control alone.
        this.#showBeside(item, ".item__body", here.filter((each) => each.ref === ref && !beside.get(each)));
        for (const control of item.querySelectorAll<HTMLElement>(".field")) this.#showBeside(control, ":scope > *", here.filter((each) => beside.get(each) === control));
      }
    }
  }

  /** Questions before what they are about, within an item or within the field of a control. */
  #showBeside(around: HTMLElement, first: string, questions: ReceivedQuestion[]): void {
    const before = [...around.querySelectorAll<HTMLElement>(".received-review__here")].find((each) => each.parentElement!.closest(".field, [data-item]") === around);
    if (questions.length === 0) return before?.remove();
    const here = before ?? make("div", { class: "received-review__here" }, make("p", {}, `The ${this.#session.guide.people.desk} asks:`), make("ul", { class: "bare" }));
    if (!before) {
      query(around, first).before(here);
      // A question in a drawer that is shut would be none.
      const drawer = here.closest("details");
      if (drawer) drawer.open = true;
    }
    renderList(query(here, "ul"), questions.map(toAnswer));
    this.#check(here, questions);
  }

  #check(root: HTMLElement, questions: ReceivedQuestion[]): void {
    for (const { index, answered } of questions) {
      const box = query<HTMLInputElement>(root, `[data-asked="${index}"]`);
      box.checked = answered;
      box.disabled = this.#session.store.readOnly;
    }
  }

  #answer(box: HTMLInputElement): void {
    const index = box.dataset["asked"];
    const at = receivedReview(this.#session.store.record)?.at;
    if (index === undefined || at === undefined) return;
    this.#session.store.edit((record, updated) => withAnswered(record, at, Number(index), box.checked, updated));
  }

  #takeAway(): void {
    this.#taken = this.#session.store.record;
    this.#session.store.edit(withoutReview);
    this.show();
    query<HTMLElement>(this.#root, "[data-press=undo]").focus();
  }

  #putBack(): void {
    const review = this.#taken?.["review"] as Review | undefined;
    if (review) this.#session.store.edit((record, at) => withReview(record, review, at));
    this.show();
    query<HTMLElement>(this.#root, "[data-press=away]").focus();
  }
}

/** A line of the list of all questions: where the question stands, at the very control if it has one, and what it is. */
function besideItem(asked: ReceivedQuestion, guide: GuideIndex): (Node | string)[] {
  const { text, answered } = asked;
  const { label } = guide.item(asked.ref);
  const question = text.startsWith(`${label}: `) ? text.slice(label.length + 2) : text;
  return [linkToReceived(guide, asked, label), ": ", question, answered ? " (answered)" : ""];
}

/** The field of an item that a question is about; one that is folded away, of another item, or in a list of values, has none. */
function controlOf(item: HTMLElement, { field }: ReceivedQuestion): HTMLElement | undefined {
  if (item.closest("rfq-checklist")!.querySelector(".checklist__missing")) return undefined;
  const around = field ? item.querySelector<HTMLElement>(`#field-${CSS.escape(field)}`)?.closest<HTMLElement>(".field") : undefined;
  return around?.closest("[hidden]") ? undefined : around ?? undefined;
}

/** A question with the box that says it is answered. */
function toAnswer({ index, text }: ReceivedQuestion): (Node | string)[] {
  return [
    make("label", {}, make("input", { type: "checkbox", "data-asked": String(index), "aria-label": `Answered: ${text}` }), " Answered"),
    make("span", {}, text),
  ];
}

function progressOf(desk: string, at: string, questions: ReceivedQuestion[]): string {
  const answered = questions.filter((each) => each.answered).length;
  const count = questions.length === 1 ? "one question" : `${questions.length} questions`;
  return `The ${desk} asked ${count} on ${at.slice(0, 10)}: ${answered} answered, ${questions.length - answered} to answer. ${whereTheyStand(questions)}`;
}

function whereTheyStand(questions: ReceivedQuestion[]): string {
  const placed = questions.filter(({ ref }) => ref).length;
  if (placed === 0) return "They are listed below; none belongs to an item.";
  return placed === questions.length ? "Each stands next to its item." : "Each stands next to its item; those that belong to no item are listed below.";
}

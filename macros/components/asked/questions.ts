/** The desk's questions on the page: a box with all of them, and each one again next to its item. */

import { type Asked, askedAt, askedOf, withAnswered, withReview, withoutReview } from "../../client/asked.ts";
import { list, make, part, setText } from "../../client/dom.ts";
import { linkToItem } from "../../client/page.ts";
import type { Session } from "../../client/session.ts";
import type { Review, RfqRecord } from "../../client/types.ts";

const shown = new WeakMap<HTMLElement, AskedBox>();

/** Makes the page say what the record's review says. */
export function showAsked(root: HTMLElement, session: Session): void {
  const box = shown.get(root) ?? new AskedBox(root, session);
  shown.set(root, box);
  box.show();
}

class AskedBox {
  readonly #root: HTMLElement;
  readonly #session: Session;
  #taken: RfqRecord | undefined;

  constructor(root: HTMLElement, session: Session) {
    this.#root = root;
    this.#session = session;
    // The questions next to the items stand outside of the element, in the article around it.
    root.closest("article")!.addEventListener("change", (event) => this.#answer(event.target as HTMLInputElement));
    part(root, "[data-press=away]").addEventListener("click", () => this.#takeAway());
    part(root, "[data-press=undo]").addEventListener("click", () => this.#putBack());
  }

  show(): void {
    const { guide, store } = this.#session;
    const { record } = store;
    const at = askedAt(record);
    const asked = at === undefined ? [] : askedOf(record, guide);
    if (this.#taken && (this.#taken.id !== record.id || at !== undefined)) this.#taken = undefined;
    part<HTMLElement>(this.#root, ".asked__box").hidden = at === undefined;
    part<HTMLElement>(this.#root, ".asked__undo").hidden = !this.#taken;
    setText(part(this.#root, ".asked__said"), at === undefined ? "" : inWords(at, asked));
    const all = part<HTMLElement>(this.#root, ".asked__all");
    list(all, asked.map((each) => (each.ref ? besideItem(each, guide.item(each.ref).label) : toAnswer(each))));
    this.#check(all, asked.filter(({ ref }) => !ref));
    part<HTMLButtonElement>(this.#root, "[data-press=away]").disabled = store.readOnly;
    for (const checklist of document.querySelectorAll<HTMLElement>("rfq-checklist")) {
      for (const item of checklist.querySelectorAll<HTMLElement>("[data-item]")) {
        this.#showBeside(item, asked.filter(({ ref }) => ref === `${checklist.dataset["list"]}/${item.dataset["item"]}`));
      }
    }
  }

  #showBeside(item: HTMLElement, asked: Asked[]): void {
    const place = item.querySelector<HTMLElement>(".asked__here");
    if (asked.length === 0) return place?.remove();
    const here = place ?? make("div", { class: "asked__here" }, make("p", {}, "The quoting desk asks:"), make("ul", { class: "bare" }));
    if (!place) part(item, ".item__prompt").before(here);
    list(part(here, "ul"), asked.map(toAnswer));
    this.#check(here, asked);
  }

  #check(root: HTMLElement, asked: Asked[]): void {
    for (const each of asked) {
      const box = part<HTMLInputElement>(root, `[data-asked="${each.place}"]`);
      box.checked = each.answered;
      box.disabled = this.#session.store.readOnly;
    }
  }

  #answer(box: HTMLInputElement): void {
    const place = box.dataset["asked"];
    const at = askedAt(this.#session.store.record);
    if (place === undefined || at === undefined) return;
    this.#session.store.edit((record, updated) => withAnswered(record, at, Number(place), box.checked, updated));
  }

  #takeAway(): void {
    this.#taken = this.#session.store.record;
    this.#session.store.edit(withoutReview);
    this.show();
    part<HTMLElement>(this.#root, "[data-press=undo]").focus();
  }

  #putBack(): void {
    const review = this.#taken?.["review"] as Review | undefined;
    if (review) this.#session.store.edit((record, at) => withReview(record, review, at));
    this.show();
    part<HTMLElement>(this.#root, "[data-press=away]").focus();
  }
}

/** A line of the list of all questions: where the question stands, and what it is. */
function besideItem({ ref, text, answered }: Asked, label: string): (Node | string)[] {
  const said = text.startsWith(`${label}: `) ? text.slice(label.length + 2) : text;
  return [linkToItem(ref, label), ": ", said, answered ? " (answered)" : ""];
}

/** A question with the box that says it is answered. */
function toAnswer({ place, text }: Asked): (Node | string)[] {
  return [
    make("label", {}, make("input", { type: "checkbox", "data-asked": String(place), "aria-label": `Answered: ${text}` }), " Answered"),
    make("span", {}, text),
  ];
}

function inWords(at: string, asked: Asked[]): string {
  const answered = asked.filter((each) => each.answered).length;
  const count = asked.length === 1 ? "one question" : `${asked.length} questions`;
  return `The quoting desk asked ${count} on ${at.slice(0, 10)}: ${answered} answered, ${asked.length - answered} to answer. ${where(asked)}`;
}

function where(asked: Asked[]): string {
  const placed = asked.filter(({ ref }) => ref).length;
  if (placed === 0) return "The list has them: they are about no item.";
  return placed === asked.length ? "Each stands next to its item." : "Each stands next to its item; the list of all has those that are about no item.";
}

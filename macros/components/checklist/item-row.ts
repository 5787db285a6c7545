/** One item on the page: how far it is in words, what of it is given, and whether it is unfolded. */

import { make, query, renderList, setText } from "../../client/browser/dom.ts";
import type { ItemState } from "../../client/summary/evaluate-items.ts";
import type { Words } from "../../client/record/types.ts";

/** What a row shows beside the state of its item. */
export interface RowTexts {
  /** What is given, in one line. */
  values: string;
  /** Which details do not apply, with the reason. */
  folded: string[];
  /** How many details are shown as values instead of controls. */
  asValues: number;
  /** How many details nobody asks for take no place. */
  unasked: number;
}

/** Whether nothing of an item is left to do but the reader's own word. */
export function isComplete({ state }: Pick<ItemState, "state">): boolean {
  return state === "settled" || state === "given" || state === "na";
}

/** An item that is complete is one row with its values; one that is not shows what it asks once it is unfolded. */
export class ItemRow {
  readonly root: HTMLElement;
  readonly #label: string;
  readonly #words: Words;
  readonly #said: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #values: HTMLElement;
  readonly #given: HTMLElement | null = null;
  readonly #unasked: HTMLButtonElement | undefined;
  /** Whether nothing was left to do but the reader's own word when it was last shown. */
  isComplete = false;
  #lacking: HTMLElement | undefined;
  #folded: HTMLDetailsElement | undefined;

  constructor(root: HTMLElement, label: string, words: Words) {
    this.root = root;
    this.#label = label;
    this.#words = words;
    this.#said = query(root, ".item__said");
    this.#button = query(root, ".item__state button");
    this.#values = make("p", { class: "item__values" });
    query(root, ".item__state").after(this.#values);
    const fields = root.querySelector(".fields");
    if (!fields) return;
    this.#given = make("p", { class: "item__given" }, make("span"), " ", make("button", { type: "button", "data-press": "reveal", "aria-label": `Change what is given: ${label}` }, "Change"));
    fields.before(this.#given);
    this.#unasked = make("button", { type: "button", class: "item__unasked", "data-press": "reveal" });
    fields.after(this.#unasked);
  }

  get isFolded(): boolean {
    return this.root.hasAttribute("data-folded");
  }

  set isFolded(folded: boolean) {
    this.root.toggleAttribute("data-folded", folded);
  }

  /** Whether a reader is at it. */
  get hasFocus(): boolean {
    return this.root.contains(document.activeElement);
  }

  get isReworded(): boolean {
    return this.root.querySelector(".item__reworded") !== null;
  }

  /** Whether details that nobody asks for are shown too. */
  set showsAll(all: boolean) {
    this.root.toggleAttribute("data-all", all);
  }

  /** Shows the state of the item and, folded, what is given of it. */
  show(item: ItemState, texts: RowTexts): void {
    this.isComplete = isComplete(item);
    this.root.dataset["state"] = item.state;
    setText(this.#said, this.#inWords(item));
    const press = !this.isFolded ? "Close" : this.isComplete ? "Change" : "Answer";
    setText(this.#button, press);
    this.#button.setAttribute("aria-label", `${press}: ${this.#label}`);
    this.#button.setAttribute("aria-expanded", String(!this.isFolded));
    setText(this.#values, texts.values);
    if (this.#given) {
      this.#given.hidden = texts.asValues === 0;
      setText(query(this.#given, "span"), `Given: ${texts.values}`);
    }
    if (this.#unasked) {
      this.#unasked.hidden = texts.unasked === 0 || this.root.hasAttribute("data-all");
      setText(this.#unasked, texts.unasked === 1 ? "One more detail, not asked for" : `${texts.unasked} more details, not asked for`);
      this.#unasked.setAttribute("aria-label", `${this.#unasked.textContent}: ${this.#label}`);
    }
    this.#sayLacking(item);
    this.#showFolded(texts.folded);
  }

  /** Unfolds the list of details that do not apply, each with its reason, and brings it into view. */
  revealFolded(): void {
    if (this.#folded) this.#folded.open = true;
    this.#folded?.scrollIntoView({ block: "center" });
  }

  #inWords({ state, status, asked, lacking }: ItemState): string {
    if (state === "settled" || state === "na") return this.#words[state === "na" ? "na" : "done"];
    if (asked === 0) return status === "done" ? this.#words.done : "Not started";
    const given = asked - lacking.length;
    if (state === "given") return asked === 1 ? "The detail is given" : `All ${asked} details given`;
    return state === "not-started" ? "Not started" : `${given} of ${asked} details`;
  }

  #sayLacking({ answer, status, lacking }: ItemState): void {
    const labels = lacking.map(({ field }) => field.label).join(", ");
    let text = "";
    if (answer.status === "na" && status === "open") {
      const note = answer.note?.trim().replace(/\.$/, "");
      text = `This was set aside as a whole${note ? `: “${note}”` : ""}. Which of its details did you mean? Mark those, and say why.`;
    } else if (answer.status === "done" && lacking.length > 0) {
      text = `Ticked, but ${lacking.length === 1 ? "one detail is" : `${lacking.length} details are`} missing or vague: ${labels}.`;
    }
    if (!text && !this.#lacking) return;
    if (!this.#lacking) {
      this.#lacking = make("p", { class: "item__lacking", role: "status" });
      this.#values.after(this.#lacking);
    }
    this.#lacking.hidden = !text;
    setText(this.#lacking, text);
  }

  #showFolded(folded: string[]): void {
    if (folded.length === 0 && !this.#folded) return;
    if (!this.#folded) {
      this.#folded = make("details", { class: "item__folded fold", "data-search-exclude": "" }, make("summary"), make("ul"));
      query(this.root, ".item__folds").prepend(this.#folded);
    }
    this.#folded.hidden = folded.length === 0;
    setText(query(this.#folded, "summary"), `Details that do not apply: ${folded.length}`);
    renderList(query(this.#folded, "ul"), folded.map((each) => [each]));
  }
}

/** What the rules say of a field, shown on its box: a value or a control, whether it applies, and words that say nothing exactly. */

import { make, query, setText } from "../../client/browser/dom.ts";
import { formatValue } from "../../client/record/format-value.ts";
import { isEmpty } from "../../client/record/record.ts";
import type { Field, Value } from "../../client/record/types.ts";
import { shortened } from "../../client/text/display-name.ts";
import type { FieldState } from "../../client/summary/asked-fields.ts";

/** The most of a value that stands in its row, in characters. */
const LONGEST = 2_000;

/** The box of one field. */
export class FieldBox {
  /** Why the field is folded away, if it is. */
  whyFolded: string | undefined;
  readonly #root: HTMLElement;
  readonly #na: HTMLInputElement | null;
  readonly #reason: HTMLInputElement | null;
  #vague: HTMLElement | undefined;
  #answer: { row: HTMLElement; value: HTMLElement } | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#na = root.querySelector(".field__na input[type=checkbox]");
    this.#reason = root.querySelector(".field__na input[type=text]");
  }

  /** Whether the field stands as its value, and not as a control. */
  get asValue(): boolean {
    return this.#root.hasAttribute("data-given");
  }

  set asValue(asValue: boolean) {
    this.#root.toggleAttribute("data-given", asValue);
  }

  /** Whether nobody asks for the field and nothing is entered: it takes no place among what is asked for. */
  get isUnasked(): boolean {
    return this.#root.hasAttribute("data-unasked");
  }

  /** Whether its control is there to be answered. */
  get isShown(): boolean {
    return this.#root.checkVisibility();
  }

  /** Whether a reader is at its control. */
  get hasFocus(): boolean {
    return this.#root.contains(document.activeElement);
  }

  /** Shows the control, with the focus on it. */
  change(): void {
    this.asValue = false;
    this.#root.removeAttribute("data-unasked");
    if (this.#answer) this.#answer.row.hidden = true;
    this.focus();
  }

  /** Puts the focus on the control, or on the button that shows it. */
  focus(): void {
    if (this.asValue && this.#answer) return query<HTMLElement>(this.#answer.row, "button").focus();
    this.#root.querySelector<HTMLElement>(":is(input, select, textarea):not(.field__na *)")?.focus();
  }

  /** Gives the field a row of its own for its value, with a button that changes it. */
  addRow({ label, id }: Pick<Field, "label" | "id">): void {
    const value = make("span", { class: "answer__value" });
    const button = make("button", { type: "button", "data-press": "change", "data-change": id, "aria-label": `Change: ${label}` }, "Change");
    const row = make("div", { class: "answer" }, make("span", { class: "answer__label" }, label), value, button);
    this.#root.before(row);
    this.#answer = { row, value };
  }

  /** Moves the box to another place, or back to its own. */
  moveTo(place: HTMLElement | undefined): void {
    const focused = this.hasFocus ? (document.activeElement as HTMLElement) : undefined;
    if (place) place.append(this.#root);
    else this.#answer?.row.after(this.#root);
    focused?.focus();
  }

  /** Folds the field away while it does not apply and says nothing, but not from under a reader's hands. */
  show(state: FieldState, said: string | undefined, readOnly: boolean): void {
    const isBlank = isEmpty(state.value) && said === undefined;
    const isFolded = isAway(state, said) && !(this.hasFocus && !this.#root.hidden);
    if (this.#root.hidden !== isFolded) this.#root.hidden = isFolded;
    const unasked = isBlank && !isFolded && !state.asked;
    if (!this.hasFocus) this.#root.toggleAttribute("data-unasked", unasked);
    this.#showReason(said, readOnly);
    this.#showVague(state);
    if (state.field.kind === "many") this.#showForeign(state, readOnly);
    this.#showAnswer(state, said, isFolded);
    const when = this.#root.querySelector(".field__when")?.textContent ?? "";
    this.whyFolded = isFolded ? `${state.field.label}: ${when.charAt(0).toLowerCase()}${when.slice(1)}` : undefined;
  }

  /** Shows where the reason goes why the field does not apply, with the focus on it unless the reader has gone on by then. */
  askWhy(): void {
    this.#reason?.classList.add("is-said");
    if ([this.#na, document.body].includes(document.activeElement as HTMLInputElement)) this.#reason?.focus();
  }

  #showReason(said: string | undefined, readOnly: boolean): void {
    if (!this.#na || !this.#reason) return;
    this.#na.checked = said !== undefined;
    this.#na.disabled = readOnly;
    this.#reason.classList.toggle("is-said", said !== undefined);
    this.#reason.readOnly = readOnly;
    if (document.activeElement !== this.#reason) this.#reason.value = said ?? "";
  }

  #showAnswer({ field, value, missing }: FieldState, said: string | undefined, isFolded: boolean): void {
    if (!this.#answer) return;
    const { row, value: shown } = this.#answer;
    const isElsewhere = this.#root.parentElement !== row.parentElement;
    row.hidden = isFolded || !(this.asValue || isElsewhere);
    row.toggleAttribute("data-unasked", this.isUnasked);
    query<HTMLElement>(row, "button").hidden = isElsewhere;
    if (!isEmpty(value)) setText(shown, shortened(inLines(field, value!), LONGEST));
    else if (said !== undefined) setText(shown, `Not applicable: ${said}`);
    else if (missing) shown.replaceChildren(make("a", { href: `#field-${field.id}` }, "missing: answer above"));
    else setText(shown, "not given");
  }

  /** A choice that this guide does not offer has a box of its own, so that it can be taken back; it goes with the next change after that. */
  #showForeign({ field, value }: FieldState, readOnly: boolean): void {
    const chosen = new Set((Array.isArray(value) ? value : []).map(String));
    const group = query<HTMLElement>(this.#root, ".field__many");
    for (const box of group.querySelectorAll<HTMLInputElement>("[data-foreign]")) {
      if (!chosen.has(box.value) && box !== document.activeElement) box.parentElement!.remove();
    }
    const known = [...group.querySelectorAll("input")].map((box) => box.value);
    for (const each of [...chosen].filter((option) => !known.includes(option))) {
      const box = make("input", { type: "checkbox", value: each, "data-foreign": "" });
      [box.checked, box.disabled] = [true, readOnly];
      group.append(make("label", {}, box, ` ${field.retired?.find(({ id }) => id === each)?.label ?? each}`));
    }
  }

  /** A word that answers nothing is quoted where it stands. */
  #showVague({ vague }: FieldState): void {
    if (vague.length === 0 && !this.#vague) return;
    if (!this.#vague) {
      this.#vague = make("p", { class: "field__vague", role: "status" });
      this.#root.append(this.#vague);
    }
    this.#vague.hidden = vague.length === 0;
    setText(this.#vague, vague.length === 0 ? "" : `${vague.map(({ text }) => `“${text}”`).join(", ")}: say exactly what that is.`);
  }
}

/** Whether a detail is away: it does not apply, and nothing is said of it, not even that it is not applicable. */
export function isAway({ applies, value }: FieldState, said: string | undefined): boolean {
  return !applies && isEmpty(value) && said === undefined;
}

/** A value in words, each row of several cells on a line of its own. */
function inLines(field: Field, value: Value): string {
  return (field.columns?.length ?? 0) > 1 ? formatValue(field, value, "\n") : formatValue(field, value);
}

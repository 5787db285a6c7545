/** One field's form control: shows its value, and hands on what a reader enters. */

import type { FormControl } from "../../client/dom.ts";
import { wholeNumber } from "../../client/numbers.ts";
import { isEmpty } from "../../client/record.ts";
import type { Field, Row, Value } from "../../client/types.ts";
import { Rows } from "./rows.ts";

/** The control within a field's box; `entered` gets the value, or null when it is cleared. */
export class Control {
  readonly field: Field;
  readonly #root: HTMLElement;
  readonly #entered: (value: Value | null) => void;
  #rows: Rows | undefined;
  // What a table that is folded away shows once it is unfolded.
  #unfolded = (): void => {};
  // What is stored of a `many` field, with options that this guide does not have and that have no box.
  #shown: string[] = [];

  constructor(root: HTMLElement, field: Field, entered: (value: Value | null) => void) {
    this.field = field;
    this.#root = root;
    this.#entered = entered;
    if (field.kind !== "rows") return;
    // With the click already: the next key may come before the news that the fold is open.
    for (const kind of ["click", "toggle"]) root.closest("details")?.addEventListener(kind, () => this.#unfolded());
  }

  /** Shows a value of a part; what a reader is typing in is left alone. */
  show(value: Value | undefined, readOnly: boolean, partId: string): void {
    if (this.field.kind === "rows") return this.#showRows(Array.isArray(value) ? (value as Row[]) : [], readOnly, partId);
    this.#shown = Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
    for (const entry of this.#entries()) {
      if (entry instanceof HTMLInputElement && entry.type === "checkbox") {
        entry.checked = Array.isArray(value) && value.some((each) => each === entry.value);
        entry.disabled = readOnly;
      } else {
        this.#showText(entry, isEmpty(value) ? "" : String(value), readOnly);
      }
    }
  }

  /** A table that is blank and folded away waits: making its controls is most of what a page takes to come to life. */
  #showRows(rows: Row[], readOnly: boolean, partId: string): void {
    const show = (): void => {
      this.#unfolded = () => {};
      this.#rows ??= new Rows(this.#root, this.field, this.#entered);
      this.#rows.show(rows, readOnly, partId);
    };
    const waits = !this.#rows && rows.length === 0 && this.#root.closest("details")?.open === false;
    if (waits) this.#unfolded = show;
    else show();
  }

  #showText(entry: FormControl, text: string, readOnly: boolean): void {
    entry.disabled = readOnly;
    if (document.activeElement === entry && !(entry instanceof HTMLSelectElement)) return;
    if (entry instanceof HTMLSelectElement && ![...entry.options].some((option) => option.value === text)) {
      entry.add(new Option(text, text));
    }
    if (entry.value !== text) entry.value = text;
    this.#mark(entry, text);
  }

  /** Takes what was just entered. */
  take(target: HTMLElement): void {
    if (this.field.kind === "rows") return this.#rows?.take(target as HTMLInputElement);
    if (this.field.kind === "many") {
      const boxes = this.#entries() as HTMLInputElement[];
      const unknown = this.#shown.filter((each) => !boxes.some((box) => box.value === each));
      const chosen = [...boxes.filter((box) => box.checked).map((box) => box.value), ...unknown];
      return this.#entered(chosen.length > 0 ? chosen : null);
    }
    const text = (target as FormControl).value;
    this.#mark(target as FormControl, text);
    this.#entered(text === "" ? null : this.field.kind === "integer" ? (wholeNumber(text) ?? text) : text);
  }

  /** Presses a button within the field. */
  press(button: HTMLButtonElement): void {
    this.#rows?.press(button);
  }

  /** A number that is none is kept as it was typed, and said to be none. */
  #mark(entry: FormControl, text: string): void {
    if (this.field.kind !== "integer") return;
    const isNone = text.trim() !== "" && wholeNumber(text) === null;
    entry.setAttribute("aria-invalid", String(isNone));
    const fault = this.#root.querySelector<HTMLElement>(".field__fault");
    if (fault) fault.hidden = !isNone;
  }

  #entries(): FormControl[] {
    return [...this.#root.querySelectorAll<FormControl>("input, select, textarea")];
  }
}

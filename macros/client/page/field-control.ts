/** One field's form control: shows its value, and hands on what a reader enters. */

import { choose, type FormControl } from "../browser/dom.ts";
import { wholeNumber } from "../text/numbers.ts";
import { isEmpty } from "../record/record.ts";
import type { Field, Row, Value } from "../record/types.ts";
import type { Rows } from "./field-rows.ts";

/** The control within a field's box; `entered` gets the value, or null when it is cleared. */
export class Control {
  readonly field: Field;
  readonly #root: HTMLElement;
  readonly #entered: (value: Value | null) => void;
  readonly #loadRows: () => Promise<typeof Rows>;
  #rows: Rows | undefined;
  // What a table is to show once it comes to life, and whether somebody did not wait for that.
  #due: [rows: Row[], readOnly: boolean, partId: string] | undefined;
  #isTyped = false;
  // What is stored of a `many` field, with options that this guide does not have and that have no box.
  #shown: string[] = [];

  constructor(root: HTMLElement, field: Field, entered: (value: Value | null) => void, loadRows: () => Promise<typeof Rows>) {
    this.field = field;
    this.#root = root;
    this.#entered = entered;
    this.#loadRows = loadRows;
    this.#describe();
  }

  /** Says of the control that the texts below it describe it; in the page, the ids for that would be a thirtieth of its weight. */
  #describe(): void {
    const control = this.#root.querySelector(`#field-${this.field.id}`)!;
    const texts = [...this.#root.querySelectorAll(".field__fault, .field__help")];
    for (const each of texts) each.id = `${control.id}${each.className.replace("field__", "-")}`;
    if (texts.length > 0) control.setAttribute("aria-describedby", texts.map(({ id }) => id).join(" "));
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

  /** A table that is blank and folded away waits until it is shown unfolded: making its controls is most of what a page takes to come to life. */
  #showRows(...due: [Row[], boolean, string]): void {
    if (this.#rows) return this.#rows.show(...due);
    const isComing = this.#due !== undefined;
    if (!isComing && due[0].length === 0 && !this.#root.checkVisibility()) return;
    this.#due = due;
    if (!isComing) void this.#makeRows();
  }

  async #makeRows(): Promise<void> {
    const made = await this.#loadRows();
    const cells = [...this.#root.querySelectorAll<HTMLInputElement>("tbody input")];
    const typed = this.#isTyped ? cells.map(({ value }) => value) : [];
    const focused = cells.indexOf(document.activeElement as HTMLInputElement);
    this.#rows = new made(this.#root, this.field, this.#entered);
    this.#rows.show(...this.#due!);
    this.#rows.takeOver(typed, focused);
  }

  #showText(entry: FormControl, text: string, readOnly: boolean): void {
    entry.disabled = readOnly;
    if (document.activeElement === entry && !(entry instanceof HTMLSelectElement)) return;
    if (entry instanceof HTMLSelectElement) choose(entry, text, this.field.retired?.find(({ id }) => id === text)?.label);
    else if (entry.value !== text) entry.value = text;
    this.#mark(entry, text);
  }

  /** Takes what was just entered. */
  take(target: HTMLElement): void {
    if (this.field.kind === "rows") {
      this.#isTyped = true;
      return this.#rows?.take(target as HTMLInputElement | HTMLSelectElement);
    }
    if (this.field.kind === "many") {
      const boxes = this.#entries() as HTMLInputElement[];
      this.#keepApart(boxes, target as HTMLInputElement);
      const unknown = this.#shown.filter((each) => !boxes.some((box) => box.value === each));
      const chosen = [...boxes.filter((box) => box.checked).map((box) => box.value), ...unknown];
      return this.#entered(chosen.length > 0 ? chosen : null);
    }
    const text = (target as FormControl).value;
    this.#mark(target as FormControl, text);
    this.#entered(text === "" ? null : this.field.kind === "integer" ? (wholeNumber(text) ?? text) : text);
  }

  /** An option that goes with no other clears the rest, and is cleared by any of them. */
  #keepApart(boxes: HTMLInputElement[], chosen: HTMLInputElement): void {
    if (!chosen.checked) return;
    const isAlone = (box: HTMLInputElement): boolean => "alone" in box.dataset;
    for (const box of boxes) if (box !== chosen && (isAlone(chosen) || isAlone(box))) box.checked = false;
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
    return [...this.#root.querySelectorAll<FormControl>(":is(input, select, textarea):not(.field__na *)")];
  }
}

/** A field of kind `rows`: a small table whose rows are added, moved and removed with the keyboard too. */

import { make, part, setText } from "../../client/dom.ts";
import { plainNumber, wholeNumber } from "../../client/numbers.ts";
import { isEmpty } from "../../client/record.ts";
import type { Column, Field, Row, Value } from "../../client/types.ts";

/** The table; a row nobody filled is on the page but not in the record. */
export class Rows {
  readonly #field: Field;
  readonly #group: HTMLElement;
  readonly #body: HTMLTableSectionElement;
  readonly #entered: (value: Value | null) => void;
  readonly #undo: HTMLElement;
  #rows: Row[] = [];
  #part = "";
  #removed: { row: Row; place: number } | undefined;

  constructor(root: HTMLElement, field: Field, entered: (value: Value | null) => void) {
    this.#field = field;
    this.#entered = entered;
    this.#body = part(root, "tbody");
    part<HTMLTableRowElement>(root, "thead tr").append(make("td"));
    this.#group = part(root, ".field__rows");
    const id = `undo-${field.id}`;
    this.#undo = make("p", { class: "rows__undo" }, make("span", { id }), " ", make("button", { type: "button", "data-press": "undo", "aria-describedby": id }, "Undo"));
    this.#undo.hidden = true;
    this.#group.append(make("button", { type: "button", class: "rows__add" }, "Add row"), this.#undo);
  }

  /** Shows the rows of a part, with the blank ones a reader is about to fill; never less than one. */
  show(rows: Row[], readOnly: boolean, partId = this.#part): void {
    // A row comes back to the part that it was removed from, or not at all.
    if (partId !== this.#part) this.#offer(undefined);
    this.#part = partId;
    const shown = this.#withBlanks(rows);
    const same = shown.length === this.#rows.length && shown.every((row, place) => row.id === this.#rows[place]?.id);
    this.#rows = shown;
    if (!same) this.#body.replaceChildren(...shown.map((row, place) => this.#line(row, place)));
    for (const button of this.#group.querySelectorAll("button")) button.disabled = readOnly;
    for (const input of this.#body.querySelectorAll("input")) {
      const row = shown.find((each) => each.id === input.dataset["row"]);
      input.disabled = readOnly;
      if (document.activeElement !== input) input.value = String(row?.[input.dataset["column"] ?? ""] ?? "");
    }
  }

  /** Blank rows keep their place as long as the record's own rows are the ones shown, in the order shown. */
  #withBlanks(rows: Row[]): Row[] {
    const stored = new Map(rows.map((row) => [row.id, row]));
    const kept = this.#rows.flatMap((row) => stored.get(row.id) ?? (isEmpty([row]) ? row : []));
    const here = kept.filter((row) => stored.has(row.id));
    const same = here.length === rows.length && here.every((row, place) => row.id === rows[place]?.id);
    const shown = same ? kept : rows;
    return shown.length > 0 ? shown : [blankRow()];
  }

  /** Takes what was just entered into a cell. */
  take(input: HTMLInputElement): void {
    const { row: id, column: columnId } = input.dataset;
    const column = this.#field.columns.find((each) => each.id === columnId);
    if (!column) return;
    this.#keep(this.#rows.map((row) => (row.id === id ? withCell(row, column, input.value) : row)));
  }

  /** Adds, moves, removes a row or brings it back, and puts the focus where the next key is expected. */
  press(button: HTMLButtonElement): void {
    const place = this.#rows.findIndex((row) => row.id === button.dataset["row"]);
    if (button.classList.contains("rows__add")) {
      this.#redraw([...this.#rows, blankRow()], this.#rows.length, "input");
    } else if (button.dataset["press"] === "remove") {
      const row = this.#rows[place]!;
      this.#redraw(this.#rows.toSpliced(place, 1), Math.max(0, place - 1), "input");
      if (!isEmpty([row])) this.#offer({ row, place });
    } else if (button.dataset["press"] === "undo" && this.#removed) {
      const { row, place: before } = this.#removed;
      const others = this.#rows.filter((each) => each.id !== row.id && (this.#rows.length > 1 || !isEmpty([each])));
      this.#redraw(others.toSpliced(before, 0, row), Math.min(before, others.length), "input");
      this.#offer(undefined);
    } else if (button.dataset["press"] === "up" && place > 0) {
      const moved = this.#rows.toSpliced(place, 1).toSpliced(place - 1, 0, this.#rows[place]!);
      this.#redraw(moved, place - 1, "[data-press=up]");
    }
  }

  /** Offers to bring a removed row back, with the focus on the button that does. */
  #offer(removed: { row: Row; place: number } | undefined): void {
    this.#removed = removed;
    this.#undo.hidden = !removed;
    if (!removed) return;
    setText(part(this.#undo, "span"), `Row ${removed.place + 1} is removed.`);
    part<HTMLElement>(this.#undo, "button").focus();
  }

  #redraw(rows: Row[], place: number, focus: string): void {
    const shown = rows.length > 0 ? rows : [blankRow()];
    this.#rows = [];
    this.show(shown, false);
    this.#keep(shown);
    this.#body.rows[place]?.querySelector<HTMLElement>(focus)?.focus();
  }

  #keep(rows: Row[]): void {
    this.#rows = rows;
    const filled = rows.filter((row) => !isEmpty([row]));
    this.#entered(filled.length > 0 ? filled : null);
  }

  #line(row: Row, place: number): HTMLTableRowElement {
    const name = `${this.#field.label}, row ${place + 1}`;
    const cells = this.#field.columns.map((column) => make("td", { "data-label": column.label }, make("input", {
      type: column.kind === "date" ? "date" : "text", autocomplete: "off", "aria-label": `${this.#field.label}: ${column.label}, row ${place + 1}`,
      ...(column.kind === "integer" || column.kind === "number" ? { inputmode: "decimal" } : {}),
      "data-row": row.id, "data-column": column.id,
    })));
    const up = make("button", { type: "button", "data-press": "up", "data-row": row.id, "aria-label": `Move up: ${name}`, title: "Move up" }, "↑");
    // A disabled button would lose the focus of the row that was just moved to the top.
    up.ariaDisabled = String(place === 0);
    const remove = make("button", { type: "button", "data-press": "remove", "data-row": row.id, "aria-label": `Remove: ${name}`, title: "Remove" }, "×");
    return make("tr", {}, ...cells, make("td", { class: "rows__buttons" }, up, remove));
  }
}

function blankRow(): Row {
  return { id: `row-${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}` };
}

function withCell(row: Row, column: Column, text: string): Row {
  const cell = column.kind === "integer" ? (wholeNumber(text) ?? text) : column.kind === "number" ? (plainNumber(text) ?? text) : text;
  const { [column.id]: _, ...others } = row;
  return cell === "" ? { ...others, id: row.id } : { ...others, id: row.id, [column.id]: cell };
}

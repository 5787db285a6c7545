/** A field of kind `rows`: a small table whose rows are added, moved and removed with the keyboard too. */

import { choose, make, query, setText } from "../browser/dom.ts";
import { drawWhenNear } from "../browser/when-near.ts";
import { plainNumber, wholeNumber } from "../text/numbers.ts";
import { isEmpty, newRow } from "../record/record.ts";
import type { Column, Field, Row, Value } from "../record/types.ts";

/** So many rows are drawn at a time, the next as their place comes near: a thousand rows are nine thousand controls. */
const DRAWN = 30;

/** The table; a row nobody filled is on the page but not in the record. */
export class Rows {
  readonly #field: Field;
  readonly #group: HTMLElement;
  readonly #body: HTMLTableSectionElement;
  readonly #entered: (value: Value | null) => void;
  readonly #undo: HTMLElement;
  readonly #more = make("button", { type: "button", class: "rows__more" });
  #rows: Row[] = [];
  #isReadOnly = false;
  #part = "";
  #removed: { row: Row; index: number } | undefined;

  constructor(root: HTMLElement, field: Field, entered: (value: Value | null) => void) {
    this.#field = field;
    this.#entered = entered;
    this.#body = query(root, "tbody");
    query<HTMLTableRowElement>(root, "thead tr").append(make("td"));
    this.#group = query(root, ".field__rows");
    const id = `undo-${field.id}`;
    this.#undo = make("p", { class: "rows__undo" }, make("span", { id }), " ", make("button", { type: "button", "data-press": "undo", "aria-describedby": id }, "Undo"));
    this.#undo.hidden = true;
    this.#more.hidden = true;
    this.#group.append(this.#more, " ", make("button", { type: "button", class: "rows__add" }, "Add row"), this.#undo);
    drawWhenNear(this.#more, () => this.#draw(this.#body.rows.length + DRAWN));
  }

  /** Shows the rows of a part, with the blank ones a reader is about to fill; never less than one. */
  show(rows: Row[], readOnly: boolean, partId = this.#part): void {
    // A row comes back to the part that it was removed from, or not at all.
    if (partId !== this.#part) this.#offer(undefined);
    this.#part = partId;
    const shown = this.#withBlanks(rows);
    const same = shown.length === this.#rows.length && shown.every((row, index) => row.id === this.#rows[index]?.id);
    this.#rows = shown;
    this.#isReadOnly = readOnly;
    if (!same) this.#body.replaceChildren();
    this.#fill(this.#body);
    this.#draw(Math.min(DRAWN, shown.length));
    for (const button of this.#group.querySelectorAll<HTMLButtonElement>(":scope > button, .rows__undo button")) button.disabled = readOnly && button !== this.#more;
  }

  /** Draws rows up to a number of them, where they are not drawn yet. */
  #draw(count: number): void {
    const drawn = this.#body.rows.length;
    const added = this.#rows.slice(drawn, count).map((row, index) => this.#tableRow(row, drawn + index));
    this.#fill(make("tbody", {}, ...added));
    this.#body.append(...added);
    const left = this.#rows.length - this.#body.rows.length;
    this.#more.hidden = left === 0;
    setText(this.#more, `Show more rows (${left})`);
  }

  #fill(within: HTMLElement): void {
    const rows = new Map(this.#rows.map((row) => [row.id, row]));
    for (const input of within.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")) {
      const row = rows.get(input.dataset["row"]!);
      input.disabled = this.#isReadOnly;
      if (document.activeElement === input) continue;
      const cell = String(row?.[input.dataset["column"] ?? ""] ?? "");
      if (input instanceof HTMLSelectElement) choose(input, cell);
      else input.value = cell;
    }
    for (const button of within.querySelectorAll("button")) button.disabled = this.#isReadOnly;
  }

  /** Goes on where a reader typed into the one row of the template, before this came to life; what the part says already counts. */
  takeOver(typed: string[], focused: number): void {
    const [first] = this.#rows;
    const columns = this.#field.columns ?? [];
    if (first && isEmpty(this.#rows) && typed.some(Boolean)) {
      const row = columns.reduce((filled, column, index) => (column.kind === "choice" ? filled : withCell(filled, column, typed[index] ?? "")), first);
      this.#keep([row]);
      this.#body.querySelectorAll<HTMLInputElement>("input").forEach((input) => { input.value = String(row[input.dataset["column"]!] ?? ""); });
    }
    if (focused >= 0) this.#body.querySelectorAll<HTMLElement>("input, select")[focused]?.focus();
  }

  /** Blank rows keep their place as long as the record's own rows are the ones shown, in the order shown. */
  #withBlanks(rows: Row[]): Row[] {
    const stored = new Map(rows.map((row) => [row.id, row]));
    const kept = this.#rows.flatMap((row) => stored.get(row.id) ?? (isEmpty([row]) ? row : []));
    const here = kept.filter((row) => stored.has(row.id));
    const same = here.length === rows.length && here.every((row, index) => row.id === rows[index]?.id);
    const shown = same ? kept : rows;
    return shown.length > 0 ? shown : [newRow()];
  }

  /** Takes what was just entered into a cell. */
  take(input: HTMLInputElement | HTMLSelectElement): void {
    const { row: id, column: columnId } = input.dataset;
    const column = this.#field.columns?.find((each) => each.id === columnId);
    if (!column) return;
    this.#keep(this.#rows.map((row) => (row.id === id ? withCell(row, column, input.value) : row)));
  }

  /** Adds, moves, removes a row or brings it back, and puts the focus where the next key is expected. */
  press(button: HTMLButtonElement): void {
    const index = this.#rows.findIndex((row) => row.id === button.dataset["row"]);
    if (button.classList.contains("rows__add")) {
      this.#redraw([...this.#rows, newRow()], this.#rows.length, "input");
    } else if (button.dataset["press"] === "remove") {
      const row = this.#rows[index]!;
      this.#redraw(this.#rows.toSpliced(index, 1), Math.max(0, index - 1), "input");
      if (!isEmpty([row])) this.#offer({ row, index });
    } else if (button.dataset["press"] === "undo" && this.#removed) {
      const { row, index: before } = this.#removed;
      const others = this.#rows.filter((each) => each.id !== row.id && (this.#rows.length > 1 || !isEmpty([each])));
      this.#redraw(others.toSpliced(before, 0, row), Math.min(before, others.length), "input");
      this.#offer(undefined);
    } else if (button.dataset["press"] === "up" && index > 0) {
      const moved = this.#rows.toSpliced(index, 1).toSpliced(index - 1, 0, this.#rows[index]!);
      this.#redraw(moved, index - 1, "[data-press=up]");
    }
  }

  /** Offers to bring a removed row back, with the focus on the button that does. */
  #offer(removed: { row: Row; index: number } | undefined): void {
    this.#removed = removed;
    this.#undo.hidden = !removed;
    if (!removed) return;
    setText(query(this.#undo, "span"), `Row ${removed.index + 1} is removed.`);
    query<HTMLElement>(this.#undo, "button").focus();
  }

  #redraw(rows: Row[], index: number, focus: string): void {
    const shown = rows.length > 0 ? rows : [newRow()];
    this.#rows = [];
    this.show(shown, false);
    this.#keep(shown);
    this.#draw(index + 1);
    this.#body.rows[index]?.querySelector<HTMLElement>(focus)?.focus();
  }

  #keep(rows: Row[]): void {
    this.#rows = rows;
    const filled = rows.filter((row) => !isEmpty([row]));
    this.#entered(filled.length > 0 ? filled : null);
  }

  #tableRow(row: Row, index: number): HTMLTableRowElement {
    const name = `${this.#field.label}, row ${index + 1}`;
    const cells = (this.#field.columns ?? []).map((column) =>
      make("td", { "data-label": column.label }, cellControl(column, { "aria-label": `${this.#field.label}: ${column.label}, row ${index + 1}`, "data-row": row.id, "data-column": column.id })));
    const up = make("button", { type: "button", "data-press": "up", "data-row": row.id, "aria-label": `Move up: ${name}`, title: "Move up" }, "↑");
    // A disabled button would lose the focus of the row that was just moved to the top.
    up.ariaDisabled = String(index === 0);
    const remove = make("button", { type: "button", "data-press": "remove", "data-row": row.id, "aria-label": `Remove: ${name}`, title: "Remove" }, "×");
    return make("tr", {}, ...cells, make("td", { class: "rows__buttons" }, up, remove));
  }
}

function cellControl({ kind, options = [] }: Column, named: Record<string, string>): HTMLElement {
  if (kind === "choice") return make("select", named, make("option", { value: "" }, "Not chosen"), ...options.map(({ id, label }) => make("option", { value: id }, label)));
  const isNumber = kind === "integer" || kind === "number";
  return make("input", { type: kind === "date" ? "date" : "text", autocomplete: "off", ...(isNumber ? { inputmode: "decimal" } : {}), ...named });
}

function withCell(row: Row, column: Column, text: string): Row {
  const cell = column.kind === "integer" ? (wholeNumber(text) ?? text) : column.kind === "number" ? (plainNumber(text) ?? text) : text;
  const { [column.id]: _, ...others } = row;
  return cell === "" ? { ...others, id: row.id } : { ...others, id: row.id, [column.id]: cell };
}

/** `<rfq-checklist>`: brings a checklist's boxes, notes and details to life. */

import { type Progress, answerTo, isReworded, progressInWords, standing, valueOf } from "../../client/answers.ts";
import { part, setDisabled, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import type { Answer, Checklist, Item, Status } from "../../client/types.ts";
import { Control } from "./control.ts";

interface Line {
  ref: string; item: Item; root: HTMLElement; group: Group | undefined;
  done: HTMLInputElement; na: HTMLInputElement | null; note: HTMLInputElement; reworded: HTMLElement | null;
  // What it shows: only what changed is shown again, and counted again.
  shown?: { answer: Answer; status: Status; readOnly: boolean };
}

/** A piece of a long list: with nothing open in it, it takes no place among what is open. */
interface Group { root: HTMLElement; open: number }

/** One listener for the whole list: what was touched is found from the event, not from a listener on each box. */
export class RfqChecklist extends RfqElement {
  #checklist!: Checklist;
  #lines = new Map<Element, Line>();
  #controls = new Map<Element, Control>();
  readonly #progress: Progress = { total: 0, done: 0, na: 0, open: 0 };

  protected override connect(): void {
    const { guide, store } = this.session;
    this.#checklist = guide.checklist(this.dataset["list"] ?? "");
    // One pass over the page: to search the list for each of its items would take a minute with ten thousand.
    const roots = new Map([...this.querySelectorAll<HTMLElement>("[data-item]")].map((root) => [root.dataset["item"], root]));
    const groups = new Map([...this.querySelectorAll<HTMLElement>(".item-group")].map((root) => [root, { root, open: 0 }]));
    for (const item of this.#checklist.items) {
      const root = roots.get(item.id);
      if (!root) throw new Error(`The template has no item ${item.id}.`);
      this.#lines.set(root, {
        ref: `${this.#checklist.id}/${item.id}`, item, root, group: groups.get(root.parentElement!),
        done: part(root, ".item__done"), na: root.querySelector(".item__not-applicable"),
        note: part(root, ".item__note input"), reworded: null,
      });
    }
    for (const root of this.querySelectorAll<HTMLElement>("[data-field]")) {
      const field = guide.field(root.dataset["field"] ?? "");
      this.#controls.set(root, new Control(root, field, (value) =>
        store.change(field.id === "stage" ? { what: "stage", stage: value as string | null } : { what: "value", field: field.id, value })));
    }
    part<HTMLElement>(this, ".checklist__filter").hidden = false;
    this.addEventListener("input", (event) => this.#take(event.target as HTMLElement));
    this.addEventListener("click", (event) => this.#press(event.target as HTMLElement));
    this.addEventListener("focusout", (event) => this.#leave(event.target as HTMLElement));
  }

  protected override show(): void {
    const { record, readOnly } = this.session.store;
    for (const line of this.#lines.values()) {
      const answer = answerTo(record, line.ref);
      if (!line.shown || line.shown.readOnly !== readOnly || !isSame(line.shown.answer, answer)) this.#showLine(line, answer);
    }
    for (const control of this.#controls.values()) control.show(valueOf(record, control.field.id), readOnly, record.id);
    setText(part(this, ".checklist__progress"), progressInWords(this.#progress, this.#checklist.words));
  }

  #showLine(line: Line, answer: Answer): void {
    const { item, root, done, na, note } = line;
    const { readOnly } = this.session.store;
    done.checked = answer.status === "done";
    done.disabled = readOnly;
    if (na) {
      na.checked = answer.status === "na";
      na.disabled = readOnly;
    }
    if (document.activeElement !== note) note.value = answer.note ?? "";
    note.readOnly = readOnly;
    const lacksReason = answer.status === "na" && standing(item, answer) === "open";
    const placeholder = lacksReason ? "Say why; without a reason it counts as open" : "";
    // What is set is styled again, were it to what it was: with ten thousand items, that is felt.
    if (note.placeholder !== placeholder) note.placeholder = placeholder;
    const status = standing(item, answer);
    root.dataset["status"] = status;
    if (!line.shown) this.#progress.total += 1;
    else this.#count(line, line.shown.status, -1);
    this.#count(line, status, 1);
    line.shown = { answer, status, readOnly };
    if (isReworded(item, answer)) {
      line.reworded ??= this.#reworded(line);
      setDisabled(line.reworded, "button", readOnly);
    } else {
      line.reworded?.remove();
      line.reworded = null;
    }
  }

  /** The notice, put where it is due: a page that carried one for each item would be longer for next to nobody. */
  #reworded({ item, root }: Line): HTMLElement {
    const notice = part<HTMLTemplateElement>(this, ".checklist__reworded").content.firstElementChild!.cloneNode(true) as HTMLElement;
    part(notice, "button").setAttribute("aria-label", `It still holds: ${item.label}`);
    part(root, ".item__prompt").before(notice);
    return notice;
  }

  #count({ group }: Line, status: Status, more: number): void {
    this.#progress[status] += more;
    if (!group || status !== "open") return;
    group.open += more;
    group.root.toggleAttribute("data-open", group.open > 0);
  }

  #take(target: HTMLElement): void {
    const field = target.closest("[data-field]");
    if (field) return this.#controls.get(field)?.take(target);
    const line = this.#lines.get(target.closest("[data-item]")!);
    // An item can hold what is not its own, such as the desk's questions on it.
    if (!line || ![line.done, line.na, line.note].includes(target as HTMLInputElement)) return;
    this.#answer(line, target === line.note ? { note: line.note.value } : { status: this.#statusAfter(line, target), text: line.item.text });
    if (target === line.na && line.na.checked) line.note.focus();
  }

  /** A text that is typed in stands as it is typed; once it is left, it shows what the record says. */
  #leave(target: HTMLElement): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || !target.isConnected) return;
    const { record, readOnly } = this.session.store;
    const control = this.#controls.get(target.closest("[data-field]")!);
    if (control) return control.show(valueOf(record, control.field.id), readOnly, record.id);
    const line = this.#lines.get(target.closest("[data-item]")!);
    if (line) this.#showLine(line, answerTo(record, line.ref));
  }

  #statusAfter(line: Line, target: HTMLElement): Answer["status"] {
    if (target === line.done) return line.done.checked ? "done" : "open";
    return line.na?.checked ? "na" : "open";
  }

  #answer(line: Line, answer: Partial<Answer>): void {
    this.session.store.change({ what: "answer", item: line.ref, answer });
  }

  #press(target: HTMLElement): void {
    const button = target.closest("button");
    if (!button) return;
    const field = button.closest("[data-field]");
    if (field) return this.#controls.get(field)?.press(button);
    if (button.classList.contains("checklist__filter")) {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      this.toggleAttribute("data-open-only", on);
    }
    const line = this.#lines.get(button.closest("[data-item]")!);
    if (!line || !button.classList.contains("item__confirm")) return;
    this.#answer(line, { text: line.item.text });
    // The button goes away with what it confirms, and must not take the focus along.
    line.done.focus();
  }
}

function isSame(one: Answer, other: Answer): boolean {
  return one.status === other.status && one.note === other.note && one.text === other.text;
}

/** `<rfq-checklist>`: brings a checklist's boxes, notes and details to life. */

import { type Progress, answerTo, effectiveStatus, isReworded, formatProgress, valueOf } from "../../client/record/answers.ts";
import { query, setDisabled, setText } from "../../client/browser/dom.ts";
import { RfqElement } from "../../client/page/element.ts";
import { valueChange } from "../../client/record/record.ts";
import type { Answer, Checklist, Item, Status } from "../../client/record/types.ts";
import { withSummary } from "../../client/page/lazy.ts";
import { Control } from "../../client/page/field-control.ts";
import type { Details } from "./details.ts";

type WithSummary = typeof import("./with-summary.ts");

interface ItemControls {
  ref: string; item: Item; root: HTMLElement;
  done: HTMLInputElement; na: HTMLInputElement | null; note: HTMLInputElement; reworded: HTMLElement | null;
  // What it shows: only what changed is shown again, and counted again.
  shown?: { answer: Answer; status: Status; readOnly: boolean };
}

/** One listener for the whole list: what was touched is found from the event, not from a listener on each box. */
export default class RfqChecklist extends RfqElement {
  #checklist!: Checklist;
  #lines = new Map<Element, ItemControls>();
  #controls = new Map<Element, Control>();
  /** What the rules say; a blank part is shown without them, and a list of nothing but boxes has none. */
  #details: Details | undefined;
  #arranged: Promise<void> = Promise.resolve();
  /** The notes of items that do not apply, and the reasons of those that do after all: by part, item, and whether it did not apply. */
  readonly #words = new Map<string, string>();
  readonly #progress: Progress = { total: 0, done: 0, na: 0, open: 0 };

  protected override connect(): void {
    const { guide, store } = this.session;
    this.#checklist = guide.checklist(this.dataset["list"] ?? "");
    // One pass over the page: to search the list for each of its items would take a minute with ten thousand.
    const roots = new Map([...this.querySelectorAll<HTMLElement>("[data-item]")].map((root) => [root.dataset["item"], root]));
    for (const item of this.#checklist.items) {
      const root = roots.get(item.id);
      if (!root) throw new Error(`The template has no item ${item.id}.`);
      this.#lines.set(root, {
        ref: `${this.#checklist.id}/${item.id}`, item, root,
        done: query(root, ".item__done"), na: root.querySelector(".item__not-applicable"),
        note: query(root, ".item__note input"), reworded: null,
      });
    }
    const rules = withSummary<WithSummary>("checklist");
    for (const root of this.querySelectorAll<HTMLElement>("[data-field]")) {
      const field = guide.field(root.dataset["field"] ?? "");
      this.#controls.set(root, new Control(root, field, (value) =>
        store.change(valueChange(guide, field.id, value)), () => rules.then(({ Rows }) => Rows)));
    }
    // What is pressed just now must not move under the pointer before it is let go.
    let pressed: Promise<void> = Promise.resolve();
    this.addEventListener("pointerdown", () => {
      const ended = new AbortController();
      pressed = new Promise((over) => {
        for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => {
          ended.abort();
          setTimeout(over);
        }, { signal: ended.signal });
      });
    });
    if (this.#controls.size > 0) this.#arranged = rules.then(async ({ Details: Made }) => {
      await pressed;
      this.#details = new Made(this, this.#checklist, this.session, () => this.#showControls());
      this.show();
    });
    this.addEventListener("input", (event) => this.#take(event.target as HTMLElement));
    this.addEventListener("click", (event) => this.#press(event.target as HTMLElement));
    this.addEventListener("focusout", (event) => this.#leave(event.target as HTMLElement));
  }

  protected override attach(signal: AbortSignal): void {
    const reveal = (): void => this.#details?.reveal(location.hash);
    addEventListener("hashchange", reveal, { signal });
    // A link to where the address already leads changes no address.
    document.addEventListener("click", ({ target }) => {
      const link = (target as Element).closest<HTMLAnchorElement>("a[href*='#']");
      if (link?.hash && link.hash === location.hash && link.pathname === location.pathname) reveal();
    }, { signal });
  }

  protected override show(): void {
    const { record, readOnly } = this.session.store;
    for (const line of this.#lines.values()) {
      const answer = answerTo(record, line.ref);
      if (!line.shown || line.shown.readOnly !== readOnly || !isSame(line.shown.answer, answer)) this.#showLine(line, answer);
    }
    this.#details?.show();
    this.#showControls();
    setText(query(this, ".checklist__progress"), formatProgress(this.#progress, this.#checklist.words));
  }

  #showControls(): void {
    const { guide, store: { record, readOnly } } = this.session;
    for (const control of this.#controls.values()) control.show(valueOf(guide, record, control.field.id), readOnly, record.id);
  }

  #showLine(line: ItemControls, answer: Answer): void {
    const { item, root, done, na, note } = line;
    const { readOnly } = this.session.store;
    done.checked = answer.status === "done";
    done.disabled = readOnly;
    if (na) {
      na.checked = answer.status === "na";
      na.disabled = readOnly;
    }
    if (document.activeElement !== note) note.value = answer.note ?? "";
    // A note that is there is seen; one that is not is a word that unfolds it.
    if (answer.note || answer.status === "na") note.closest("details")!.open = true;
    note.readOnly = readOnly;
    const status = effectiveStatus(item, answer);
    const lacksReason = answer.status === "na" && status === "open";
    const placeholder = lacksReason ? "Say why; without a reason it counts as open" : "Goes into the request";
    // What is set is styled again, were it to what it was: with ten thousand items, that is felt.
    if (note.placeholder !== placeholder) note.placeholder = placeholder;
    root.dataset["status"] = status;
    if (!line.shown) this.#progress.total += 1;
    else this.#progress[line.shown.status] -= 1;
    this.#progress[status] += 1;
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
  #reworded({ item, root }: ItemControls): HTMLElement {
    const notice = query<HTMLTemplateElement>(this, ".checklist__reworded").content.firstElementChild!.cloneNode(true) as HTMLElement;
    query(notice, "button").setAttribute("aria-label", `My answer still applies: ${query(root, `#name-${item.id}`).textContent}`);
    query(root, ".item__body").before(notice);
    query<HTMLDetailsElement>(root, ".item__why").open = true;
    return notice;
  }

  #take(target: HTMLElement): void {
    const field = target.closest<HTMLElement>("[data-field]");
    if (target.closest(".field__na")) return this.#setAside(field!, target);
    if (field) return this.#controls.get(field)?.take(target);
    const line = this.#lines.get(target.closest("[data-item]")!);
    // An item can hold what is not its own, such as the desk's questions on it.
    if (!line || ![line.done, line.na, line.note].includes(target as HTMLInputElement)) return;
    this.#answer(line, target === line.note ? { note: line.note.value } : this.#answerOf(line, target));
    if (target === line.done && line.done.checked) this.#details?.ticked(line.item);
    if (target === line.na && line.na.checked) line.note.focus();
  }

  /** Takes the box that says that a field does not apply, or the reason beside it. */
  #setAside(root: HTMLElement, target: HTMLElement): void {
    const field = root.dataset["field"]!;
    const [box, reason] = root.querySelectorAll<HTMLInputElement>(".field__na input");
    this.session.store.change({ what: "na", field, reason: box!.checked ? reason!.value : null });
    if (target === box) void this.#arranged.then(() => { if (box.checked) this.#details!.askWhy(field); });
  }

  /** A text that is typed in stands as it is typed; once it is left, it shows what the record says. */
  #leave(target: HTMLElement): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || !target.isConnected) return;
    const { guide, store: { record, readOnly } } = this.session;
    const control = this.#controls.get(target.closest("[data-field]")!);
    if (control) return control.show(valueOf(guide, record, control.field.id), readOnly, record.id);
    const line = this.#lines.get(target.closest("[data-item]")!);
    if (line) this.#showLine(line, answerTo(record, line.ref));
  }

  /** What a box says. Why an item does not apply is no note on one that does; until the page is left, each comes back with its box. */
  #answerOf({ ref, item: { text }, done, na, note, shown }: ItemControls, box: HTMLElement): Partial<Answer> {
    const status = box === done ? (done.checked ? "done" : "open") : na?.checked ? "na" : "open";
    const wasNa = shown!.answer.status === "na";
    if (!na || wasNa === (status === "na")) return { status, text };
    const key = this.session.store.record.id + ref;
    this.#words.set(key + wasNa, note.value);
    return { status, text, note: this.#words.get(key + !wasNa) ?? (wasNa ? "" : note.value) };
  }

  #answer(line: ItemControls, answer: Partial<Answer>): void {
    this.session.store.change({ what: "answer", item: line.ref, answer });
  }

  #press(target: HTMLElement): void {
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset["press"] === "fold" && !this.#details) return this.#pressLater(button);
    if (this.#details?.press(button)) return;
    const field = button.closest("[data-field]");
    if (field) return this.#controls.get(field)?.press(button);
    const line = this.#lines.get(button.closest("[data-item]")!);
    if (!line || !button.classList.contains("item__confirm")) return;
    this.#answer(line, { text: line.item.text });
    // The button goes away with what it confirms, and must not take the focus along.
    line.done.focus();
  }

  /** Once the rules are there, unless they unfolded what was pressed, or the reader is typing elsewhere by then. */
  #pressLater(button: HTMLButtonElement): void {
    const before = button.ariaExpanded;
    void this.#arranged.then(() => {
      if (button.ariaExpanded === before && !document.activeElement?.matches("input, textarea")) this.#details!.press(button);
    });
  }
}

function isSame(one: Answer, other: Answer): boolean {
  return one.status === other.status && one.note === other.note && one.text === other.text;
}

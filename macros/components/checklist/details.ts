/** The details of a checklist: which are controls and which stand as values, and which items are unfolded. */

import { query, setText } from "../../client/browser/dom.ts";
import { itemsNow } from "../../client/page/item-evaluation.ts";
import type { Session } from "../../client/page/session.ts";
import { unconfirmed } from "../../client/record/unconfirmed.ts";
import { formatValue } from "../../client/record/format-value.ts";
import { receivedReview, standsAt, unansweredQuestions } from "../../client/record/received-review.ts";
import { isEmpty } from "../../client/record/record.ts";
import type { Checklist, Item, RfqRecord } from "../../client/record/types.ts";
import { type FieldState, isLacking } from "../../client/summary/asked-fields.ts";
import type { ItemState } from "../../client/summary/evaluate-items.ts";
import { shortened } from "../../client/text/display-name.ts";
import { ownEntry } from "../../client/text/own-entry.ts";
import { FieldBox, isAway } from "./field-state.ts";
import { ItemRow, isComplete } from "./item-row.ts";

/** The most of a value that stands in the line of a folded item, in characters. */
const LONGEST = 300;

/**
 * What was given before a part came into view stands as a value, and an item that is complete as one row; what a reader fills in
 * stays where it is until the page or the part changes, so that nothing jumps.
 */
export class Details {
  readonly #session: Session;
  readonly #root: HTMLElement;
  readonly #checklist: Checklist;
  readonly #fields = new Map<string, FieldBox>();
  readonly #rows = new Map<string, ItemRow>();
  readonly #missing: HTMLElement | null;
  readonly #unfolded: () => void;
  // Whether a reader was in the list before it was arranged.
  readonly #isEntered: boolean;
  // The part and the review of it that the list was last arranged for.
  #arranged = "";
  // The item that was just ticked: if that completes it, it folds away and the next one that is not complete unfolds.
  #ticked: string | undefined;

  /** `unfolded` is called where controls came into view. */
  constructor(root: HTMLElement, checklist: Checklist, session: Session, unfolded: () => void) {
    this.#unfolded = unfolded;
    const focused = document.activeElement!;
    this.#isEntered = root.contains(focused) && !focused.matches("a");
    if (this.#isEntered) holdInPlace(focused);
    const { guide } = session;
    this.#session = session;
    this.#root = root;
    this.#checklist = checklist;
    this.#missing = root.querySelector(".checklist__missing");
    const items = new Map([...root.querySelectorAll<HTMLElement>("[data-item]")].map((each) => [each.dataset["item"], each]));
    for (const item of checklist.items) {
      if (item.fields.length > 0) this.#rows.set(item.id, new ItemRow(items.get(item.id)!, item.label, checklist.words));
    }
    for (const box of root.querySelectorAll<HTMLElement>("[data-field]")) {
      const field = box.dataset["field"]!;
      this.#fields.set(field, new FieldBox(box));
      if (this.#missing) this.#fields.get(field)!.addRow(guide.field(field));
    }
  }

  /** Shows what the rules say of each item and its details. */
  show(): void {
    const { record, readOnly } = this.#session.store;
    const { fields, items } = itemsNow(this.#session).items;
    const stateOf = (item: Item): ItemState => items.get(`${this.#checklist.id}/${item.id}`)!;
    const isFirst = !this.#arranged;
    // Before anything moves: a list that is not seen could not keep the focus.
    this.#root.dataset["arranged"] = "";
    const arranged = `${record.id} ${receivedReview(record)?.at ?? ""}`;
    if (this.#arranged !== arranged) this.#arrange(stateOf, fields, record);
    this.#arranged = arranged;
    for (const [id, box] of this.#fields) box.show(fields.get(id)!, ownEntry(record.na ?? {}, id), readOnly);
    const ticked = this.#checklist.items.find(({ id }) => id === this.#ticked);
    this.#ticked = undefined;
    if (this.#missing) this.#countMissing(this.#missing, [...this.#fields].filter(([id, box]) => !box.asValue && isLacking(fields.get(id)!)).length);
    if (ticked && !this.#missing && stateOf(ticked).state === "settled") this.#goOn(ticked, stateOf);
    for (const item of this.#checklist.items) {
      const boxes = item.fields.map((id) => this.#fields.get(id)!);
      const given = item.fields.map((id) => fields.get(id)!).filter(({ value }) => !isEmpty(value));
      this.#rows.get(item.id)?.show(stateOf(item), {
        values: given.map(({ field, value }) => shortened(formatValue(field, value!), LONGEST)).join(" · "),
        folded: boxes.map((box) => box.whyFolded).filter((why) => why !== undefined),
        asValues: this.#missing ? 0 : boxes.filter((box) => box.asValue).length,
        unasked: boxes.filter((box) => box.isUnasked).length,
      });
    }
    // Where a reader is in the list, the address leads nowhere else.
    if (isFirst && !this.#isEntered) this.reveal(location.hash);
  }

  /** Remembers which item was ticked, until its state is known. */
  ticked(item: Item): void {
    this.#ticked = item.id;
  }

  /** Asks why a field does not apply. */
  askWhy(field: string): void {
    this.#fields.get(field)!.askWhy();
  }

  /** Presses a button that folds or unfolds; false for any other. */
  press(button: HTMLElement): boolean {
    const row = this.#rows.get(button.closest<HTMLElement>("[data-item]")?.dataset["item"] ?? "");
    switch (button.dataset["press"]) {
      case "change":
        this.#fields.get(button.dataset["change"]!)!.change();
        this.#unfolded();
        return true;
      case "reveal":
        row!.showsAll = true;
        this.#unfold(row!, !this.#missing);
        return true;
      case "fold":
        if (row!.isFolded) this.#unfold(row!, row!.isComplete);
        else this.#fold(row!);
        return true;
      default: return false;
    }
  }

  /** Brings the item or the control that an address names into view, with the focus on the control. */
  reveal(hash: string): void {
    const target = hash.length > 1 && !hash.includes("=") ? document.getElementById(hash.slice(1)) : null;
    if (!target || !this.#root.contains(target)) return;
    const row = this.#rows.get(target.closest<HTMLElement>("[data-item]")?.dataset["item"] ?? "");
    const field = this.#fields.get(target.closest<HTMLElement>("[data-field]")?.dataset["field"] ?? "");
    // To an item without details the browser has gone by itself.
    if (!row && !field) return;
    if (row) row.isFolded = false;
    field?.change();
    this.show();
    this.#unfolded();
    if (row && field?.whyFolded !== undefined) row.revealFolded();
    else target.scrollIntoView();
  }

  /** Of a part that comes into view: what is complete is folded; the first item that is not, and what the desk asks about, is unfolded. */
  #arrange(stateOf: (item: Item) => ItemState, fields: ReadonlyMap<string, FieldState>, record: RfqRecord): void {
    const { guide } = this.#session;
    const toCheck = unconfirmed(guide, record);
    const questions = this.#missing ? [] : unansweredQuestions(guide, record);
    for (const [id, box] of this.#fields) {
      const state = fields.get(id)!;
      const isOpen = toCheck.includes(id) || questions.some(({ field }) => field === id);
      // What is typed in just now stays a control.
      box.asValue = !box.hasFocus && !isOpen && (this.#missing ? !isLacking(state) : isGiven(state));
    }
    if (this.#missing) return this.#gatherMissing(this.#missing);
    let isFirst = true;
    for (const item of this.#checklist.items) {
      const row = this.#rows.get(item.id);
      if (!row) continue;
      // Words that changed since they were answered are there to be read; where a reader is, nothing folds or unfolds.
      const state = stateOf(item);
      // A question of another list stands here at its control alone, which may be away.
      const isSeen = (field: string): boolean => !isAway(fields.get(field)!, ownEntry(record.na ?? {}, field));
      const asked = questions.filter((each) => standsAt(each, state.ref, item) && (each.ref === state.ref || isSeen(each.field)));
      if (asked.some(({ field }) => fields.get(field)?.asked === false)) row.showsAll = true;
      if (!row.hasFocus) row.isFolded = !row.isReworded && asked.length === 0 && (isComplete(state) || !isFirst);
      isFirst &&= row.isFolded || isComplete(state);
    }
  }

  /** What is missing stands first, and everything else at its item. */
  #gatherMissing(box: HTMLElement): void {
    const missing = [...this.#fields.values()].filter((field) => !field.asValue);
    box.hidden = missing.length === 0;
    for (const field of this.#fields.values()) field.moveTo(field.asValue ? undefined : query(box, ".fields"));
  }

  /** What is filled in stays where it is until the page is opened again; the heading says what is left of it. */
  #countMissing(box: HTMLElement, count: number): void {
    setText(query(box, "h3"), count === 0 ? "No detail is missing any more" : count === 1 ? "One detail is missing" : `${count} details are missing`);
  }

  /** Folds what a tick completed, and unfolds the next item that is not complete. */
  #goOn(item: Item, stateOf: (item: Item) => ItemState): void {
    const row = this.#rows.get(item.id)!;
    const done = query<HTMLElement>(row.root, ".item__done");
    // Meanwhile the reader may have gone on: what folds must not take the focus along, and what is about to be pressed stays as it is.
    if (row.hasFocus) done.focus();
    row.isFolded = true;
    const after = this.#checklist.items.slice(this.#checklist.items.indexOf(item) + 1);
    const next = after.find((each) => this.#rows.has(each.id) && !isComplete(stateOf(each)));
    const following = this.#rows.get(next?.id ?? "");
    if (following?.hasFocus === false) following.isFolded = false;
    // Above what was just pressed the page has become shorter: it stays in view.
    done.scrollIntoView({ block: "nearest" });
  }

  #fold(row: ItemRow): void {
    row.isFolded = true;
    this.show();
  }

  #unfold(row: ItemRow, isRevealed: boolean): void {
    row.isFolded = false;
    const boxes = [...row.root.querySelectorAll<HTMLElement>("[data-field]")].map((box) => this.#fields.get(box.dataset["field"]!)!);
    const unasked = boxes.find((box) => box.isUnasked);
    if (isRevealed) for (const box of boxes) box.asValue = false;
    this.show();
    this.#unfolded();
    (boxes.find((box) => box.isShown) ?? unasked)?.focus();
  }
}

/** Whether a detail is answered so that nobody need look at its control again. */
function isGiven(state: FieldState): boolean {
  return !isLacking(state) && !state.retired && (!isEmpty(state.value) || state.reason !== undefined);
}

/** Keeps what has the focus where the reader sees it until the next frame: what is put in above it must not push it away. */
function holdInPlace(focused: Element): void {
  const { top, bottom } = focused.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) return;
  requestAnimationFrame(() => {
    if (focused === document.activeElement) scrollBy({ top: focused.getBoundingClientRect().top - top });
  });
}

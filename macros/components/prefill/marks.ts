/** The marks on fields that a link filled, and the sentence above the list. */

import { dropFragment } from "../../client/carried.ts";
import { list, make, part, setText } from "../../client/dom.ts";
import { givenBy, givesAnything, unconfirmed, withConfirmed, withGiven } from "../../client/prefill.ts";
import type { Session } from "../../client/session.ts";

const MARK = "From the link you opened; check it.";

/** Fills the blanks of the record in use with what a fragment gives; what it does not concern is left alone. */
export function fillFrom(fragment: string, root: HTMLElement, { guide, store }: Session): void {
  if (!givesAnything(guide, fragment)) return;
  const given = givenBy(guide, fragment);
  if (given.length > 0) store.edit((record, at) => withGiven(record, given, at));
  dropFragment();
  if (unconfirmed(store.record).length > 0 && !store.readOnly) return;
  part<HTMLElement>(root, ".prefill__box").hidden = false;
  part<HTMLElement>(root, ".prefill__all").hidden = true;
  const why = store.readOnly ? "this part is read-only here" : "it gives nothing that is blank here";
  setText(part(root, ".prefill__said"), `The link you opened changed nothing: ${why}.`);
}

/** Makes the marks say what the record says; gives whether there are any. */
export function showMarks(root: HTMLElement, { guide, store }: Session): boolean {
  // What cannot be confirmed here is not marked either.
  const fields = store.readOnly ? [] : unconfirmed(store.record).filter((id) => guide.guide.fields.some((field) => field.id === id));
  for (const mark of document.querySelectorAll<HTMLElement>(".field__mark")) {
    if (!fields.includes(mark.dataset["marks"]!)) unmark(mark);
  }
  for (const id of fields) mark(id, guide.field(id).label);
  part<HTMLElement>(root, ".prefill__box").hidden = fields.length === 0;
  part<HTMLElement>(root, ".prefill__all").hidden = false;
  setText(part(root, ".prefill__said"), fields.length === 0 ? "" : "Filled in from the link you opened; check it:");
  list(part(root, ".prefill__fields"), fields.map((id) => [named(id, guide.field(id).label)]));
  return fields.length > 0;
}

/** Takes the reader's word for one field, or for all of them; the focus stays where there is something. */
export function confirmMarks({ store }: Session, field?: string): void {
  const fields = field ? [field] : unconfirmed(store.record);
  const pressed = document.activeElement?.matches(".field__confirm, .prefill__all button");
  store.edit((record, at) => withConfirmed(record, fields, at));
  const next = field ? document.getElementById(`field-${field}`) : document.querySelector<HTMLElement>(".parts__choice");
  if (pressed) next?.focus();
}

/** The field's name, leading to it where the page has it. */
function named(id: string, label: string): HTMLElement | string {
  return document.getElementById(`field-${id}`) ? make("a", { href: `#field-${id}` }, label) : label;
}

function mark(id: string, label: string): void {
  const root = document.querySelector<HTMLElement>(`[data-field="${id}"]`);
  if (!root || root.querySelector(".field__mark")) return;
  const button = make("button", { type: "button", class: "field__confirm", "aria-label": `It is right: ${label}` }, "It is right");
  root.append(make("p", { class: "field__mark", "data-marks": id }, make("span", { id: `mark-${id}` }, MARK), " ", button));
  describe(root, (ids) => [...ids, `mark-${id}`]);
  const folded = root.closest("details");
  if (folded) folded.open = true;
}

function unmark(mark: HTMLElement): void {
  describe(mark.parentElement!, (ids) => ids.filter((id) => !id.startsWith("mark-")));
  mark.remove();
}

function describe(root: HTMLElement, change: (ids: string[]) => string[]): void {
  const control = root.querySelector("[aria-describedby]");
  control?.setAttribute("aria-describedby", change(control.getAttribute("aria-describedby")!.split(" ")).join(" "));
}

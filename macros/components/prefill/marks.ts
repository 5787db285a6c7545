/** The marks on fields that a link filled, and the sentence above the list. */

import { dropFragment } from "../../client/browser/fragment.ts";
import { make, query, renderList, setText } from "../../client/browser/dom.ts";
import { leftOut } from "../../client/import/left-out.ts";
import { prefilledValues, isPrefillLink, unconfirmed, withConfirmed, withPrefilled } from "../../client/import/prefill.ts";
import { valueOf } from "../../client/record/answers.ts";
import { formatValue } from "../../client/record/format-value.ts";
import { listNames } from "../../client/text/list-names.ts";
import type { Session } from "../../client/page/session.ts";

const MARK = "From the link you opened; check it.";

/** Fills the blanks of the record in use with what a fragment gives; what it does not concern is left alone. */
export function fillFrom(fragment: string, root: HTMLElement, { guide, store }: Session): void {
  sayLeftOut(leftOut(guide, fragment), root);
  if (!isPrefillLink(guide, fragment)) return;
  const given = prefilledValues(guide, fragment);
  if (given.length > 0) store.edit((record, at) => withPrefilled(guide, record, given, at));
  dropFragment();
  if (unconfirmed(guide, store.record).length > 0 && !store.readOnly) return;
  query<HTMLElement>(root, ".prefill__box").hidden = false;
  query<HTMLElement>(root, ".prefill__all").hidden = true;
  const why = store.readOnly ? "this part is read-only here" : "every field it fills already has a value";
  setText(query(root, ".prefill__status"), `The link you opened changed nothing: ${why}.`);
}

/** A slip in a link would else be silence; whoever follows the link can tell its maker. */
function sayLeftOut(names: string[], root: HTMLElement): void {
  setText(query(root, ".prefill__left-out"), names.length > 0 ? `The link you opened names what this guide cannot fill in from a link: ${listNames(names)}.` : "");
}

/** Makes the marks say what the record says; gives whether there are any. */
export function showMarks(root: HTMLElement, { guide, store }: Session): boolean {
  // What cannot be confirmed here is not marked either.
  const fields = store.readOnly ? [] : unconfirmed(guide, store.record).filter((id) => guide.fields.some((field) => field.id === id));
  for (const mark of document.querySelectorAll<HTMLElement>(".field__mark")) {
    if (!fields.includes(mark.dataset["marks"]!)) unmark(mark);
  }
  for (const id of fields) mark(id, guide.field(id).label);
  query<HTMLElement>(root, ".prefill__box").hidden = fields.length === 0;
  query<HTMLElement>(root, ".prefill__all").hidden = false;
  setText(query(root, ".prefill__status"), fields.length === 0 ? "" : "Filled in from the link you opened; check it:");
  renderList(query(root, ".prefill__fields"), fields.map((id) => [named(id, guide.field(id).label), `: ${formatValue(guide.field(id), valueOf(guide, store.record, id) ?? "")}`]));
  return fields.length > 0;
}

/** Takes the reader's word for one field, or for all of them; the focus stays where there is something. */
export function confirmMarks({ guide, store }: Session, field?: string): void {
  const fields = field ? [field] : unconfirmed(guide, store.record);
  const pressed = document.activeElement?.matches(".field__confirm, .prefill__all button");
  store.edit((record, at) => withConfirmed(guide, record, fields, at));
  const next = field ? document.getElementById(`field-${field}`) : document.querySelector<HTMLElement>(".steps a");
  if (pressed) next?.focus();
}

/** The field's name, leading to it where the page has it. */
function named(id: string, label: string): HTMLElement | string {
  return document.getElementById(`field-${id}`) ? make("a", { href: `#field-${id}` }, label) : label;
}

function mark(id: string, label: string): void {
  const root = document.querySelector<HTMLElement>(`[data-field="${id}"]`);
  if (!root || root.querySelector(".field__mark")) return;
  const button = make("button", { type: "button", class: "field__confirm", "aria-label": `Confirm: ${label}` }, "Confirm");
  root.append(make("p", { class: "field__mark", "data-marks": id }, make("span", { id: `mark-${id}` }, MARK), " ", button));
  describe(root, (ids) => [...ids, `mark-${id}`]);
}

function unmark(mark: HTMLElement): void {
  describe(mark.parentElement!, (ids) => ids.filter((id) => !id.startsWith("mark-")));
  mark.remove();
}

function describe(root: HTMLElement, change: (ids: string[]) => string[]): void {
  const control = root.querySelector("[aria-describedby]");
  control?.setAttribute("aria-describedby", change(control.getAttribute("aria-describedby")!.split(" ")).join(" "));
}

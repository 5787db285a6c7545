/** What a link fills in: the question before it does, the marks on what it filled, and the box that says both. */

import { dropFragment } from "../../client/browser/fragment.ts";
import { make, query, renderList, setText } from "../../client/browser/dom.ts";
import { leftOut } from "../../client/import/left-out.ts";
import { type PrefilledValue, isPrefillLink, namesAnother, partToFill, prefilledValues, speaksOfControl, withPrefilled } from "../../client/import/prefill.ts";
import { valueOf } from "../../client/record/answers.ts";
import { formatValue } from "../../client/record/format-value.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import { nameOf, numberAndRevision } from "../../client/record/part-names.ts";
import { isBlank } from "../../client/record/record.ts";
import type { RfqRecord, Value } from "../../client/record/types.ts";
import { changedSince, unconfirmed, withConfirmed } from "../../client/record/unconfirmed.ts";
import type { Session } from "../../client/page/session.ts";
import { displayName } from "../../client/text/display-name.ts";
import { listNames } from "../../client/text/list-names.ts";

const MARK = "From the link you opened; check it.";
const NO_CONTROL = "What it says of export control is left out: only you can say that.";

/**
 * Fills a part of which nothing is known yet with what a fragment gives; where a part says something already, the question
 * is handed back, and nothing changes before it is answered. What the fragment does not concern is left alone.
 */
export function takeLink(fragment: string, root: HTMLElement, session: Session): PrefilledValue[] | undefined {
  const { guide, store } = session;
  sayLeftOut(leftOut(guide, fragment), root);
  if (!isPrefillLink(guide, fragment)) return undefined;
  const given = prefilledValues(guide, fragment);
  const why = whyNothing(session, given);
  const text = [why && `The link you opened changed nothing: ${why}.`, speaksOfControl(guide, fragment) && NO_CONTROL].filter(Boolean).join(" ");
  setText(query(root, ".prefill__aside"), text);
  if (why === undefined && !isBlank(store.record)) return given;
  dropFragment();
  if (why === undefined) store.edit((record, at) => withPrefilled(guide, record, given, at));
  query<HTMLElement>(root, ".prefill__box").hidden = text === "" && unconfirmed(guide, store.record).length === 0;
  return undefined;
}

/** A slip in a link would else be silence; whoever follows the link can tell its maker. */
function sayLeftOut(names: string[], root: HTMLElement): void {
  setText(query(root, ".prefill__left-out"), names.length > 0 ? `The link you opened names what this guide cannot fill in from a link: ${listNames(names)}.` : "");
}

/** Answers where a link goes: into a part that is there, into a new one, or nowhere. */
export function answerLink(answer: string, given: PrefilledValue[], root: HTMLElement, session: Session): void {
  const { guide, store } = session;
  dropFragment();
  if (answer === "leave") setText(query(root, ".prefill__aside"), "");
  else {
    const there = partToFill(guide, store.record, store.records, given);
    if (answer === "here" && there) store.switchTo(there.id);
    else store.create();
    store.edit((record, at) => withPrefilled(guide, record, given, at));
  }
  document.querySelector<HTMLElement>(".steps a")?.focus();
}

/** Makes the box and the marks say what the record says and what is asked; gives whether there are any marks. */
export function showMarks(root: HTMLElement, session: Session, before: RfqRecord, asked?: PrefilledValue[]): boolean {
  const { guide, store } = session;
  const own = changedSince(guide, before, store.record);
  if (own.length > 0) store.edit((record, at) => withConfirmed(guide, record, own, at));
  // What cannot be confirmed here is not marked either.
  const fields = store.readOnly ? [] : unconfirmed(guide, store.record).filter((id) => guide.fields.some((field) => field.id === id));
  for (const mark of document.querySelectorAll<HTMLElement>(".field__mark")) {
    if (!fields.includes(mark.dataset["marks"]!)) unmark(mark);
  }
  for (const id of fields) mark(id, guide.field(id).label);
  query<HTMLElement>(root, ".prefill__all").hidden = fields.length === 0 || !!asked;
  query<HTMLElement>(root, ".prefill__ask").hidden = !asked;
  query<HTMLElement>(root, ".prefill__box").hidden = fields.length === 0 && !asked && query(root, ".prefill__aside").textContent === "";
  const shown = asked ?? fields.map((field) => ({ field, value: valueOf(guide, store.record, field) ?? "" }));
  setText(query(root, ".prefill__status"), asked ? questionOn(root, session, asked) : fields.length === 0 ? "" : "Filled in from the link you opened; check it:");
  renderList(query(root, ".prefill__fields"), shown.map(({ field, value }) =>
    [asked ? guide.field(field).label : named(field, guide.field(field).label), `: ${inWords(guide, field, value)}`]));
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

/** Why a link has nothing to fill in; undefined where it has. */
function whyNothing({ guide, store }: Session, given: PrefilledValue[]): string | undefined {
  const { record } = store;
  if (store.readOnly) return "this part is read-only here";
  if (given.length === 0) return "it gives no value that a field here can hold";
  const fills = withPrefilled(guide, record, given, record.updated) !== record;
  return fills || namesAnother(guide, record, given) ? undefined : "every field it fills already has a value";
}

/** The question, with the buttons that answer it: what names another part has no way into this one. */
function questionOn(root: HTMLElement, { guide, store }: Session, given: PrefilledValue[]): string {
  const { record, records } = store;
  const there = partToFill(guide, record, records, given);
  const here = query<HTMLElement>(root, "[data-press=here]");
  here.hidden = !there;
  if (there) setText(here, `Fill in the blanks of ${quoted(guide, there)}`);
  const [number = "", revision = ""] = (["part-number", "revision"] as const).map((meaning) => String(given.find(({ field }) => field === guide.known.id(meaning))?.value ?? ""));
  const about = number ? `“${displayName(numberAndRevision(number, revision), 80)}”` : `another revision, “${displayName(revision, 80)}”`;
  return namesAnother(guide, record, given)
    ? `The link you opened is about ${about}, and the part in use is ${quoted(guide, record)}. Nothing is filled in until you say where:`
    : `The link you opened would fill in blanks of ${quoted(guide, record)}, of which something is entered already. Nothing is filled in until you say so:`;
}

function quoted(guide: GuideIndex, record: RfqRecord): string {
  return `“${displayName(nameOf(guide, record), 80)}”`;
}

function inWords(guide: GuideIndex, id: string, value: Value): string {
  return id === guide.known.id("request") ? guide.stageLabel(String(value)) : formatValue(guide.field(id), value);
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

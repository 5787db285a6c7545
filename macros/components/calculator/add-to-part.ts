/** Puts a result into a detail of the part in use, after the reader has seen which and has agreed. */

import { make, query, setText } from "../../client/browser/dom.ts";
import { type Results } from "../../client/calculate/entries.ts";
import { fillPattern } from "../../client/calculate/fill-pattern.ts";
import { sessionOnDemand } from "../../client/page/load-client.ts";
import type { Session } from "../../client/page/session.ts";
import { pageAddress } from "../../client/page/site.ts";
import { nameOf } from "../../client/record/part-names.ts";
import { isBlank, newRow } from "../../client/record/record.ts";
import type { RfqRecord, Row } from "../../client/record/types.ts";
import { withAdded } from "../../client/record/with-added.ts";
import { ownEntry } from "../../client/text/own-entry.ts";

/** A cell of the row that is added: a pattern, or an option by what the limits hold for. */
interface Cell { column: string; label: string; pattern?: string; options?: Record<string, { id: string; label: string }> }

/** The detail that takes the result, as the page names it: a table with the cells of a row, or a text with its pattern. */
export interface Into { field: string; label: string; page: string; text?: string; cells?: Cell[] }

/** Something to add: the row or the text, and how it reads. */
interface Addition { added: Row | string; words: string }

type Say = (...words: (Node | string)[]) => void;

/** The question below the result, and what comes of the answer. */
export class AddToPart {
  readonly #root: HTMLElement;
  readonly #into: Into;
  readonly #say: Say;
  // The part that the question is about.
  #asked: { part: string; addition: Addition } | undefined;

  constructor(root: HTMLElement, into: Into, say: Say) {
    this.#root = root;
    this.#into = into;
    this.#say = say;
  }

  /** Opens the reader's part, and asks. */
  async ask(results: Results): Promise<void> {
    this.#say("Opening your part.");
    const { store, guide } = await this.#session();
    if (store.state === "memory") return this.#say("This browser's storage is blocked, so no part is kept here. Copy the result instead.");
    if (store.readOnly) return this.#say(store.notice);
    const { record } = store;
    const addition = additionOf(this.#into, results);
    this.#asked = { part: record.id, addition };
    const name = isBlank(record) ? "a new part" : nameOf(guide, record);
    this.#say();
    setText(query(this.#panel, "p"), `Add to “${this.#into.label}” of ${name}: ${addition.words}?${alreadyThere(record, this.#into.field, addition)}`);
    this.#panel.hidden = false;
    query<HTMLElement>(this.#panel, "[data-press=add]").focus();
  }

  /** Adds what was asked about, unless another part has been taken in use meanwhile. */
  async add(results: Results): Promise<void> {
    const { store, guide } = await this.#session();
    if (!this.#asked || this.#asked.part !== store.record.id) return this.ask(results);
    const { added } = this.#asked.addition;
    store.edit((record, at) => withAdded(guide, record, this.#into.field, added, at));
    this.cancel();
    await store.saved();
    if (store.state !== "saved") return this.#say(store.notice);
    const { label, page } = this.#into;
    this.#say(`Added to ${nameOf(guide, store.record)}: `, make("a", { href: pageAddress(page) }, label), ".");
  }

  /** Takes the question away; the focus that was in it goes back to where it came from. */
  cancel(): void {
    const hadFocus = this.#panel.contains(document.activeElement);
    this.#asked = undefined;
    this.#panel.hidden = true;
    if (hadFocus) query<HTMLElement>(this.#root, "[data-press=ask]").focus();
  }

  get #panel(): HTMLElement {
    return query(this.#root, ".calculator__ask");
  }

  #session(): Promise<Session> {
    return sessionOnDemand(query(document, ".calculator__client"));
  }
}

function additionOf({ text, cells = [] }: Into, results: Results): Addition {
  if (text) {
    const words = fillPattern(text, results);
    return { added: words, words: `“${words}”` };
  }
  const row = newRow();
  const words = cells.map(({ column, label, pattern, options }) => {
    const option = options?.[results["state"]!];
    row[column] = option?.id ?? fillPattern(pattern!, results);
    return `${label} “${option?.label ?? row[column]}”`;
  });
  return { added: row, words: words.join(", ") };
}

/** What the detail says so far, as far as an answer changes it. */
function alreadyThere(record: RfqRecord, field: string, { added }: Addition): string {
  const there = ownEntry(record.values, field);
  const reason = ownEntry(record.na ?? {}, field);
  const says = typeof added === "string" && typeof there === "string" && there.trim() ? ` It goes after “${there.trim()}”.` : "";
  return reason === undefined ? says : `${says} The detail is marked not applicable, which is taken back.`;
}

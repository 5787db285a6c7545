/** Shows what the files say of details that are empty, to be used or not. */

import { make, query } from "../../client/browser/dom.ts";
import type { Offer } from "../../client/preflight/offers.ts";
import type { Session } from "../../client/page/session.ts";
import { fileOf, withFile } from "../../client/record/file-entries.ts";
import { valueChange } from "../../client/record/record.ts";
import type { RfqRecord } from "../../client/record/types.ts";
import { plainName } from "../../client/text/display-name.ts";
import type { Inspector } from "./inspector.ts";

/** The list of offers; what was declined is kept with the file. */
export class OfferList {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #inspector: Inspector;
  #offers: Offer[] = [];

  constructor(root: HTMLElement, session: Session, inspector: Inspector) {
    this.#root = query(root, ".rfq-files__offers");
    this.#session = session;
    this.#inspector = inspector;
  }

  /** Shows the offers for the record in use. */
  show(): void {
    const { store } = this.#session;
    const offers = store.readOnly ? [] : this.#inspector.offers(store.record);
    this.#root.hidden = offers.length === 0;
    if (JSON.stringify(offers) === JSON.stringify(this.#offers)) return;
    this.#offers = offers;
    query(this.#root, "ul").replaceChildren(...offers.map((offer, index) => this.#row(offer, index)));
  }

  /** Enters what a row offers, or declines it; gives the sentence about it. */
  take(choice: "use" | "no", row: HTMLElement | null): string {
    const index = Number(row?.dataset["offer"]);
    const offer = this.#offers[index];
    if (!offer) return "";
    const { guide, store } = this.#session;
    const { label } = guide.field(offer.field);
    if (choice === "use") store.change(valueChange(guide, offer.field, offer.value));
    else store.edit((record, at) => declined(record, offer, at));
    this.show();
    const next = this.#root.querySelectorAll<HTMLElement>("[data-press=use]")[Math.min(index, this.#offers.length - 1)];
    if (next) next.focus();
    else query<HTMLElement>(this.#root.closest("rfq-files")!, "[data-press=files]").focus();
    return choice === "use" ? `${label} is now “${this.#words(offer)}”, as read in “${plainName(offer.file)}”.` : `${label} stays empty.`;
  }

  #row(offer: Offer, index: number): HTMLLIElement {
    const { label } = this.#session.guide.field(offer.field);
    const value = this.#words(offer);
    const row = make("li", { "data-offer": String(index) }, `${label}: `, make("strong", {}, value), `, read in ${plainName(offer.file)}: `);
    row.append(
      make("button", { type: "button", "data-press": "use", "aria-label": `Use ${value} as ${label}` }, "Use"), " ",
      make("button", { type: "button", "data-press": "no", "aria-label": `No: ${label} is not ${value}` }, "No"),
    );
    return row;
  }

  #words({ field, value }: Offer): string {
    return this.#session.guide.field(field).options?.find(({ id }) => id === value)?.label ?? value;
  }
}

function declined(record: RfqRecord, { file, fact }: Offer, at: string): RfqRecord {
  const entry = fileOf(record, file);
  return entry ? withFile(record, { name: file, declined: [...new Set([...entry.declined ?? [], fact])] }, at) : record;
}

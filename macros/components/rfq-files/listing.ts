/** Lists what is hashed, and enters what the reader says of it. */

import { type Arrival, arrivalOf } from "../../client/arrivals.ts";
import { fileOf, freeName, withFile } from "../../client/file-entries.ts";
import { guessRole, namesIn } from "../../client/files/names.ts";
import type { Preflight } from "../../client/generated.ts";
import { contentOf, hold } from "../../client/package/held.ts";
import { named } from "../../client/package/manifest.ts";
import type { Store } from "../../client/store/store.ts";
import type { FileEntry } from "../../client/types.ts";
import { type Offer, offersOf } from "./offers.ts";

/** What is done to the list of the record in use. */
export class Listing {
  readonly #store: Store;
  readonly #data: Preflight;

  constructor(store: Store, data: Preflight) {
    this.#store = store;
    this.#data = data;
  }

  /** A file is hashed: it is listed, or recognized, or waits for a decision. */
  take(offer: Offer): Arrival {
    const { record } = this.#store;
    const { file: { name }, sha256 } = offer;
    const arrival = arrivalOf(record, name, sha256, !!contentOf({ name, sha256 }));
    if (arrival.how === "differs") offersOf(record.id).add(name, offer);
    else if (arrival.how === "new") this.#list(name, offer, !fileOf(record, name));
    else hold(sha256, offer.file);
    return arrival;
  }

  /** What the reader decides on the first file that waits under a name; gives the sentence about it. */
  decide(choice: "take" | "keep" | "both", name: string): string {
    const offer = offersOf(this.#store.record.id).take(name);
    if (choice === "keep" || !offer) return `What is listed of ${named([name])} stays.`;
    this.#list(choice === "both" ? freeName(this.#store.record, name) : name, offer, choice === "both");
    return choice === "both" ? "Both are listed." : `${named([name])} is now the new file: check its revision.`;
  }

  /** Enters a role or a revision. */
  enter(name: string, said: Pick<FileEntry, "role" | "revision">): void {
    this.#store.edit((record, at) => (fileOf(record, name) ? withFile(record, { name, ...said }, at) : record));
  }

  #list(name: string, { file, sha256 }: Offer, isNew: boolean): void {
    hold(sha256, file);
    const guessed = isNew ? { role: guessRole(name, this.#data), revision: namesIn(name, this.#data).revision ?? "" } : {};
    this.#store.edit((record, at) => withFile(record, { ...guessed, name, size: file.size, sha256 }, at));
  }
}

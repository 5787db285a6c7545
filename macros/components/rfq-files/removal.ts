/** Removes a file from the list, and brings back the one removed last. */

import { part, setText } from "../../client/dom.ts";
import { withFileBack, withoutFile } from "../../client/file-entries.ts";
import { named } from "../../client/package/manifest.ts";
import type { Store } from "../../client/store/store.ts";
import type { FileEntry } from "../../client/types.ts";
import { type Offer, offersOf } from "./offers.ts";

/** The line that says what was removed, with its button. */
export class Removal {
  readonly #root: HTMLElement;
  readonly #store: Store;
  #removed: { file: FileEntry; place: number; offers: Offer[] } | undefined;

  constructor(root: HTMLElement, store: Store) {
    this.#root = part(root, ".files__undo");
    this.#store = store;
  }

  /** Removes a file, with what waits under its name. */
  remove(name: string): void {
    const { id, files } = this.#store.record;
    const place = files.findIndex((each) => each.name === name);
    if (place < 0) return;
    const offers = offersOf(id).takeAll(name);
    this.#removed = { file: files[place]!, place, offers };
    this.#store.edit((record, at) => withoutFile(record, name, at));
    const along = offers.length > 0 ? `, with ${offers.length} more of its name that waited for you` : "";
    setText(part(this.#root, "span"), `${named([name])} is removed from the list${along}.`);
    this.#root.hidden = false;
    part<HTMLElement>(this.#root, "button").focus();
  }

  /** Brings back what was removed; gives its name. */
  undo(): string | undefined {
    const removed = this.#removed;
    if (!removed) return undefined;
    const { file, place, offers } = removed;
    this.#store.edit((record, at) => withFileBack(record, file, place, at));
    offersOf(this.#store.record.id).add(file.name, ...offers);
    return file.name;
  }

  /** Offers nothing any more. */
  hide(): void {
    this.#removed = undefined;
    this.#root.hidden = true;
  }
}

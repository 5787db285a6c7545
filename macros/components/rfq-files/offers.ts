/** Files that have the name of a listed file and another content: they wait for the reader's decision, one after another. */

import { sizeInWords } from "../../client/file-entries.ts";

/** A file that is hashed and not listed. */
export interface Offer { file: File; sha256: string }

/** What waits for decisions on one part, by the listed name. */
export class Offers {
  readonly #waiting = new Map<string, Offer[]>();

  /** Lets files wait, each content once. */
  add(name: string, ...offers: Offer[]): void {
    const waiting = this.of(name);
    const others = offers.filter(({ sha256 }) => !waiting.some((each) => each.sha256 === sha256));
    if (others.length > 0) this.#waiting.set(name, [...waiting, ...others]);
  }

  /** What waits under a name, the one to decide on first. */
  of(name: string): Offer[] {
    return this.#waiting.get(name) ?? [];
  }

  /** Takes the first away, for it is decided. */
  take(name: string): Offer | undefined {
    const [first, ...rest] = this.takeAll(name);
    this.add(name, ...rest);
    return first;
  }

  /** Takes all of a name away. */
  takeAll(name: string): Offer[] {
    const waiting = this.of(name);
    this.#waiting.delete(name);
    return waiting;
  }
}

const ofParts = new Map<string, Offers>();

/** What waits on a part: kept as long as the tab, so that it is there again when the reader comes back to the part or the page. */
export function offersOf(part: string): Offers {
  const offers = ofParts.get(part) ?? new Offers();
  ofParts.set(part, offers);
  return offers;
}

/** What a line says while files wait: the size tells those of one drop apart. */
export function offersInWords([first, ...more]: [Offer, ...Offer[]]): string {
  const rest = more.length > 0 ? ` After it ${more.length} more of this name to decide on.` : "";
  return `Not the same: the checksum of the file you added (${sizeInWords(first.file.size)}) differs. What is listed stays until you decide, and the new file is let go when you close the page.${rest}`;
}

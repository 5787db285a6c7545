/** Files that bear a listed name and are other files: they wait for the reader's decision, one after another. */

import { sizeInWords } from "../../client/file-entries.ts";

/** A file that is hashed and not listed. */
export interface Offer { file: File; sha256: string }

/** What waits, by the listed name. */
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

  clear(): void {
    this.#waiting.clear();
  }
}

/** What a line says while files wait: the size tells those of one drop apart. */
export function offersInWords([first, ...more]: [Offer, ...Offer[]]): string {
  const rest = more.length > 0 ? ` After it ${more.length} more of this name to decide on.` : "";
  return `Not the same: the checksum of the file you added (${sizeInWords(first.file.size)}) differs. What is listed stays until you decide.${rest}`;
}

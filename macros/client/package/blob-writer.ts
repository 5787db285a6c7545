/** Bytes on their way into a file: in Blobs, which a browser may keep on disk, and not in the page's memory. */

const MOST_IN_MEMORY = 16_000_000;

/** Takes bytes in; they must not change afterwards. */
export class BlobWriter {
  readonly #blobs: Blob[] = [];
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= MOST_IN_MEMORY) this.#spill();
  }

  /** Everything taken in. */
  blob(type = ""): Blob {
    this.#spill();
    return new Blob(this.#blobs, { type });
  }

  #spill(): void {
    this.#blobs.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#size = 0;
  }
}

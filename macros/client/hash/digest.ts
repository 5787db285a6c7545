/** SHA-256 of a file of any size: read slice by slice, so that it is never whole in memory. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** How much is read at a time, in bytes; between two slices a page can draw and a reader can cancel. */
const SLICE = 1 << 20;

/** What a reader sees and does while something is hashed. */
export interface Hashing { signal?: AbortSignal | undefined; progress?: ((bytes: number) => void) | undefined }

/** What the worker that hashes says: how far it is, the digest, or that the file could not be read. */
export type HashMessage = { bytes: number } | { digest: string } | { fault: string };

/** A digest that grows; the bytes given are not kept. */
export function newDigest(): { add: (bytes: Uint8Array) => void; hex: () => string } {
  const hash = sha256.create();
  return { add: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

/** The digest of bytes that are in memory, in hexadecimal. */
export function digestOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The digest of a file in hexadecimal; one that went or changed meanwhile rejects as the browser says it. */
export async function digestOf(blob: Blob, { signal, progress }: Hashing = {}): Promise<string> {
  const digest = newDigest();
  for (let start = 0; start < blob.size; start += SLICE) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await blob.slice(start, start + SLICE).arrayBuffer());
    digest.add(bytes);
    progress?.(start + bytes.length);
  }
  signal?.throwIfAborted();
  return digest.hex();
}

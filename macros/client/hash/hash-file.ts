/** Hashes a file beside the page, in a worker; where workers are refused, on the page, slice by slice. */

import SCRIPT from "../../../.cache/hash-worker.txt";
import { type HashMessage, type Hashing, digestOf } from "./digest.ts";

/** A file up to this many bytes is hashed sooner than a worker starts. */
const SMALL = 4_000_000;

/** The digest of a file in hexadecimal; rejects when it cannot be read any more, or when the reader cancels. */
export async function hashFile(file: Blob, hashing: Hashing = {}): Promise<string> {
  if (file.size <= SMALL) return digestOf(file, hashing);
  return await inWorker(file, hashing) ?? digestOf(file, hashing);
}

/** Resolves to undefined where no worker starts. */
async function inWorker(file: Blob, { signal, progress }: Hashing): Promise<string | undefined> {
  const address = URL.createObjectURL(new Blob([SCRIPT], { type: "text/javascript" }));
  let worker: Worker | undefined;
  let cancel: (() => void) | undefined;
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      signal?.throwIfAborted();
      cancel = () => reject(signal!.reason as Error);
      signal?.addEventListener("abort", cancel);
      worker = new Worker(address);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(undefined);
      };
      worker.onmessage = ({ data }: MessageEvent<HashMessage>) => {
        if ("bytes" in data) progress?.(data.bytes);
        else if ("digest" in data) resolve(data.digest);
        else reject(new DOMException(data.fault, "NotReadableError"));
      };
      worker.postMessage(file);
    });
  } catch (error) {
    if (worker || signal?.aborted) throw error;
    return undefined;
  } finally {
    worker?.terminate();
    // The signal is of a whole drop, and outlives each of its files.
    if (cancel) signal?.removeEventListener("abort", cancel);
    URL.revokeObjectURL(address);
  }
}

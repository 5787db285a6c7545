/** Reads a file beside the page, in a worker; a small one, and any where workers are refused, on the page and in slices. */

import SCRIPT from "../../../.cache/read-worker.txt";
import type { FileFacts } from "../preflight/file-facts.ts";
import { sourceOf } from "../preflight/readers/bytes.ts";
import { kindOf, readFacts, usualEndingOf } from "../preflight/readers/read-file.ts";
import type { Preflight } from "../record/generated.ts";
import { readPdfText } from "./lazy.ts";

/** What the worker is given. */
export interface FileToRead { name: string; content: Blob; data: Preflight }

/** A file up to this many bytes is read sooner than a worker starts. */
const SMALL = 100_000;
/** Endings of what is packed, and more than it seems. */
const PACKED = /\.(?:3mf|stpz|gz)$/i;

/** The facts of a file; rejects with `NoPdfReader` alone. */
export async function readFile(name: string, content: Blob, data: Preflight): Promise<FileFacts> {
  const source = sourceOf(name, content);
  const isSmall = content.size <= SMALL && !PACKED.test(name);
  // The reader of PDFs has a worker of its own.
  const isPdf = kindOf(name, data) === "pdf" || await usualEndingOf(source, data).catch(() => "") === "pdf";
  const facts = isSmall || isPdf ? undefined : await inWorker({ name, content, data });
  return facts ?? readFacts(source, data, readPdfText);
}

/** Resolves to undefined where no worker starts. */
async function inWorker(file: FileToRead): Promise<FileFacts | undefined> {
  const address = URL.createObjectURL(new Blob([SCRIPT], { type: "text/javascript" }));
  let worker: Worker | undefined;
  try {
    return await new Promise<FileFacts | undefined>((resolve) => {
      worker = new Worker(address);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(undefined);
      };
      worker.onmessage = ({ data }: MessageEvent<FileFacts>) => resolve(data);
      worker.postMessage(file);
    });
  } catch {
    return undefined;
  } finally {
    worker?.terminate();
    URL.revokeObjectURL(address);
  }
}

/** The reader of PDFs: it carries its worker as text, since from `file://` a worker starts from a Blob alone. */

import script from "../../.cache/pdf-worker.txt";
import type { PdfText } from "../client/preflight/readers/pdf.ts";
import { answerOf } from "../client/preflight/readers/pdf-timeout.ts";

export { RELEASE as release } from "../client/page/release.ts";

/** Reads a PDF in a worker of its own, which is ended when it answered or took too long; `maps` is the address of the folder of character maps. */
export function readInWorker(bytes: Uint8Array<ArrayBuffer>, maps: string): Promise<PdfText | undefined> {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address);
  return answerOf(worker, { bytes, maps }).finally(() => URL.revokeObjectURL(address));
}

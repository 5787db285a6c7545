/** The reader of PDFs: it carries its worker as text, since from `file://` a worker starts from a Blob alone. */

import script from "../../../.cache/pdf-worker.txt";
import type { PdfText } from "./pdf.ts";
import { answerOf } from "./pdf-wait.ts";

/** Reads a PDF in a worker of its own, which is ended when it answered or took too long. */
export function readInWorker(bytes: Uint8Array<ArrayBuffer>): Promise<PdfText | undefined> {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address);
  return answerOf(worker, bytes).finally(() => URL.revokeObjectURL(address));
}

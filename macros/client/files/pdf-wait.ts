/** Waits for a worker, but not for long: a PDF can be made to keep its reader busy for ever. */

import type { PdfText } from "./pdf.ts";

/** How long one PDF may take, in milliseconds. */
export const PATIENCE = 10_000;

/** The worker's answer to a PDF; nothing when it fails or takes too long. The worker is ended in any case. */
export async function answerOf(worker: Worker, bytes: Uint8Array<ArrayBuffer>): Promise<PdfText | undefined> {
  const { port1, port2 } = new MessageChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<PdfText | undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE);
      port1.onmessage = (event: MessageEvent<PdfText>) => resolve(event.data);
      worker.onerror = () => resolve(undefined);
      worker.postMessage(bytes, [bytes.buffer, port2]);
    });
  } finally {
    clearTimeout(timer);
    port1.close();
    worker.terminate();
  }
}

/** Waits for a worker, but not for long: a PDF can be made to keep its reader busy for ever. */

import type { PdfText } from "./pdf.ts";

/** How long one PDF may take, in milliseconds. */
export const PATIENCE = 10_000;
/** How long the picture may take once the text is there. */
export const PICTURE_PATIENCE = 2500;

/** What a worker is given: the bytes of a PDF, and the address of the folder of character maps. */
export interface PdfTask { bytes: Uint8Array<ArrayBuffer>; maps: string }

/** What a worker answers: the text as soon as it has it, and once more when the picture is drawn too. */
export interface PdfAnswer { text: PdfText; last: boolean }

/** The worker's answer to a PDF; nothing when it fails or takes too long. The worker is ended in any case. */
export async function answerOf(worker: Worker, task: PdfTask): Promise<PdfText | undefined> {
  const { port1, port2 } = new MessageChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: PdfText | undefined;
  try {
    return await new Promise<PdfText | undefined>((resolve) => {
      timer = setTimeout(() => resolve(latest), PATIENCE);
      port1.onmessage = ({ data }: MessageEvent<PdfAnswer>) => {
        latest = data.text;
        if (data.last) return resolve(latest);
        clearTimeout(timer);
        timer = setTimeout(() => resolve(latest), PICTURE_PATIENCE);
      };
      worker.onerror = () => resolve(latest);
      worker.postMessage(task, [task.bytes.buffer, port2]);
    });
  } finally {
    clearTimeout(timer);
    port1.close();
    worker.terminate();
  }
}

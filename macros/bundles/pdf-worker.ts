/** The worker that reads one PDF: its bytes come in with a port, and what was found goes out by it. */

import { pdfText } from "../client/preflight/readers/pdf-text.ts";
import type { PdfAnswer, PdfTask } from "../client/preflight/readers/pdf-timeout.ts";

// pdf.js forgets about some errors of damaged files; what it still finds is the answer.
self.addEventListener("unhandledrejection", (event) => event.preventDefault());
// Not `onmessage` and not the worker's own channel: pdf.js takes both for itself.
self.addEventListener("message", async ({ data, ports: [port] }: MessageEvent<PdfTask>) => {
  const answer = (text: PdfAnswer["text"], last: boolean): void => port?.postMessage({ text, last } satisfies PdfAnswer);
  answer(await pdfText(data.bytes, { maps: (filename) => mapFrom(data.maps, filename), heard: (text) => answer(text, false) }), true);
});

/** From a disk nothing is fetched; the text of the font that names the map is then lost, and said to be. */
async function mapFrom(folder: string, filename: string): Promise<Uint8Array> {
  const response = await fetch(new URL(filename, folder));
  if (!response.ok) throw new Error(`${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

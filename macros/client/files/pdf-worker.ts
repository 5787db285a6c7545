/** The worker that reads one PDF: its bytes come in, what was found goes out. */

import { pdfText } from "./pdf-text.ts";

// pdf.js forgets about some errors of damaged files; what it still finds is the answer.
self.addEventListener("unhandledrejection", (event) => event.preventDefault());
self.onmessage = async ({ data }: MessageEvent<Uint8Array>) => self.postMessage(await pdfText(data));

/** The worker that reads one PDF: its bytes come in with a port, and what was found goes out by it. */

import { pdfText } from "./pdf-text.ts";

// pdf.js forgets about some errors of damaged files; what it still finds is the answer.
self.addEventListener("unhandledrejection", (event) => event.preventDefault());
// Not `onmessage` and not the worker's own channel: pdf.js takes both for itself.
self.addEventListener("message", async ({ data, ports: [port] }: MessageEvent<Uint8Array>) => port?.postMessage(await pdfText(data)));

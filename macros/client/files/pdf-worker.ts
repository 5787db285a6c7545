/** The worker that reads one PDF: its bytes come in, what was found goes out. */

import { pdfText } from "./pdf-text.ts";

self.onmessage = async ({ data }: MessageEvent<Uint8Array>) => self.postMessage(await pdfText(data));

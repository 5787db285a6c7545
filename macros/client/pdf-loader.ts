/** The bundle with the reader of PDFs, once there is a PDF. */

import { loadBundle } from "./bundle-loader.ts";
import type * as Pdf from "./files/pdf-main.ts";
import type { PdfReader } from "./files/pdf.ts";

/** Reads a PDF in a worker of its own; fails, as any reader may, where the bundle cannot be loaded. */
export const readPdfText: PdfReader = async (bytes) => {
  const { readInWorker } = await loadBundle<typeof Pdf>("guide-pdf.js", "rfqGuidePdf");
  return readInWorker(bytes);
};

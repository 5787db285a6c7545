/** The bundle with the reader of PDFs, once there is a PDF. */

import { loadBundle } from "./bundle-loader.ts";
import type * as Pdf from "./files/pdf-main.ts";
import { NoPdfReader, type PdfReader } from "./files/pdf.ts";

/** Reads a PDF in a worker of its own. */
export const readPdfText: PdfReader = async (bytes) => {
  const { readInWorker } = await loadBundle<typeof Pdf>("guide-pdf.js", "rfqGuidePdf").catch((error: Error) => {
    throw new NoPdfReader(error.message);
  });
  return readInWorker(bytes);
};

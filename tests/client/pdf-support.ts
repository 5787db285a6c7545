/** The reader of PDFs for tests, with the character maps that pages fetch. */

import { readFile } from "node:fs/promises";
import { pdfText } from "../../macros/client/preflight/readers/pdf-text.ts";
import type { PdfReader } from "../../macros/client/preflight/readers/pdf.ts";

const MAPS = new URL("../../overrides/assets/cmaps/", import.meta.url);

/** Reads a PDF as a page does that came from a server. */
export const READ_PDF: PdfReader = (bytes) => pdfText(bytes.slice(), { maps: async (name) => new Uint8Array(await readFile(new URL(name, MAPS))) });

/** The text of a PDF's first sheets by pdf.js, all in the thread that calls it. */

import "./pdf-worker-handler.ts";
import { type PDFPageProxy, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfText } from "./pdf.ts";

const SHEETS = 3;
/** A few bytes of a PDF can say the same words without end, so reading stops when this is enough for any drawing. */
const LONGEST = 20_000;

/** Reads a PDF; nothing in it is drawn, run or fetched. */
export async function pdfText(bytes: Uint8Array): Promise<PdfText> {
  const loading = getDocument({
    data: bytes, verbosity: 0, isEvalSupported: false, useWasm: false, useWorkerFetch: false, disableFontFace: true,
    useSystemFonts: false, enableXfa: false, stopAtErrors: false,
  });
  try {
    const file = await loading.promise;
    const { info } = await file.getMetadata();
    const limited = Boolean((info as { EncryptFilterName?: string | null }).EncryptFilterName);
    let text = "";
    for (let number = 1; number <= Math.min(SHEETS, file.numPages) && text.length < LONGEST; number++) {
      text += `${await sheetText(await file.getPage(number), LONGEST - text.length)}\n`;
    }
    const partial = file.numPages > SHEETS || text.length >= LONGEST;
    return { pages: file.numPages, access: limited ? "limited" : "open", text: text.trim(), partial };
  } catch (error) {
    return (error as Error).name === "PasswordException" ? { access: "password" } : { damaged: true };
  } finally {
    await loading.destroy().catch(() => undefined);
  }
}

async function sheetText(page: PDFPageProxy, longest: number): Promise<string> {
  const reader = page.streamTextContent().getReader();
  let text = "";
  while (text.length < longest) {
    const { done, value } = await reader.read();
    if (done) return text;
    for (const item of value.items) if ("str" in item) text += item.str + (item.hasEOL ? "\n" : " ");
  }
  await reader.cancel(new Error("enough")).catch(() => undefined);
  return text.slice(0, longest);
}

/** The text of a PDF's first sheets by pdf.js, all in the thread that calls it. */

import "./pdf-worker-handler.ts";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfText } from "./pdf.ts";

const SHEETS = 3;
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
    const sheets: string[] = [];
    while (sheets.length < Math.min(SHEETS, file.numPages)) sheets.push(await sheetText(await file.getPage(sheets.length + 1)));
    return { pages: file.numPages, access: limited ? "limited" : "open", text: sheets.join("\n").trim().slice(0, LONGEST) };
  } catch (error) {
    return (error as Error).name === "PasswordException" ? { access: "password" } : { damaged: true };
  } finally {
    await loading.destroy().catch(() => undefined);
  }
}

async function sheetText(page: { getTextContent(): Promise<{ items: object[] }> }): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? `${item.str}${"hasEOL" in item && item.hasEOL ? "\n" : " "}` : "")).join("");
}

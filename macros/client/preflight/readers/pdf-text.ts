/** What pdf.js reads of a PDF: text and forms of its first sheets, and what is said of the whole; all in the thread that calls it. */

import "./pdf-worker-handler.ts";
import { type PDFDocumentProxy, type PDFPageProxy, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { withOpenText } from "./pdf-encryption.ts";
import { Drawn, cornerOf, drawCorner, inCorner } from "./pdf-corner.ts";
import { shownAnnotations } from "./pdf-annotations.ts";
import type { PdfText } from "./pdf.ts";
import { sheetInWords } from "./sheet-sizes.ts";

const SHEETS = 3;
/** A few bytes of a PDF can say the same words without end, so reading stops when this is enough for any drawing. */
const LONGEST = 20_000;
const LONGEST_TITLE_BLOCK = 400;
const MILLIMETERS = 25.4 / 72;
/** What viewers show in place of a form that only some programs can show. */
const PLACEHOLDER = /\bplease wait\b/i;
/** Letters that stand for nothing: a font of its own has said which glyph they are, and not which letter. */
const NO_LETTER = /[\p{Co}\p{Cn}\u0000-\u0008\uFFFD]/gu;

/** Gives the bytes of a character map by its file name. */
export type CharacterMaps = (filename: string) => Promise<Uint8Array>;

/** How a PDF is read: where its character maps come from, and who hears what was read before the picture is drawn. */
interface Options { maps: CharacterMaps; heard?: (text: PdfText) => void }

/** Reads a PDF; nothing in it is run, and nothing fetched but character maps that its fonts name. */
export async function pdfText(bytes: Uint8Array, { maps, heard }: Options): Promise<PdfText> {
  const { data, attachmentsLocked } = withOpenText(bytes);
  const warnings = new Warnings();
  const loading = getDocument({
    data, verbosity: 1, useWasm: false, useWorkerFetch: false, disableFontFace: true,
    useSystemFonts: false, enableXfa: false, stopAtErrors: false, isOffscreenCanvasSupported: false, isImageDecoderSupported: false,
    BinaryDataFactory: class {
      fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
        return kind === "cMapUrl" ? maps(filename) : Promise.reject(new Error("not loaded here"));
      }
    },
    CanvasFactory: Drawn,
  });
  try {
    const file = await loading.promise;
    const text = await readDocument(file, warnings);
    if (attachmentsLocked) text.holds = [...text.holds ?? [], "attachments that are encrypted"];
    heard?.(text);
    const corner = heard && await drawCorner(await file.getPage(1));
    return corner ? { ...text, corner } : text;
  } catch (error) {
    return (error as Error).name === "PasswordException" ? { access: "password" } : { damaged: true };
  } finally {
    warnings.end();
    await loading.destroy().catch(() => undefined);
  }
}

async function readDocument(file: PDFDocumentProxy, warnings: Warnings): Promise<PdfText> {
  const info = (await file.getMetadata()).info as Record<string, unknown>;
  const attachments = (await file.getAttachments().catch(() => null))?.size ?? 0;
  let [text, titleBlock, fields] = ["", "", 0];
  for (let number = 1; number <= Math.min(SHEETS, file.numPages) && text.length < LONGEST; number++) {
    const page = await file.getPage(number);
    const read = await sheetText(page, LONGEST - text.length);
    const shown = shownAnnotations(await page.getAnnotations({ intent: "display" }));
    text += `${read.text}\n${shown.text.slice(0, LONGEST - text.length)}\n`;
    fields += shown.fields;
    if (number === 1) titleBlock = [...read.corner, ...shown.text.split("\n")].filter((each) => each.trim() !== "").join(" · ");
  }
  // A file that was cut is whole only if its last sheet is there as well.
  const first = await file.getPage(1);
  await file.getPage(file.numPages);
  const unread = whyUnread(info, text, warnings);
  // Letters of fonts whose widths are not known stand apart.
  text = text.replace(/ {2,}/g, " ");
  return {
    pages: file.numPages,
    access: info["EncryptFilterName"] ? "limited" : "open",
    text: text.trim(),
    partial: file.numPages > SHEETS || text.length >= LONGEST || unread.length > 0,
    unread,
    titleBlock: titleBlock.slice(0, LONGEST_TITLE_BLOCK),
    sheet: sheetOf(first),
    program: [info["Creator"], info["Producer"]].find((each): each is string => typeof each === "string" && each.trim() !== ""),
    written: typeof info["CreationDate"] === "string" ? dayOf(info["CreationDate"]) : undefined,
    holds: [
      fields > 0 && (fields === 1 ? "a form field" : `${fields} form fields`),
      attachments > 0 && (attachments === 1 ? "an attachment" : `${attachments} attachments`),
    ].filter((each) => typeof each === "string"),
  };
}

/** Why text may be missing that a person sees, each as a sentence. */
function whyUnread(info: Record<string, unknown>, text: string, warnings: Warnings): string[] {
  const reasons: string[] = [];
  const letters = text.replace(/\s/g, "").length;
  const placeholder = PLACEHOLDER.test(text) && letters < 1000;
  if (info["IsXFAPresent"] === true) reasons.push(`The PDF is a ${placeholder || letters === 0 ? "dynamic " : ""}form (XFA): its contents were not read.`);
  else if (info["IsCollectionPresent"] === true) reasons.push("The PDF is a portfolio: the documents in it were not read.");
  else if (placeholder) reasons.push("The PDF shows a page that asks to wait: what belongs there was not read.");
  if (warnings.lostFonts > 0) reasons.push("Text in a font that could not be read here was lost.");
  if ((text.match(NO_LETTER) ?? []).length * 5 > letters && letters > 0) reasons.push("Its letters are of a font of its own, so its text cannot be read.");
  return reasons;
}

async function sheetText(page: PDFPageProxy, longest: number): Promise<{ text: string; corner: string[] }> {
  const reader = page.streamTextContent().getReader();
  const corner = cornerOf(page);
  const inTitleBlock: string[] = [];
  let text = "";
  while (text.length < longest) {
    const { done, value } = await reader.read();
    if (done) return { text, corner: inTitleBlock };
    for (const item of value.items) {
      if (!("str" in item)) continue;
      text += item.str + (item.hasEOL ? "\n" : " ");
      if (inTitleBlock.length < 200 && item.str.trim() !== "" && inCorner(corner, item.transform as number[])) inTitleBlock.push(item.str.trim());
    }
  }
  await reader.cancel(new Error("enough")).catch(() => undefined);
  return { text: text.slice(0, longest), corner: inTitleBlock };
}

function sheetOf(page: PDFPageProxy): string | undefined {
  const { width, height } = page.getViewport({ scale: 1 });
  return sheetInWords(width * MILLIMETERS, height * MILLIMETERS);
}

/** `D:20260302100000Z` as `2026-03-02`. */
function dayOf(date: string): string | undefined {
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(date) ?? [];
  return year && `${year}-${month}-${day}`;
}

/** Hears what pdf.js says only in warnings: that a font failed, and its text with it. */
class Warnings {
  lostFonts = 0;
  readonly #warn = console.warn;

  constructor() {
    console.warn = (...words: unknown[]) => {
      if (/translateFont failed|Type3 font|Error during font loading/.test(String(words[0]))) this.lostFonts++;
    };
  }

  end(): void {
    console.warn = this.#warn;
  }
}

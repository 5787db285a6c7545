/** Reads a PDF: the little that its bytes show, and the rest through a reader that is loaded when there is a PDF. */

import { asLatin, head, tail } from "./bytes.ts";
import { type FileFacts, type Source, tidy } from "../file-facts.ts";

/** What the reader of PDFs finds; `damaged` where it could make nothing of the file, `unread` why text may be missing. */
export interface PdfText {
  pages?: number; access?: FileFacts["access"]; text?: string; partial?: boolean; damaged?: boolean; unread?: string[];
  titleBlock?: string; sheet?: string | undefined; program?: string | undefined; written?: string | undefined; holds?: string[]; corner?: Blob;
}

/** The reader of PDFs could not be loaded: nothing is known of the PDF by that, and a later try may load it. */
export class NoPdfReader extends Error {}

/** Reads the bytes of a PDF, or gives up after a time and says nothing; rejects with `NoPdfReader` where it cannot be loaded. */
export type PdfReader = (bytes: Uint8Array<ArrayBuffer>) => Promise<PdfText | undefined>;

/** Larger files are not handed to the reader, which needs them whole. */
const MOST_READ = 48 << 20;
/** A mark may stand before this much, which scanners and mail gateways put behind it. */
const PADDING = 1 << 20;

/** The facts of a PDF; without a reader nothing is said but its kind. */
export async function readPdf(file: Source, reader?: PdfReader): Promise<FileFacts> {
  const end = asLatin(await tail(file, PADDING));
  const mark = end.lastIndexOf("%%EOF");
  const problems: string[] = [];
  const found = await textOf(file, reader, problems);
  const opened = found !== undefined && !found.damaged;
  if (found?.damaged) problems.push("The PDF is damaged: its sheets could not be read.");
  if (found?.access === "password") problems.push("The PDF asks for a password.");
  problems.push(...found?.unread ?? []);
  if (found?.text === "" && !found.unread?.length) problems.push("The PDF has no text that can be read: it may be a scan, or text drawn as lines.");
  else if (found?.partial && !found.unread?.length) problems.push("Only the beginning of its text was read.");
  // What was written after the last mark has lost its own.
  const isCut = mark < 0 || /\d+ \d+ obj\b/.test(end.slice(mark));
  const remarks = isCut && !found?.damaged ? ["It has no end mark where a PDF has one: it may be cut short."] : [];
  return {
    kind: "pdf",
    format: "PDF",
    complete: found?.damaged ? false : opened && !isCut ? true : undefined,
    pages: found?.pages,
    sheet: found?.sheet,
    access: found?.access,
    system: found?.program && tidy(found.program, 80),
    written: found?.written,
    text: found?.text,
    titleBlock: found?.titleBlock && tidy(found.titleBlock, 400),
    corner: found?.corner,
    holds: found?.holds?.length ? found.holds : undefined,
    partial: found?.partial || undefined,
    remarks: remarks.length > 0 ? remarks : undefined,
    problems,
  };
}

async function textOf(file: Source, reader: PdfReader | undefined, problems: string[]): Promise<PdfText | undefined> {
  if (!reader) return undefined;
  if (file.size > MOST_READ) {
    problems.push("The PDF is too large to be checked here.");
    return undefined;
  }
  const found = await reader(await head(file, MOST_READ)).catch((error: unknown) => {
    if (error instanceof NoPdfReader) throw error;
    return undefined;
  });
  if (!found) problems.push("The PDF could not be checked in the time allowed.");
  return found;
}

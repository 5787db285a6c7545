/** Reads a PDF: the little that its bytes show, and the rest through a reader that is loaded when there is a PDF. */

import { asLatin, head, tail } from "./bytes.ts";
import type { Reading, Source } from "./reading.ts";

/** What the reader of PDFs finds; `damaged` where it could make nothing of the file. */
export interface PdfText { pages?: number; access?: Reading["access"]; text?: string; partial?: boolean; damaged?: boolean }

/** The reader of PDFs could not be loaded: nothing is known of the PDF by that, and a later try may load it. */
export class NoPdfReader extends Error {}

/** Reads the bytes of a PDF, or gives up after a time and says nothing; rejects with `NoPdfReader` where it cannot be loaded. */
export type PdfReader = (bytes: Uint8Array<ArrayBuffer>) => Promise<PdfText | undefined>;

/** Larger files are not handed to the reader, which needs them whole. */
const MOST_READ = 48 << 20;

/** The facts of a PDF; without a reader only whether it is whole. */
export async function readPdf(file: Source, reader?: PdfReader): Promise<Reading> {
  // A file may have some bytes behind its end; readers accept about a thousand.
  const complete = asLatin(await tail(file, 1100)).includes("%%EOF");
  const problems = complete ? [] : ["The file does not end as a PDF does: it is cut short or damaged."];
  const found = await textOf(file, reader, problems);
  if (found?.damaged) problems.push("The PDF is damaged: its sheets could not be read.");
  if (found?.access === "password") problems.push("The PDF asks for a password.");
  if (found?.text === "") problems.push("The PDF has no text that can be read: it may be a scan, or text drawn as lines.");
  else if (found?.partial) problems.push("Only the beginning of its text was read.");
  return {
    kind: "pdf",
    format: "PDF",
    complete: complete && !found?.damaged,
    pages: found?.pages,
    access: found?.access,
    text: found?.text,
    partial: found?.partial || undefined,
    problems,
  };
}

async function textOf(file: Source, reader: PdfReader | undefined, problems: string[]): Promise<PdfText | undefined> {
  if (!reader) return undefined;
  if (file.size > MOST_READ) {
    problems.push("The PDF is too large to be looked into here.");
    return undefined;
  }
  const found = await reader(await head(file, MOST_READ)).catch((error: unknown) => {
    if (error instanceof NoPdfReader) throw error;
    return undefined;
  });
  if (!found) problems.push("The PDF could not be looked into in the time allowed.");
  return found;
}

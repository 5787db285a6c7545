/** What a chosen or dropped file says as a record: the text of a JSON file, or of the record in a package. */

import { MAX_FILE_BYTES } from "../import/parse-json.ts";
import { type Unpacked, openPackage } from "./unpack.ts";
import { ZipProblem, isZip } from "./zip-directory.ts";

/** The record's text and its size in bytes; of a package also what its manifest says, and its files. */
export type RecordText = ({ text: string; size: number } & Partial<Unpacked>) | { problem: string };

/** Reads a file that a reader chose; what cannot be read, or is no package, is told in one sentence. */
export async function recordTextIn(file: File): Promise<RecordText> {
  try {
    if (await isZip(file)) {
      const found = await openPackage(file);
      return { ...found, size: found.text.length };
    }
    return { text: file.size > MAX_FILE_BYTES ? "" : await file.text(), size: file.size };
  } catch (error) {
    if (error instanceof ZipProblem) return { problem: error.message };
    if (!(error instanceof DOMException)) throw error;
    return { problem: `“${file.name}” cannot be read; choose a record's file.` };
  }
}

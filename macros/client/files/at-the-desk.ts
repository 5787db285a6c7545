/** What the files of an opened record say against it: by their names, and of a package by what is in them. */

import type { Preflight } from "../generated.ts";
import type { GuideIndex } from "../guide.ts";
import type { Packed } from "../package/unpack.ts";
import type { Question } from "../questions.ts";
import type { RfqRecord } from "../types.ts";
import type { PdfReader } from "./pdf.ts";
import { preflight, questionsOf } from "./preflight.ts";
import { readFacts } from "./read.ts";

/** The questions that a record's files leave; a file that is not in the package is judged by its name alone. */
export async function questionsOfFiles(
  guide: GuideIndex, record: RfqRecord, data: Preflight, packed: Packed[], pdf: PdfReader,
): Promise<Question[]> {
  const files = [];
  // One after the other: each is read within bounds, and none has to share its time.
  for (const entry of record.files) {
    const found = packed.find(({ sha256 }) => sha256 && sha256 === entry.sha256);
    const content = await found?.content();
    const reading = content && await readFacts({ name: entry.name, size: content.size, slice: (from, to) => content.slice(from, to) }, data, pdf);
    files.push({ ...entry, role: entry.role || "other", reading });
  }
  return files.length > 0 ? questionsOf(preflight(data, record, files, (field) => guide.field(field).label)) : [];
}

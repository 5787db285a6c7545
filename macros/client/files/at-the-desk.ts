/** What the files of an opened record say against it: by their names, and of a package by what is in them. */

import type { Preflight } from "../generated.ts";
import type { GuideIndex } from "../guide.ts";
import type { Packed } from "../package/unpack.ts";
import type { Question } from "../questions.ts";
import type { RfqRecord } from "../types.ts";
import { sourceOf } from "./bytes.ts";
import { type CheckedFile, checkedFile } from "./findings.ts";
import { NoPdfReader, type PdfReader } from "./pdf.ts";
import { preflight, questionsOf } from "./preflight.ts";
import { readFacts } from "./read.ts";

/** The questions that files leave, and the names of those that wait for a reader that could not be loaded. */
export interface FilesAtTheDesk { questions: Question[]; unread: string[] }

/** Looks at a record's files; one that is not in the package is judged by its name alone. */
export async function filesAtTheDesk(
  guide: GuideIndex, record: RfqRecord, data: Preflight, packed: Packed[], pdf: PdfReader,
): Promise<FilesAtTheDesk> {
  const files: CheckedFile[] = [];
  const unread: string[] = [];
  // One after the other: each is read within bounds, and none has to share its time.
  for (const entry of record.files) {
    const found = packed.find(({ sha256 }) => sha256 && sha256 === entry.sha256);
    const content = await found?.content();
    const reading = content && await readFacts(sourceOf(entry.name, content), data, pdf).catch((error: unknown) => {
      if (!(error instanceof NoPdfReader)) throw error;
      unread.push(entry.name);
      return undefined;
    });
    files.push(checkedFile(entry, reading));
  }
  return { questions: questionsOf(preflight(data, record, files, (field) => guide.field(field).label)), unread };
}

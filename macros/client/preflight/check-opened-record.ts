/** What the files of an opened record say against it: by their names, and of a package by what is in them. */

import type { Preflight } from "../record/generated.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import type { Packed } from "../package/unpack.ts";
import type { Question } from "../summary/questions.ts";
import type { RfqRecord } from "../record/types.ts";
import { type CheckedFile, checkedFile } from "./checks/check-context.ts";
import { NoPdfReader } from "./readers/pdf.ts";
import { factsOfEntry } from "./kept-facts.ts";
import { preflight, questionsOf } from "./preflight.ts";
import type { FileFacts } from "./file-facts.ts";

/** The questions that files leave, and the names of those that wait for a reader that could not be loaded. */
export interface FilesAtTheDesk { questions: Question[]; unread: string[] }

/** Reads a file; rejects with `NoPdfReader` alone. */
type ReadPacked = (name: string, content: Blob, data: Preflight) => Promise<FileFacts>;

/** Looks at a record's files; of one that is not in the package it takes what the record keeps of it. */
export async function filesAtTheDesk(
  guide: GuideIndex, record: RfqRecord, data: Preflight, packed: Packed[], read: ReadPacked,
): Promise<FilesAtTheDesk> {
  const files: CheckedFile[] = [];
  const unread: string[] = [];
  // One after the other: each is read within bounds, and none has to share its time.
  for (const entry of record.files) {
    const found = packed.find(({ sha256 }) => sha256 && sha256 === entry.sha256);
    const content = await found?.content();
    const facts = content && await read(entry.name, content, data).catch((error: unknown) => {
      if (!(error instanceof NoPdfReader)) throw error;
      unread.push(entry.name);
      return undefined;
    });
    files.push(checkedFile(entry, facts ?? factsOfEntry(entry)));
  }
  return { questions: questionsOf(preflight(data, guide, record, files)), unread };
}

/** What an added file is to a record: new, the same as one listed, or another one under a listed name. */

import { fileOf, duplicateOf } from "../../client/record/file-entries.ts";
import type { RfqRecord } from "../../client/record/types.ts";
import { listNames } from "../../client/text/list-names.ts";

/** How an added file matches the list; `of` is the listed name that it stands for, where that is another one than its own. */
export interface FileMatch { name: string; kind: "new" | "same" | "differs"; of?: string }

/** A listed file that is not here may come back under another name: its digest tells. */
export function matchFile(record: RfqRecord, name: string, sha256: string, isHere: boolean): FileMatch {
  const listed = fileOf(record, name);
  if (listed?.sha256) return { name, kind: listed.sha256 === sha256 ? "same" : "differs" };
  if (listed) return { name, kind: "new" };
  const duplicate = record.files.find((each) => each.sha256 === sha256);
  return duplicate && !isHere ? { name, kind: "same", of: duplicate.name } : { name, kind: "new" };
}

/** What came of added files, in one sentence for each kind of match. */
export function describeMatches(matches: FileMatch[]): string {
  const of = (kind: FileMatch["kind"]): FileMatch[] => matches.filter((each) => each.kind === kind);
  const [added, same, differs] = [of("new"), of("same"), of("differs")];
  const sentences: string[] = [];
  if (added.length > 0) sentences.push(`Listed: ${listNames(added.map(({ name }) => name))}.`);
  const [plain, renamed] = [same.filter((each) => !each.of), same.filter((each) => each.of)];
  if (plain.length > 0) sentences.push(`The same file as listed: ${listNames(plain.map(({ name }) => name))}.`);
  for (const { name, of: listed } of renamed) sentences.push(`${listNames([name])} is the same file as ${listNames([listed!])}, under another name.`);
  if (differs.length > 0) sentences.push(`Not the same as listed, the checksum differs: ${listNames(differs.map(({ name }) => name))}. Choose below which version to keep.`);
  return sentences.join(" ");
}

/** Which of the new files are duplicates, in one sentence each. */
export function describeDuplicates(record: RfqRecord, matches: FileMatch[]): string {
  return matches.filter(({ kind }) => kind === "new").flatMap(({ name }) => {
    const entry = fileOf(record, name);
    const duplicate = entry && duplicateOf(record, entry);
    return duplicate ? [`${listNames([name])} is a duplicate of ${listNames([duplicate.name])}.`] : [];
  }).join(" ");
}

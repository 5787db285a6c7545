/** What a file that arrives is to a record: new, the same as one listed, or another one under a listed name. */

import { fileOf, twinOf } from "./file-entries.ts";
import type { RfqRecord } from "./types.ts";

/** How a file arrived; `of` is the listed name that it stands for, where that is another one than its own. */
export interface Arrival { name: string; how: "new" | "same" | "differs"; of?: string }

/** A listed file that is not at hand may come back under another name: its digest tells. */
export function arrivalOf(record: RfqRecord, name: string, sha256: string, isAtHand: boolean): Arrival {
  const listed = fileOf(record, name);
  if (listed?.sha256) return { name, how: listed.sha256 === sha256 ? "same" : "differs" };
  if (listed) return { name, how: "new" };
  const twin = record.files.find((each) => each.sha256 === sha256);
  return twin && !isAtHand ? { name, how: "same", of: twin.name } : { name, how: "new" };
}

/** What came of a drop, in one sentence for each kind of arrival. */
export function arrivalsInWords(arrivals: Arrival[], named: (names: string[]) => string): string {
  const of = (how: Arrival["how"]): Arrival[] => arrivals.filter((each) => each.how === how);
  const [added, same, differs] = [of("new"), of("same"), of("differs")];
  const told: string[] = [];
  if (added.length > 0) told.push(`Listed: ${named(added.map(({ name }) => name))}.`);
  const [plain, renamed] = [same.filter((each) => !each.of), same.filter((each) => each.of)];
  if (plain.length > 0) told.push(`The same file as listed: ${named(plain.map(({ name }) => name))}.`);
  for (const { name, of: listed } of renamed) told.push(`${named([name])} is the same file as ${named([listed!])}, under another name.`);
  if (differs.length > 0) told.push(`Not the same as listed, the checksum differs: ${named(differs.map(({ name }) => name))}. Decide in the list which one counts.`);
  return told.join(" ");
}

/** Which of the new files are duplicates, in one sentence each. */
export function twinsInWords(record: RfqRecord, arrivals: Arrival[], named: (names: string[]) => string): string {
  return arrivals.filter(({ how }) => how === "new").flatMap(({ name }) => {
    const entry = fileOf(record, name);
    const twin = entry && twinOf(record, entry);
    return twin ? [`${named([name])} is a duplicate of ${named([twin.name])}.`] : [];
  }).join(" ");
}

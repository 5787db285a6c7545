/** How a listed file stands, and the words that its line has for that. */

import { twinOf } from "../../client/file-entries.ts";
import type { Reading } from "../../client/files/reading.ts";
import { factsInWords } from "../../client/files/words.ts";
import { contentOf } from "../../client/package/held.ts";
import { named } from "../../client/package/manifest.ts";
import type { FileEntry, RfqRecord } from "../../client/types.ts";
import { offersInWords, offersOf } from "./offers.ts";

/** `state`: at hand, not at hand, or with another file of its name waiting for a decision; `facts` is what was read of it. */
export interface Standing { state: "here" | "absent" | "differs"; words: string; facts: string }

/** How a file of a record stands; `reading` is what was read of it, if anything was. */
export function standingOf(record: RfqRecord, entry: FileEntry, reading: Reading | undefined): Standing {
  const twin = twinOf(record, entry);
  const also = twin ? ` The same content as ${named([twin.name])}: a duplicate.` : "";
  const facts = reading ? factsInWords(reading) : "";
  // What is listed may have become what waits: then there is nothing left to decide.
  const [first, ...more] = offersOf(record.id).of(entry.name).filter(({ sha256 }) => sha256 !== entry.sha256);
  if (first) return { state: "differs", words: offersInWords([first, ...more]) + also, facts };
  if (contentOf(entry)) return { state: "here", words: also.trim(), facts };
  return { state: "absent", words: `Not here: drop it again to put it in the package.${also}`, facts };
}

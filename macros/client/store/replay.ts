/** Takes into the database what a page noted and could not write any more. */

import { isRecord } from "../record/shape.ts";
import type { RfqRecord } from "../record/types.ts";
import type { Database } from "./database.ts";
import type { DeletedPart } from "./merge.ts";
import { type Noted, notesLeft, takeAway, withNoted } from "./pending-note.ts";
import type { Transaction } from "./transaction.ts";

/** Takes all notes into the parts they belong to, in one transaction, and then takes them away. */
export async function replayNotes(database: Database): Promise<void> {
  if (notesLeft().length === 0) return;
  const left = await database.transact("readwrite", async (tx) => {
    const left = notesLeft();
    for (const [, note] of left) for (const noted of read(note)) await takeIn(tx, noted).catch(() => tx.objectStore("unreadable").add(noted));
    return left;
  });
  for (const [key, note] of left) takeAway(key, note);
}

/** What a page noted; a text that is no list stands for itself, and is set aside whole like all that makes no record. */
function read(note: string): Noted[] {
  try {
    return [...JSON.parse(note)] as Noted[];
  } catch {
    return [note as unknown as Noted];
  }
}

/** A part that was deleted comes back, as it does where it is still open. */
async function takeIn(tx: Transaction, noted: Noted): Promise<void> {
  const [records, deleted] = [tx.objectStore("records"), tx.objectStore("deleted")];
  const stored = await records.get(noted.id) ?? (await deleted.get(noted.id) as DeletedPart | undefined)?.record;
  const record = withNoted(stored as RfqRecord | undefined, noted);
  if (!isRecord(record)) throw new TypeError(`A note of ${noted.id} makes no record.`);
  await records.put(record);
  await deleted.delete(noted.id);
  await tx.objectStore("settings").put(noted.id, "current");
}

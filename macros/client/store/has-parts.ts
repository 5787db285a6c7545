/** Whether anything is saved, asked without the store, and without leaving a database where there was none. */

import { existingDatabase } from "./existing-database.ts";
import { notesLeft } from "./pending-note.ts";
import { answer } from "./transaction.ts";

/** Resolves to whether a part is saved in this browser, or waits to be; to false where nothing can be. */
export async function hasParts(): Promise<boolean> {
  return notesLeft().length > 0 || await countRecords().catch(() => 0) > 0;
}

async function countRecords(): Promise<number> {
  const database = await existingDatabase(indexedDB);
  if (!database) return 0;
  const counted = new AbortController();
  let again: Promise<number> | undefined;
  try {
    const tx = database.transaction("records");
    // As `Database` does, for the same reason.
    addEventListener("pagehide", ({ persisted }) => {
      if (!persisted) return;
      again = new Promise((resolve) => { addEventListener("pageshow", () => resolve(countRecords()), { once: true }); });
      tx.abort();
    }, { signal: counted.signal });
    return await answer(tx.objectStore("records").count());
  } catch (error) {
    if (!again) throw error;
  } finally {
    counted.abort();
    database.close();
  }
  return again;
}

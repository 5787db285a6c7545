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
  try {
    return await answer(database.transaction("records").objectStore("records").count());
  } finally {
    database.close();
  }
}

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
  const tx = database.transaction("records");
  // WebKit lets no other page in while one that is left for the Back button is in a transaction.
  const abort = (): void => tx.abort();
  addEventListener("pagehide", abort);
  try {
    return await answer(tx.objectStore("records").count());
  } finally {
    removeEventListener("pagehide", abort);
    database.close();
  }
}

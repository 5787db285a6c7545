/** Whether anything is saved, asked without the store, and without leaving a database where there was none. */

/** What the store of records is called, in the database of the same site. */
const [DATABASE, RECORDS, PENDING] = ["rfq-guide", "records", "rfq-guide:pending"];

/** Resolves to whether a part is saved in this browser, or waits to be; to false where nothing can be. */
export async function hasParts(): Promise<boolean> {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PENDING)) || await countRecords() > 0;
  } catch {
    return false;
  }
}

function countRecords(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE);
    // There was none: asked for like this it would be made, and have no stores.
    opening.onupgradeneeded = () => opening.transaction!.abort();
    opening.onerror = () => resolve(0);
    opening.onblocked = () => resolve(0);
    opening.onsuccess = () => {
      const database = opening.result;
      try {
        const counting = database.transaction(RECORDS).objectStore(RECORDS).count();
        counting.onsuccess = () => resolve(counting.result);
        counting.onerror = () => resolve(0);
      } catch (error) {
        reject(error as Error);
      } finally {
        // It closes once the count is there, and is in nobody's way.
        database.close();
      }
    };
  });
}

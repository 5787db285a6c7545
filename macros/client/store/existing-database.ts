/** The database of this site, opened without making one where there was none. */

/** What it is called. */
export const NAME = "rfq-guide";
/** How long it may take to open, in milliseconds. */
export const OPEN_TIMEOUT = 3000;

/** The database as it is; undefined where there is none, or where it does not open within so many milliseconds. */
export function existingDatabase(factory: IDBFactory, timeout?: number): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const opening = factory.open(NAME);
    // There was none: asked for like this it would be made, and have no stores.
    opening.onupgradeneeded = () => opening.transaction!.abort();
    const end = (database?: IDBDatabase): void => {
      clearTimeout(timer);
      resolve(database);
    };
    opening.onerror = () => end();
    opening.onsuccess = () => end(opening.result);
    const timer = timeout && setTimeout(() => {
      // One that opens after all must be in no other tab's way.
      opening.onsuccess = () => opening.result.close();
      resolve(undefined);
    }, timeout);
  });
}

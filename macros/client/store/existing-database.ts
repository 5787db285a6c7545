/** The database of this site, opened without making one where there was none. */

export const NAME = "rfq-guide";

/** The database as it is; undefined where there is none, or where it does not open. */
export function existingDatabase(factory: IDBFactory): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const opening = factory.open(NAME);
    // There was none: asked for like this it would be made, and have no stores.
    opening.onupgradeneeded = () => opening.transaction!.abort();
    opening.onerror = () => resolve(undefined);
    opening.onsuccess = () => resolve(opening.result);
  });
}

/** What storage holds that could not be read. */

import { isRecord } from "../record/shape.ts";
import type { Database } from "./database.ts";

/** What could not be read, as texts to download; records of a newer guide are among them. */
export async function readUnreadable(database: Database): Promise<string[]> {
  const found = database.transact("readonly", async (tx): Promise<unknown[]> => [
    ...await tx.objectStore("unreadable").getAll(),
    ...(await tx.objectStore("records").getAll()).filter((each) => !isRecord(each)),
  ]);
  return (await found.catch(() => [])).map(inJson);
}

/** Anything out of storage as JSON, as far as it can be. */
export function inJson(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return String(value); // it holds itself, or numbers that JSON lacks; in the storage it is whole
  }
}

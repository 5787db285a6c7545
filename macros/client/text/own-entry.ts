/** Entries by key, as a record holds them; `__proto__` out of a hostile file is a key like any other. */

/** The entry under a key, or undefined where the entries have none of their own. */
export function ownEntry<T>(entries: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

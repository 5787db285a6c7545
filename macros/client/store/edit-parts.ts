/** What a reader does with whole parts, but for taking one in use. */

import { derivedName, nameOf, type Naming } from "../record/part-names.ts";
import type { Store } from "./store.ts";

/** Gives the part in use a name of its own; a blank one, or the one it has by itself, takes that away. */
export function rename(store: Store, guide: Naming, name: string): void {
  const own = name.trim();
  store.edit((record, updated) => ({ ...record, updated, name: own === derivedName(guide, record) ? undefined : own || undefined }));
}

/** Begins a new part with all that the one in use says. */
export function duplicate(store: Store, guide: Naming): void {
  if (store.readOnly) return;
  const at = store.storage.now();
  store.put({ ...store.record, created: at, updated: at, copied: undefined, name: `${nameOf(guide, store.record)} (copy)` }, { asNew: true });
}

/** Marks that the reader took a copy of a part, as it was at the time `copied`; what is entered after that is in no copy. */
export function copySaved(store: Store, id: string, copied: string): void {
  store.edit((record) => ({ ...record, copied }), id);
}

/** The files at hand in this tab, by their digest: a record says which it wants, whatever part it is of. */

import type { FileEntry, RfqRecord } from "../types.ts";
import type { AtHand } from "./pack.ts";

const held = new Map<string, Blob>();

/** Keeps a file at hand until the tab closes; it is a handle, and its content stays where it is. */
export function hold(sha256: string, file: Blob): void {
  held.set(sha256, file);
}

/** The content of a listed file, if it is at hand. */
export function contentOf(entry: FileEntry): Blob | undefined {
  return entry.sha256 ? held.get(entry.sha256) : undefined;
}

/** The listed files that are at hand. */
export function atHand(record: RfqRecord): AtHand[] {
  return record.files.flatMap((entry) => {
    const file = contentOf(entry);
    return file ? [{ entry, file }] : [];
  });
}

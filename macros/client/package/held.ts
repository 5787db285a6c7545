/** The contents of files that this tab has, by their digest: parts that list the same digest share one content. */

import type { FileEntry, RfqRecord } from "../types.ts";
import type { AtHand } from "./pack.ts";

const held = new Map<string, Blob>();
/** What no part listed when `letGo` was last called. */
let unlisted = new Set<string>();

/** Keeps a file at hand. One that the reader chose stays on the disk and costs nothing; one out of a package may take memory. */
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

/** Lets go of what no part lists now and none listed at the last call: what was removed in between still comes back by "Undo". */
export function letGo(parts: RfqRecord[]): void {
  const listed = new Set(parts.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
  const idle = [...held.keys()].filter((sha256) => !listed.has(sha256));
  for (const sha256 of idle) if (unlisted.has(sha256)) held.delete(sha256);
  unlisted = new Set(idle);
}

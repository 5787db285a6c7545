/** Files that have the name of a listed file and another content: they wait for the reader's decision, one after another. */

import type { FileContents, HashedFile } from "../../client/package/file-contents.ts";
import type { Session } from "../../client/page/session.ts";
import { describeFacts } from "../../client/preflight/describe-facts.ts";
import type { FileFacts } from "../../client/preflight/file-facts.ts";
import { dayRead } from "../../client/preflight/kept-facts.ts";
import { formatSize, duplicateOf } from "../../client/record/file-entries.ts";
import type { FileEntry, RfqRecord } from "../../client/record/types.ts";
import { listNames } from "../../client/text/list-names.ts";
import type { Inspector } from "./inspector.ts";

/** The conflicts of one part, by the listed name. */
export class Conflicts {
  readonly #waiting: Map<string, HashedFile[]>;

  constructor(waiting = new Map<string, HashedFile[]>()) {
    this.#waiting = waiting;
  }

  /** Those of the part in use; the session keeps them, so that they are there again when the reader comes back to the part. */
  static ofPartInUse({ conflicts, store }: Session): Conflicts {
    const waiting = conflicts.get(store.record.id) ?? new Map();
    conflicts.set(store.record.id, waiting);
    return new Conflicts(waiting);
  }

  /** Lets files wait, each content once. */
  add(name: string, ...files: HashedFile[]): void {
    const waiting = this.of(name);
    const others = files.filter(({ sha256 }) => !waiting.some((each) => each.sha256 === sha256));
    if (others.length > 0) this.#waiting.set(name, [...waiting, ...others]);
  }

  /** What waits under a name, the one to decide on first. */
  of(name: string): HashedFile[] {
    return this.#waiting.get(name) ?? [];
  }

  /** Takes the first away, for it is decided. */
  take(name: string): HashedFile | undefined {
    const [first, ...rest] = this.takeAll(name);
    this.add(name, ...rest);
    return first;
  }

  /** Takes all of a name away. */
  takeAll(name: string): HashedFile[] {
    const waiting = this.of(name);
    this.#waiting.delete(name);
    return waiting;
  }
}

/** `state`: the content is here, is not, or another file of the name waits for a decision; `facts` is what was read of it, and `look` what there is to see. */
export interface FileStatus { state: "here" | "absent" | "differs"; words: string; facts: string; look: FileFacts | undefined }

/** The status of a listed file, with the words that its row has for it. */
export function fileStatus(
  record: RfqRecord, entry: FileEntry, conflicts: Conflicts, contents: FileContents, read: Pick<Inspector, "factsOf" | "isRead" | "whyUnread">,
): FileStatus {
  const original = duplicateOf(record, entry);
  const duplicate = original ? ` The same content as ${listNames([original.name])}: a duplicate.` : "";
  const known = read.factsOf(entry);
  const isRead = read.isRead(entry);
  // What the record keeps has nothing to see in it.
  const look = isRead ? known : undefined;
  const day = known && !isRead ? dayRead(entry) : undefined;
  const unread = read.whyUnread(entry);
  const facts = known ? `${describeFacts(known)}${day ? ` (read on ${day})` : ""}` : unread && `Not checked. ${unread} Add the file again to have it checked.`;
  // What is listed may have become what waits: then there is nothing left to decide.
  const [first, ...more] = conflicts.of(entry.name).filter(({ sha256 }) => sha256 !== entry.sha256);
  if (first) return { state: "differs", words: conflictInWords(first, more.length) + duplicate, facts, look };
  if (contents.of(entry)) return { state: "here", words: duplicate.trim(), facts, look };
  return { state: "absent", words: `Not available in this tab. Add it again to include it.${duplicate}`, facts, look };
}

/** What a row says while files wait: the size tells those of one drop apart. */
export function conflictInWords({ file }: HashedFile, more: number): string {
  const rest = more > 0 ? ` ${more === 1 ? "1 more file with this name is" : `${more} more files with this name are`} waiting.` : "";
  return `Not the same: the checksum of the file you added (${formatSize(file.size)}) differs. What is listed stays until you decide, and the new file is discarded when you close the page.${rest}`;
}

/** Removes a file from the list, and brings back the one removed last. */

import { query, setText } from "../../client/browser/dom.ts";
import { withFileBack, withoutFile } from "../../client/record/file-entries.ts";
import { listNames } from "../../client/text/list-names.ts";
import type { HashedFile } from "../../client/package/file-contents.ts";
import type { Session } from "../../client/page/session.ts";
import type { FileEntry } from "../../client/record/types.ts";
import { Conflicts } from "./conflicts.ts";

/** The sentence that says what was removed, with its button. */
export class Removal {
  readonly #root: HTMLElement;
  readonly #session: Session;
  #removed: { file: FileEntry; index: number; waiting: HashedFile[] } | undefined;

  constructor(root: HTMLElement, session: Session) {
    this.#root = query(root, ".rfq-files__undo");
    this.#session = session;
  }

  /** Removes a file, with what waits under its name. */
  remove(name: string): void {
    const { files } = this.#session.store.record;
    const index = files.findIndex((each) => each.name === name);
    if (index < 0) return;
    const waiting = Conflicts.ofPartInUse(this.#session).takeAll(name);
    this.#removed = { file: files[index]!, index, waiting };
    this.#session.store.edit((record, at) => withoutFile(record, name, at));
    const others = waiting.length > 0 ? `, with ${waiting.length} more of its name that waited for you` : "";
    setText(query(this.#root, "span"), `${listNames([name])} is removed from the list${others}.`);
    this.#root.hidden = false;
    query<HTMLElement>(this.#root, "button").focus();
  }

  /** Brings back what was removed; gives its name. */
  undo(): string | undefined {
    const removed = this.#removed;
    if (!removed) return undefined;
    const { file, index, waiting } = removed;
    this.#session.store.edit((record, at) => withFileBack(record, file, index, at));
    Conflicts.ofPartInUse(this.#session).add(file.name, ...waiting);
    return file.name;
  }

  /** Offers nothing any more. */
  hide(): void {
    this.#removed = undefined;
    this.#root.hidden = true;
  }
}

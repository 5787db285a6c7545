/** What the region says of contents: which are stored in this browser, and which are gone with this page. */

import { query, setText } from "../../client/browser/dom.ts";
import type { Session } from "../../client/page/session.ts";
import { LARGEST_STORED } from "../../client/package/file-contents.ts";
import { whereControlled } from "../../client/record/export-control.ts";
import { formatSize } from "../../client/record/file-entries.ts";
import { listNames } from "../../client/text/list-names.ts";

const NO_ROOM = { disk: "There is no room to store these files", limit: `No more than ${formatSize(LARGEST_STORED)} of files is stored` };

/** The two sentences, and the button that clears what is stored. */
export class StorageNote {
  readonly #root: HTMLElement;
  readonly #session: Session;

  constructor(root: HTMLElement, session: Session) {
    this.#root = root;
    this.#session = session;
  }

  /** Says how it is with the files of the part in use. */
  show(): void {
    const { contents, store: { record } } = this.#session;
    const stored = contents.stored(record);
    const size = formatSize(stored.reduce((sum, { file }) => sum + file.size, 0));
    const count = stored.length === 1 ? "One file is" : `${stored.length} files are`;
    query<HTMLElement>(this.#root, ".rfq-files__stored").hidden = stored.length === 0;
    setText(query(this.#root, ".rfq-files__stored span"), `${count} stored in this browser for up to thirty days (${size}), for a package made later.`);
    const unstored = listNames(contents.unstored(record).map(({ name }) => name));
    query<HTMLElement>(this.#root, ".rfq-files__unstored").hidden = unstored === "";
    setText(query(this.#root, ".rfq-files__unstored"), `${this.#why()}: make the package before you leave or reload this page, or add them again after: ${unstored}.`);
  }

  /** What keeps contents out of the storage; where it keeps records out too, in the words that are said of those. */
  #why(): string {
    const { contents, guide, store } = this.#session;
    const where = whereControlled(guide, store.record);
    if (where) return `Export control or CUI is declared ${where}, or not ruled out, so contents are not stored`;
    if (store.state === "memory" || store.state === "failed") return store.notice.split(":", 1)[0]!;
    return contents.noRoom ? NO_ROOM[contents.noRoom] : "These files are not stored yet";
  }

  /** Clears what is stored for all parts; the lists stay. */
  async clear(): Promise<void> {
    await this.#session.contents.clear();
    query<HTMLElement>(this.#root, "[data-press=files]").focus();
  }
}

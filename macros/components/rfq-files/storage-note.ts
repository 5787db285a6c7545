/** What the region says of contents: which are stored in this browser, and which are gone with this page. */

import { query, setText } from "../../client/browser/dom.ts";
import type { Session } from "../../client/page/session.ts";
import { whereControlled } from "../../client/record/export-control.ts";
import { formatSize } from "../../client/record/file-entries.ts";
import { listNames } from "../../client/text/list-names.ts";

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
    const { contents, guide, store: { record } } = this.#session;
    const stored = contents.stored(record);
    const size = formatSize(stored.reduce((sum, { file }) => sum + file.size, 0));
    const count = stored.length === 1 ? "One file is" : `${stored.length} files are`;
    query<HTMLElement>(this.#root, ".rfq-files__stored").hidden = stored.length === 0;
    setText(query(this.#root, ".rfq-files__stored span"), `${count} stored in this browser for up to thirty days (${size}), for a package made later.`);
    const unstored = listNames(contents.unstored(record).map(({ name }) => name));
    const where = whereControlled(guide, record);
    const why = where ? `Export control or CUI is declared ${where}, or not ruled out, so contents are not stored` : "There is no room to store these files";
    query<HTMLElement>(this.#root, ".rfq-files__unstored").hidden = unstored === "";
    setText(query(this.#root, ".rfq-files__unstored"), `${why}: make the package before you leave or reload this page, or add them again after: ${unstored}.`);
  }

  /** Clears what is stored for all parts; the lists stay. */
  async clear(): Promise<void> {
    await this.#session.contents.clear();
    query<HTMLElement>(this.#root, "[data-press=files]").focus();
  }
}

/** Adds files: finds them in what was dropped, hashes each, and says what came of it. */

import { type FileMatch, describeDuplicates, describeMatches } from "./match-files.ts";
import { query, setText } from "../../client/browser/dom.ts";
import type { Dropped } from "../../client/browser/drag-and-drop.ts";
import { formatSize } from "../../client/record/file-entries.ts";
import { MAX_FILES_ADDED } from "../../client/record/formats.ts";
import { hashFile } from "../../client/hash/hash-file.ts";
import { listNames } from "../../client/text/list-names.ts";
import type { HashedFile } from "../../client/package/file-contents.ts";
import type { Store } from "../../client/store/store.ts";
import { TOO_MANY, filesIn } from "./read-folders.ts";
import { HashQueue } from "./hash-queue.ts";

/** What is heard while files are added; `hashed` lists files, or none where another part is in use by then. */
interface AddListener {
  hashed: (added: HashedFile[]) => FileMatch[];
  /** What a file without a known ending would end in. */
  usualEnding: (file: File) => Promise<string>;
  say: (text: string) => void;
  show: () => void;
}

/** Adds files to the record in use, and shows how far it is. */
export class FileAdder {
  readonly #root: HTMLElement;
  readonly #store: Store;
  readonly #listener: AddListener;
  readonly #queue: HashQueue;
  readonly #endings = new WeakMap<File, string>();
  #matches: FileMatch[] = [];
  /** What was refused while files were being read: said at once, and again with what came of those, which would hide it. */
  #refusals: string[] = [];

  constructor(root: HTMLElement, store: Store, listener: AddListener) {
    this.#root = root;
    this.#store = store;
    this.#listener = listener;
    this.#queue = new HashQueue({
      hashed: (files) => {
        const added = files.map(([file, sha256]) => ({ file, sha256, usualEnding: this.#endings.get(file) ?? "" }));
        this.#matches.push(...listener.hashed(added));
      },
      progress: (file, bytes, number, count) =>
        setText(query(this.#progress, "span"), `Reading ${listNames([file.name])}: ${formatSize(bytes)} of ${formatSize(file.size)}, file ${number} of ${count}.`),
    }, async (file, hashing) => {
      const sha256 = await hashFile(file, hashing);
      this.#endings.set(file, await listener.usualEnding(file));
      return sha256;
    });
  }

  /** Lists files, after each is hashed. */
  async add(dropped: Dropped[]): Promise<void> {
    const { say } = this.#listener;
    if (this.#store.readOnly) return say("This part is read-only here, so no file is listed.");
    const { files, unreadable } = await filesIn(dropped, MAX_FILES_ADDED);
    if (files.length === 0) return this.#refuse(unreadableInWords(unreadable) || "There is no file in it.");
    if (this.#countWith(files) > MAX_FILES_ADDED) return this.#refuse(TOO_MANY);
    if (!this.#queue.busy) say(`Reading ${files.length === 1 ? listNames([files[0]!.name]) : `${files.length} files`}.`);
    this.#progress.hidden = false;
    try {
      const failed = await this.#queue.add(files, unreadable);
      if (failed) this.#report(failed);
    } finally {
      if (!this.#queue.busy) this.#endProgress();
    }
  }

  /** Gives up what is not hashed yet. */
  cancel(): void {
    const left = this.#queue.cancel();
    this.#matches = [];
    this.#refusals = [];
    this.#endProgress();
    if (left.length > 0) this.#listener.say(`Canceled; not listed: ${listNames(left)}.`);
  }

  #refuse(why: string): void {
    if (this.#queue.busy) this.#refusals.push(why);
    this.#listener.say(why);
  }

  #report(unreadable: string[]): void {
    const sentences = [describeMatches(this.#matches), describeDuplicates(this.#store.record, this.#matches), unreadableInWords(unreadable), ...this.#refusals];
    this.#matches = [];
    this.#refusals = [];
    this.#listener.show();
    if (sentences.some(Boolean)) this.#listener.say(sentences.filter(Boolean).join(" "));
  }

  /** How many names the record lists once these files are in, and those that wait to be. */
  #countWith(files: File[]): number {
    return new Set([...this.#store.record.files, ...this.#queue.waiting, ...files].map(({ name }) => name)).size;
  }

  #endProgress(): void {
    if (this.#progress.contains(document.activeElement)) query<HTMLElement>(this.#root, "[data-press=files]").focus();
    this.#progress.hidden = true;
  }

  get #progress(): HTMLElement {
    return query(this.#root, ".rfq-files__progress");
  }
}

function unreadableInWords(names: string[]): string {
  return names.length > 0 ? `Could not read (moved, deleted or open elsewhere): ${listNames(names)}.` : "";
}

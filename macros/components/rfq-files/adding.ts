/** Adds files: finds them in what was dropped, has each hashed, and says what came of it. */

import { type Arrival, arrivalsInWords, twinsInWords } from "../../client/arrivals.ts";
import { part, setText } from "../../client/dom.ts";
import type { Dropped } from "../../client/drops.ts";
import { sizeInWords } from "../../client/file-entries.ts";
import { hashFile } from "../../client/hash/hash-file.ts";
import { named } from "../../client/package/manifest.ts";
import type { Store } from "../../client/store/store.ts";
import { filesIn } from "./folders.ts";
import { Intake } from "./intake.ts";

/** How many files a record may list: more is a folder dropped by mistake. */
const MOST_FILES = 500;

/** Who lists what is hashed, and says what there is to say. */
interface Host {
  arrived: (file: File, sha256: string) => Arrival | undefined;
  told: (text: string) => void;
  show: () => void;
}

/** The progress line, and what it tells of. */
export class Adding {
  readonly #root: HTMLElement;
  readonly #store: Store;
  readonly #host: Host;
  readonly #intake: Intake;
  #arrivals: Arrival[] = [];
  /** What was refused while files were being read: said at once, and again with what came of those, which would hide it. */
  #refusals: string[] = [];

  constructor(root: HTMLElement, store: Store, host: Host) {
    this.#root = root;
    this.#store = store;
    this.#host = host;
    this.#intake = new Intake({
      arrived: (file, sha256) => {
        const arrival = host.arrived(file, sha256);
        if (arrival) this.#arrivals.push(arrival);
      },
      progress: (file, bytes, place, count) =>
        setText(part(this.#progress, "span"), `Reading ${named([file.name])}: ${sizeInWords(bytes)} of ${sizeInWords(file.size)}, file ${place} of ${count}.`),
    }, hashFile);
  }

  /** Lists files, after each is hashed. */
  async add(dropped: Dropped[]): Promise<void> {
    const { told } = this.#host;
    if (this.#store.readOnly) return told("This part is read-only here, so no file is listed.");
    const { files, unreadable } = await filesIn(dropped, MOST_FILES);
    if (files.length === 0) return this.#refuse(lostInWords(unreadable) || "There is no file in it.");
    if (this.#countWith(files) > MOST_FILES) return this.#refuse(`A record lists at most ${MOST_FILES} files, so none of these is listed.`);
    if (!this.#intake.busy) told(`Reading ${files.length === 1 ? named([files[0]!.name]) : `${files.length} files`}.`);
    this.#progress.hidden = false;
    try {
      const lost = await this.#intake.take(files, unreadable);
      if (lost) this.#tell(lost);
    } finally {
      if (!this.#intake.busy) this.#endProgress();
    }
  }

  /** Lets go what is not hashed yet. */
  cancel(): void {
    const left = this.#intake.cancel();
    this.#arrivals = [];
    this.#refusals = [];
    this.#endProgress();
    if (left.length > 0) this.#host.told(`Canceled; not listed: ${named(left)}.`);
  }

  #refuse(why: string): void {
    if (this.#intake.busy) this.#refusals.push(why);
    this.#host.told(why);
  }

  #tell(lost: string[]): void {
    const told = [arrivalsInWords(this.#arrivals, named), twinsInWords(this.#store.record, this.#arrivals, named), lostInWords(lost), ...this.#refusals];
    this.#arrivals = [];
    this.#refusals = [];
    this.#host.show();
    if (told.some(Boolean)) this.#host.told(told.filter(Boolean).join(" "));
  }

  /** How many names the record lists once these files are in, and those that wait to be. */
  #countWith(files: File[]): number {
    return new Set([...this.#store.record.files, ...this.#intake.waiting, ...files].map(({ name }) => name)).size;
  }

  #endProgress(): void {
    if (this.#progress.contains(document.activeElement)) part<HTMLElement>(this.#root, "[data-press=files]").focus();
    this.#progress.hidden = true;
  }

  get #progress(): HTMLElement {
    return part(this.#root, ".files__progress");
  }
}

function lostInWords(names: string[]): string {
  return names.length > 0 ? `Cannot be read, gone or in use by another program: ${named(names)}.` : "";
}

/** Reads the files of a record, each once, and checks them against it; what was read stays when a part is left. */

import type { FileContents } from "../../client/package/file-contents.ts";
import type { FileInspector } from "../../client/page/session.ts";
import { CheckContext, type CheckedFile, checkedFile } from "../../client/preflight/checks/check-context.ts";
import type { FileFacts } from "../../client/preflight/file-facts.ts";
import { factsOfEntry, keptFacts } from "../../client/preflight/kept-facts.ts";
import { type Offer, offersOf } from "../../client/preflight/offers.ts";
import { type Check, findingsByFile, preflight, questionsOf } from "../../client/preflight/preflight.ts";
import type { Preflight } from "../../client/record/generated.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import type { FileEntry, RfqRecord } from "../../client/record/types.ts";
import type { Question } from "../../client/summary/questions.ts";

/** Reads one file; rejects where its reader could not be had, with the sentence that says why. */
type ReadFile = (name: string, content: Blob) => Promise<FileFacts>;

/** More would share the time that each is given. */
const AT_ONCE = 2;

/** The checks of any record, and what they leave to ask. */
export class Inspector implements FileInspector {
  readonly #data: Preflight;
  readonly #store: { record: RfqRecord };
  readonly #contents: FileContents;
  readonly #queue: FileReadQueue;
  readonly #guide: GuideIndex;
  #basis = "";
  #checks: Check[] = [];

  constructor(data: Preflight, store: { record: RfqRecord }, contents: FileContents, queue: FileReadQueue, guide: GuideIndex) {
    this.#data = data;
    this.#store = store;
    this.#contents = contents;
    this.#queue = queue;
    this.#guide = guide;
  }

  /** The checks of a record; made again only when what they compare changed. */
  checks(record: RfqRecord): Check[] {
    const { files, values } = record;
    const basis = JSON.stringify([files, values, this.#queue.count]);
    if (basis === this.#basis) return this.#checks;
    this.#checks = preflight(this.#data, this.#guide, record, this.#checked(record));
    this.#basis = basis;
    return this.#checks;
  }

  /** What the files of a record offer to its empty details. */
  offers(record: RfqRecord): Offer[] {
    return offersOf(this.#data, this.#guide, record, this.#checked(record));
  }

  /** The record with what was read of its files and what the checks say of each; the same one where it says that already. */
  kept(record: RfqRecord, now: string): RfqRecord {
    if (!record.files.some((entry) => this.#queue.of(entry))) return record;
    const checked = this.#checked(record);
    const context = new CheckContext(this.#data, this.#guide, record, checked);
    const findings = findingsByFile(this.#data, this.#guide, record, checked);
    let isSame = true;
    const files = record.files.map((entry, index): FileEntry => {
      const live = this.#queue.of(entry);
      if (!live || !entry.sha256) return entry;
      const facts = keptFacts(context, checked[index]!, live);
      const found = findings.get(entry.name) ?? [];
      const isRead = entry.read?.sha256 === entry.sha256 && isEqual(entry.read.facts, facts);
      if (isRead && isEqual(entry.findings ?? [], found)) return entry;
      isSame = false;
      return { ...entry, read: isRead ? entry.read! : { sha256: entry.sha256, at: now, facts }, findings: found };
    });
    return isSame ? record : { ...record, files };
  }

  questions(record: RfqRecord): Question[] {
    return questionsOf(this.checks(record));
  }

  /** What was read of a file: by this page, or else as the record keeps it. */
  factsOf(entry: FileEntry): FileFacts | undefined {
    return this.#queue.of(entry) ?? factsOfEntry(entry);
  }

  /** Whether a file was read by this page. */
  isRead(entry: FileEntry): boolean {
    return this.#queue.of(entry) !== undefined;
  }

  /** Why a file could not be read, in a sentence; empty unless its reader did not come. */
  whyUnread(entry: FileEntry): string {
    return this.#queue.whyUnread(entry);
  }

  /** Lets what could not be read be tried again. */
  retry(): void {
    this.#queue.retry();
  }

  /** Reads what of a record's files is here and not read yet; what could not be read waits for `retry`. */
  begin(record = this.#store.record): void {
    for (const { entry, file } of this.#contents.available(record)) this.#queue.add(entry, file);
  }

  async read(record: RfqRecord): Promise<void> {
    await this.#contents.load();
    this.retry();
    this.begin(record);
    await this.#queue.done();
  }

  #checked(record: RfqRecord): CheckedFile[] {
    return record.files.map((entry) => checkedFile(entry, this.factsOf(entry)));
  }
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What was read of files, at most two of them at once. */
export class FileReadQueue {
  readonly #read: ReadFile;
  readonly #onRead: () => void;
  readonly #known = new Map<string, FileFacts>();
  readonly #begun = new Set<string>();
  readonly #failures = new Map<string, string>();
  readonly #queue: { key: string; name: string; content: Blob }[] = [];
  readonly #readers = new Set<Promise<void>>();
  #working = 0;

  /** `onRead` is called after each file that is read, or could not be. */
  constructor(read: ReadFile, onRead: () => void) {
    this.#read = read;
    this.#onRead = onRead;
  }

  /** How many files are read. */
  get count(): number {
    return this.#known.size;
  }

  /** What was read of a file. */
  of(entry: FileEntry): FileFacts | undefined {
    return this.#known.get(keyOf(entry));
  }

  /** Why a file could not be read; empty where it was, or was not tried. */
  whyUnread(entry: FileEntry): string {
    return this.#failures.get(keyOf(entry)) ?? "";
  }

  /** Lets what could not be read be added again. */
  retry(): void {
    this.#failures.clear();
  }

  /** Reads a file when its turn comes, unless it is read, waits for it, or could not be read. */
  add(entry: FileEntry, content: Blob): void {
    const key = keyOf(entry);
    if (this.#known.has(key) || this.#begun.has(key) || this.#failures.has(key)) return;
    this.#begun.add(key);
    this.#queue.push({ key, name: entry.name, content });
    if (this.#working === AT_ONCE) return;
    const reader = this.#work().finally(() => this.#readers.delete(reader));
    this.#readers.add(reader);
  }

  /** Resolves once nothing waits and nothing is being read. */
  async done(): Promise<void> {
    while (this.#readers.size > 0) await Promise.all(this.#readers);
  }

  async #work(): Promise<void> {
    this.#working++;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const { key } = next;
      await this.#read(next.name, next.content).then(
        (facts) => this.#known.set(key, facts),
        (error: Error) => this.#failures.set(key, error.message),
      );
      this.#begun.delete(key);
      this.#onRead();
    }
    this.#working--;
  }
}

/** By its name as well: the ending says how a file is read. */
function keyOf({ name, sha256 }: FileEntry): string {
  return `${sha256} ${name}`;
}

/** Keeps in the record what was read of its files, by their checksums, and what the checks say of each. */

import type { Session } from "../../client/page/session.ts";
import type { FileEntry, RfqRecord } from "../../client/record/types.ts";
import type { Inspector } from "./inspector.ts";

/** What checks say changes with each key that is typed: it is kept once there was none for so long, in milliseconds. */
const PAUSE = 1000;

/** Writes at once what was read, and later what the checks say anew. */
export class FindingsKeeper {
  readonly #session: Session;
  readonly #inspector: Inspector;
  /** What was written last of each file: a page of another release in another tab may write something else, and neither gives way. */
  readonly #written = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, inspector: Inspector) {
    this.#session = session;
    this.#inspector = inspector;
  }

  /** Keeps what the record in use does not say yet. */
  keep(): void {
    const { record } = this.#session.store;
    const changed = this.#changed(record);
    if (changed.length === 0) return;
    if (changed.some((entry) => !record.files.some(({ sha256, read }) => sha256 === entry.sha256 && read?.sha256 === sha256))) return this.#write(changed);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(this.#changed(this.#session.store.record)), PAUSE);
  }

  #changed(record: RfqRecord): FileEntry[] {
    if (this.#session.store.readOnly) return [];
    const kept = this.#inspector.kept(record, new Date().toISOString());
    return kept.files.filter((entry) => !record.files.includes(entry) && this.#written.get(keyOf(record, entry)) !== said(entry));
  }

  #write(changed: FileEntry[]): void {
    const { store } = this.#session;
    for (const entry of changed) this.#written.set(keyOf(store.record, entry), said(entry));
    // Nobody entered anything: a copy that was taken is as good as before.
    store.edit((record) => ({
      ...record,
      files: record.files.map((each) => {
        const now = changed.find(({ name, sha256 }) => name === each.name && sha256 === each.sha256);
        return now ? { ...each, read: now.read!, findings: now.findings! } : each;
      }),
    }));
  }
}

function keyOf({ id }: RfqRecord, { name, sha256 }: FileEntry): string {
  return `${id} ${sha256} ${name}`;
}

function said({ read, findings }: FileEntry): string {
  return JSON.stringify([read?.facts, findings]);
}

/** Lists files that are hashed, and enters what the reader says of them. */

import { type FileMatch, matchFile } from "./match-files.ts";
import { fileOf, unusedName, withFile } from "../../client/record/file-entries.ts";
import { guessRole, namesIn } from "../../client/preflight/file-names.ts";
import type { Preflight } from "../../client/record/generated.ts";
import type { HashedFile } from "../../client/package/file-contents.ts";
import type { Session } from "../../client/page/session.ts";
import { listNames } from "../../client/text/list-names.ts";
import type { FileEntry, RfqRecord } from "../../client/record/types.ts";
import { Conflicts } from "./conflicts.ts";

type Edit = (record: RfqRecord, at: string) => RfqRecord;

/** Edits the list of the record in use. */
export class ListEditor {
  readonly #session: Session;
  readonly #data: Preflight;

  constructor(session: Session, data: Preflight) {
    this.#session = session;
    this.#data = data;
  }

  /** Lists each file, or recognizes it as listed, or lets it wait for a decision; all of it in one edit. */
  add(added: HashedFile[]): FileMatch[] {
    const { contents, store } = this.#session;
    const edits: Edit[] = [];
    let { record } = store;
    const matches = added.map((each) => {
      const { file: { name }, sha256 } = each;
      const match = matchFile(record, name, sha256, !!contents.of({ sha256 }));
      if (match.kind === "differs") Conflicts.ofPartInUse(this.#session).add(name, each);
      else contents.keep(sha256, each.file);
      if (match.kind === "new") {
        const edit = this.#listing(name, each, !fileOf(record, name));
        record = edit(record, record.updated);
        edits.push(edit);
      }
      return match;
    });
    if (edits.length > 0) store.edit((before, at) => edits.reduce((now, edit) => edit(now, at), before));
    return matches;
  }

  /** What the reader decides on the first file that waits under a name; gives the sentence about it. */
  decide(choice: "take" | "keep" | "both", name: string): string {
    const added = Conflicts.ofPartInUse(this.#session).take(name);
    if (choice === "keep" || !added) return `Kept the listed version of ${listNames([name])}.`;
    const { contents, store } = this.#session;
    contents.keep(added.sha256, added.file);
    store.edit(this.#listing(choice === "both" ? unusedName(store.record, name) : name, added, choice === "both"));
    return choice === "both" ? "Both are listed." : `${listNames([name])} is now the new file: check its revision.`;
  }

  /** Enters a role or a revision. */
  enter(name: string, entered: Pick<FileEntry, "role" | "revision">): void {
    this.#session.store.edit((record, at) => (fileOf(record, name) ? withFile(record, { name, ...entered }, at) : record));
  }

  #listing(name: string, { file, sha256, usualEnding }: HashedFile, isNew: boolean): Edit {
    const guessed = isNew ? { role: guessRole(name, this.#data, usualEnding), revision: namesIn(name, this.#data).revision ?? "" } : {};
    return (record, at) => withFile(record, { ...guessed, name, size: file.size, sha256 }, at);
  }
}

/** Lists files that are hashed, and enters what the reader says of them. */

import { type FileMatch, matchFile } from "./match-files.ts";
import { fileOf, unusedName, withFile } from "../../client/record/file-entries.ts";
import { guessRole, namesIn } from "../../client/preflight/file-names.ts";
import type { Preflight } from "../../client/record/generated.ts";
import type { HashedFile } from "../../client/package/file-contents.ts";
import type { Session } from "../../client/page/session.ts";
import { listNames } from "../../client/text/list-names.ts";
import type { FileEntry } from "../../client/record/types.ts";
import { Conflicts } from "./conflicts.ts";

/** Edits the list of the record in use. */
export class ListEditor {
  readonly #session: Session;
  readonly #data: Preflight;

  constructor(session: Session, data: Preflight) {
    this.#session = session;
    this.#data = data;
  }

  /** Lists a file, or recognizes it as listed, or lets it wait for a decision. */
  add(added: HashedFile): FileMatch {
    const { contents, store: { record } } = this.#session;
    const { file: { name }, sha256 } = added;
    const match = matchFile(record, name, sha256, !!contents.of({ sha256 }));
    if (match.kind === "differs") Conflicts.ofPartInUse(this.#session).add(name, added);
    else if (match.kind === "new") this.#list(name, added, !fileOf(record, name));
    else contents.keep(sha256, added.file);
    return match;
  }

  /** What the reader decides on the first file that waits under a name; gives the sentence about it. */
  decide(choice: "take" | "keep" | "both", name: string): string {
    const added = Conflicts.ofPartInUse(this.#session).take(name);
    if (choice === "keep" || !added) return `Kept the listed version of ${listNames([name])}.`;
    this.#list(choice === "both" ? unusedName(this.#session.store.record, name) : name, added, choice === "both");
    return choice === "both" ? "Both are listed." : `${listNames([name])} is now the new file: check its revision.`;
  }

  /** Enters a role or a revision. */
  enter(name: string, entered: Pick<FileEntry, "role" | "revision">): void {
    this.#session.store.edit((record, at) => (fileOf(record, name) ? withFile(record, { name, ...entered }, at) : record));
  }

  #list(name: string, { file, sha256, usualEnding }: HashedFile, isNew: boolean): void {
    this.#session.contents.keep(sha256, file);
    const guessed = isNew ? { role: guessRole(name, this.#data, usualEnding), revision: namesIn(name, this.#data).revision ?? "" } : {};
    this.#session.store.edit((record, at) => withFile(record, { ...guessed, name, size: file.size, sha256 }, at));
  }
}

/** What a check finds file by file, and what that comes to: one difference decides, and what is missing never passes. */

import type { Preflight } from "../../record/generated.ts";
import type { GuideIndex } from "../../record/guide-index.ts";
import type { KnownField } from "../../record/known-fields.ts";
import { ownEntry } from "../../text/own-entry.ts";
import type { FileEntry, RfqRecord } from "../../record/types.ts";
import { type NameFacts, guessRole, namesIn, plainRevision } from "../file-names.ts";
import { LONGEST_PART, findInText } from "./text-search.ts";
import { kindOf } from "../readers/read-file.ts";
import { type FileFacts, type FoundInText, type Kind, tidy } from "../file-facts.ts";

export type Result = "agrees" | "differs" | "cannot-tell";

/** A file as it was dropped or as the record lists it. */
export interface CheckedFile {
  name: string;
  size?: number | null | undefined;
  sha256?: string | null | undefined;
  role: string;
  revision?: string | undefined;
  facts?: FileFacts | undefined;
  /** The listed archive that it is in, where it is not listed itself. */
  within?: string | undefined;
}

/** A listed file as the checks see it; what nobody gave a role has the role `other`. */
export function checkedFile(entry: FileEntry, facts: FileFacts | undefined): CheckedFile {
  return { ...entry, role: entry.role || "other", facts };
}

/** What a check says of one file, or of several together; `unread` where none of them was looked into. */
export interface FileResult { result: Result; says: string; files: string[]; unread?: boolean }

/** What the results of one check come to; `unread` where that is all there is to say. */
interface CombinedResult { result: Result; evidence: string[]; files: string[]; unread: boolean }

/** All that a check looks at. */
export class CheckContext {
  readonly data: Preflight;
  readonly record: RfqRecord;
  readonly files: readonly CheckedFile[];
  readonly #guide: GuideIndex;
  readonly #kinds: Map<CheckedFile, Kind>;

  constructor(data: Preflight, guide: GuideIndex, record: RfqRecord, files: readonly CheckedFile[]) {
    this.data = data;
    this.record = record;
    this.files = files;
    this.#guide = guide;
    // Once for each file: some checks look at every other one.
    this.#kinds = new Map(files.map((file) => [file, file.facts?.kind ?? kindOf(file.name, data)]));
  }

  /** A text field of the record; empty when it is not filled in. */
  text(field: KnownField): string {
    const value = this.#guide.known.has(field) ? this.#guide.known.valueOf(this.record, field) : ownEntry(this.record.values, field);
    return typeof value === "string" ? value.trim() : "";
  }

  /** The revision of the record as it is compared. */
  get revision(): string {
    return plainRevision(this.text("revision"), this.data);
  }

  /** What is in the text of a file; nothing where it has none that was read. */
  textFinds({ facts }: CheckedFile): FoundInText | undefined {
    if (facts?.text === undefined) return facts?.found;
    const part = this.text("part-number");
    return findInText(facts.text, part.length + this.revision.length > LONGEST_PART ? "" : part, this.revision, this.data);
  }

  /** What the guide calls a field. */
  label(field: KnownField): string {
    return this.#guide.field(this.#guide.known.id(field)).label;
  }

  /** The files of a role. */
  inRole(role: string): CheckedFile[] {
    return this.files.filter((file) => file.role === role);
  }

  /** The files whose names are compared with the record. */
  get compared(): CheckedFile[] {
    return this.files.filter((file) => this.#isCompared(file));
  }

  /** The files in archives, as far as their lists were read; what they are for is told by their names. */
  get packed(): CheckedFile[] {
    return this.files.flatMap(({ name: within, facts }) => (facts?.contains ?? []).map(({ name, size }) => ({ name, size, role: guessRole(name, this.data), within })));
  }

  /** The files whose names are compared with the record, those in archives among them. */
  get named(): CheckedFile[] {
    return [...this.files, ...this.packed].filter((file) => this.#isCompared(file));
  }

  /** The files of some kinds, by what was read of them or else by name. */
  ofKind(...kinds: Kind[]): CheckedFile[] {
    return this.files.filter((file) => kinds.includes(this.kind(file)));
  }

  kind(file: CheckedFile): Kind {
    return this.#kinds.get(file) ?? kindOf(file.name, this.data);
  }

  /** What the name says; a revision that was entered for the file counts before the one in its name. */
  names(file: CheckedFile): NameFacts {
    const read = namesIn(file.name, this.data);
    return { ...read, revision: file.revision?.trim() || read.revision };
  }

  #isCompared({ role }: CheckedFile): boolean {
    return this.data.roles.some(({ id, compared }) => id === role && compared === "always");
  }
}

/** A result on one file. */
export function on(file: CheckedFile, result: Result, says: string): FileResult {
  const name = file.within === undefined ? tidy(file.name) : `${tidy(file.name)} in ${tidy(file.within)}`;
  return { result, says: `${name}: ${tidy(says)}`, files: [file.within ?? file.name] };
}

/** A file that agrees, with nothing to say of it. */
export function quiet(file: CheckedFile): FileResult {
  return { result: "agrees", says: "", files: [file.name] };
}

/** What results come to; nothing where there is nothing to check. */
export function combine(results: FileResult[]): CombinedResult | undefined {
  const result = (["differs", "cannot-tell", "agrees"] as const).find((worst) => results.some((each) => each.result === worst));
  if (!result) return undefined;
  const telling = results.filter((each) => each.result === result);
  const files = new Set(telling.flatMap((each) => each.files));
  return {
    result, evidence: telling.map((each) => each.says).filter(Boolean), files: [...files],
    unread: telling.every((each) => each.unread),
  };
}

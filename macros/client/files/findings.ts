/** What a check finds file by file, and what that comes to: one difference decides, and what is missing never passes. */

import type { Preflight } from "../generated.ts";
import type { FileEntry, RfqRecord } from "../types.ts";
import { type NameFacts, namesIn } from "./names.ts";
import { kindOf } from "./read.ts";
import { type Kind, type Reading, tidy } from "./reading.ts";

export type Result = "agrees" | "differs" | "cannot-tell";

/** A file as it was dropped or as the record lists it. */
export interface CheckedFile {
  name: string;
  size?: number | null | undefined;
  sha256?: string | null | undefined;
  role: string;
  revision?: string | undefined;
  reading?: Reading | undefined;
}

/** A listed file as the checks see it; what nobody gave a role has the role `other`. */
export function checkedFile(entry: FileEntry, reading: Reading | undefined): CheckedFile {
  return { ...entry, role: entry.role || "other", reading };
}

/** One thing found: what is said of it, and the files that it is about; `unread` where none of them was looked into. */
export interface Note { result: Result; says: string; files: string[]; unread?: boolean }

/** What the notes of one check come to; `unread` where that is all there is to say. */
export interface Finding { result: Result; evidence: string[]; files: string[]; unread: boolean }

/** All that a check looks at. */
export class Dossier {
  readonly data: Preflight;
  readonly record: RfqRecord;
  readonly files: readonly CheckedFile[];
  /** The label of a field in the guide. */
  readonly label: (field: string) => string;
  readonly #kinds: Map<CheckedFile, Kind>;

  constructor(data: Preflight, record: RfqRecord, files: readonly CheckedFile[], label: (field: string) => string) {
    this.data = data;
    this.record = record;
    this.files = files;
    this.label = label;
    // Once for each file: some checks look at every other one.
    this.#kinds = new Map(files.map((file) => [file, file.reading?.kind ?? kindOf(file.name, data)]));
  }

  /** A text field of the record; empty when it is not filled in. */
  text(field: string): string {
    const value = Object.hasOwn(this.record.values, field) ? this.record.values[field] : undefined;
    return typeof value === "string" ? value.trim() : "";
  }

  /** The files of a role. */
  inRole(role: string): CheckedFile[] {
    return this.files.filter((file) => file.role === role);
  }

  /** The files whose names are compared with the record. */
  get compared(): CheckedFile[] {
    const roles = this.data.roles.filter((role) => role.compared === "always").map((role) => role.id);
    return this.files.filter((file) => roles.includes(file.role));
  }

  /** The files of a kind, by what was read of them or else by name. */
  ofKind(kind: Kind): CheckedFile[] {
    return this.files.filter((file) => this.kind(file) === kind);
  }

  kind(file: CheckedFile): Kind {
    return this.#kinds.get(file)!;
  }

  /** What the name says; a revision that was entered for the file counts before the one in its name. */
  names(file: CheckedFile): NameFacts {
    const read = namesIn(file.name, this.data);
    return { ...read, revision: file.revision?.trim() || read.revision };
  }
}

/** A note on one file. */
export function on(file: CheckedFile, result: Result, says: string): Note {
  return { result, says: `${tidy(file.name)}: ${tidy(says)}`, files: [file.name] };
}

/** What notes come to; nothing where there is nothing to check. */
export function judged(notes: Note[]): Finding | undefined {
  const result = (["differs", "cannot-tell", "agrees"] as const).find((each) => notes.some((note) => note.result === each));
  if (!result) return undefined;
  const telling = notes.filter((note) => note.result === result);
  const files = new Set(telling.flatMap((note) => note.files));
  return {
    result, evidence: telling.map((note) => note.says).filter(Boolean), files: [...files],
    unread: telling.every((note) => note.unread),
  };
}

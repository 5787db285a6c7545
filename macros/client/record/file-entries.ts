/** The files that a record lists: what is known of each; the files themselves are never in it. */

import { unused } from "../text/unused-name.ts";
import type { FileEntry, RfqRecord } from "./types.ts";

/** The entry of a name, by which a record tells its files apart. */
export function fileOf(record: RfqRecord, name: string): FileEntry | undefined {
  return record.files.find((each) => each.name === name);
}

/** The record with a file listed; of one that is listed already, what is given here replaces what was known. */
export function withFile(record: RfqRecord, file: Partial<FileEntry> & { name: string }, at: string): RfqRecord {
  const files = fileOf(record, file.name)
    ? record.files.map((each) => (each.name === file.name ? { ...ofContent(each, file.sha256), ...file } : each))
    : [...record.files, file];
  return { ...record, updated: at, files };
}

/** An entry without what was read of another content than the one that it gets. */
function ofContent(entry: FileEntry, sha256: FileEntry["sha256"]): FileEntry {
  if (sha256 === undefined || sha256 === entry.sha256) return entry;
  const { read: _read, findings: _findings, declined: _declined, ...rest } = entry;
  return rest as FileEntry;
}

/** The record without a file. */
export function withoutFile(record: RfqRecord, name: string, at: string): RfqRecord {
  return { ...record, updated: at, files: record.files.filter((each) => each.name !== name) };
}

/** The record with a file that was removed, where it stood. */
export function withFileBack(record: RfqRecord, file: FileEntry, index: number, at: string): RfqRecord {
  if (fileOf(record, file.name)) return record;
  return { ...record, updated: at, files: [...record.files.slice(0, index), file, ...record.files.slice(index)] };
}

/** A name that no listed file bears: `part (2).stp` beside `part.stp`. */
export function unusedName(record: RfqRecord, name: string): string {
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  return unused(name, (each) => fileOf(record, each) !== undefined, (count) => `${stem} (${count})${ending}`);
}

/** The first file listed before this one that has the same content. */
export function duplicateOf(record: RfqRecord, file: FileEntry): FileEntry | undefined {
  if (!file.sha256) return undefined;
  const first = record.files.find((each) => each.sha256 === file.sha256);
  return first?.name === file.name ? undefined : first;
}

/** A size as a person reads it. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [unit, size] = bytes < 1e6 ? ["KB", bytes / 1e3] : bytes < 1e9 ? ["MB", bytes / 1e6] : ["GB", bytes / 1e9];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}

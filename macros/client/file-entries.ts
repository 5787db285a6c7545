/** The files that a record lists: what is known of each; the files themselves are never in it. */

import type { FileEntry, RfqRecord } from "./types.ts";

/** The entry of a name, by which a record tells its files apart. */
export function fileOf(record: RfqRecord, name: string): FileEntry | undefined {
  return record.files.find((each) => each.name === name);
}

/** The record with a file listed; of one that is listed already, what is given here replaces what was known. */
export function withFile(record: RfqRecord, file: Partial<FileEntry> & { name: string }, at: string): RfqRecord {
  const files = fileOf(record, file.name)
    ? record.files.map((each) => (each.name === file.name ? { ...each, ...file } : each))
    : [...record.files, file];
  return { ...record, updated: at, files };
}

/** The record without a file. */
export function withoutFile(record: RfqRecord, name: string, at: string): RfqRecord {
  return { ...record, updated: at, files: record.files.filter((each) => each.name !== name) };
}

/** The record with a file that was removed, where it stood. */
export function withFileBack(record: RfqRecord, file: FileEntry, place: number, at: string): RfqRecord {
  if (fileOf(record, file.name)) return record;
  return { ...record, updated: at, files: [...record.files.slice(0, place), file, ...record.files.slice(place)] };
}

/** A name that no listed file bears: `part (2).stp` beside `part.stp`. */
export function freeName(record: RfqRecord, name: string): string {
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  let free = name;
  for (let count = 2; fileOf(record, free); count++) free = `${stem} (${count})${ending}`;
  return free;
}

/** The first file listed before this one that has the same content. */
export function twinOf(record: RfqRecord, file: FileEntry): FileEntry | undefined {
  if (!file.sha256) return undefined;
  const twin = record.files.find((each) => each.sha256 === file.sha256);
  return twin?.name === file.name ? undefined : twin;
}

/** A name without what does not show or turns text around, so that `exe.pdf` is not an `.exe`; never to find a file by. */
export function plainName(name: string): string {
  return name.replace(/\p{C}/gu, "");
}

/** A size as a person reads it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [unit, size] = bytes < 1e6 ? ["KB", bytes / 1e3] : bytes < 1e9 ? ["MB", bytes / 1e6] : ["GB", bytes / 1e9];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}

/** Reads what is in a ZIP or behind gzip: the list of files, and one of them unpacked within bounds. */

import { unpack } from "../../package/zip-contents.ts";
import { type Entry, ZipProblem, entriesOf } from "../../package/zip-directory.ts";
import { counted } from "../../text/counted.ts";
import { type FileFacts, type Source, tidy } from "../file-facts.ts";
import { sourceOf } from "./bytes.ts";

/** More is not unpacked: of what is packed so, the beginning alone is read. */
const MOST_UNPACKED = 64 << 20;
const MOST_LISTED = 200;

/** The facts of an archive: the names and sizes of what is in it. */
export async function readZip(file: Source): Promise<FileFacts> {
  const found = await listOf(file);
  if ("problem" in found) return { kind: "zip", format: "ZIP archive", complete: false, problems: [found.problem] };
  const { entries } = found;
  const locked = entries.some(({ encrypted }) => encrypted);
  const more = entries.length - MOST_LISTED;
  const problems = entries.length === 0 ? ["The archive is empty."] : [];
  if (locked) problems.push("Files in it ask for a password.");
  if (more > 0) problems.push(`It holds ${counted(more, "more file")} than are listed.`);
  return {
    kind: "zip",
    format: "ZIP archive",
    complete: true,
    contains: entries.slice(0, MOST_LISTED).map(({ path, size }) => ({ name: tidy(path), size })),
    problems,
  };
}

/** The files in an archive, or what is wrong with it in one sentence. */
export async function listOf(file: Source): Promise<{ entries: Entry[] } | { problem: string }> {
  try {
    return { entries: await entriesOf(file) };
  } catch (error) {
    if (error instanceof ZipProblem) return { problem: error.message };
    throw error;
  }
}

/** One file of an archive, unpacked; nothing where it does not unpack, or only to more than is taken. */
export async function unpacked(file: Source, entry: Entry): Promise<Source | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  if (entry.encrypted || entry.size > MOST_UNPACKED) return undefined;
  try {
    await unpack(file, entry, (bytes) => parts.push(bytes.slice()));
  } catch (error) {
    if (error instanceof ZipProblem) return undefined;
    throw error;
  }
  return sourceOf(entry.path, new Blob(parts));
}

/** What is behind gzip, under a name; `damaged` where it ends too soon, and cut off where it is more than is taken. */
export async function gunzipped(file: Source, name: string): Promise<{ source: Source; damaged: boolean; cut: boolean }> {
  const reader = file.slice(0, file.size).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let [size, damaged, cut] = [0, false, false];
  try {
    for (let { done, value } = await reader.read(); !done && !cut; { done, value } = await reader.read()) {
      parts.push(value!);
      size += value!.length;
      cut = size > MOST_UNPACKED;
    }
    if (cut) await reader.cancel();
  } catch {
    damaged = true;
  }
  return { source: sourceOf(name, new Blob(parts)), damaged, cut };
}

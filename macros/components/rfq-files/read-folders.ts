/** The files in what was dropped or chosen: folders are walked, and what systems hide in them is left out. */

import type { Dropped } from "../../client/browser/drag-and-drop.ts";
import { MAX_FILES_ADDED } from "../../client/record/formats.ts";

/** What is said where a record would list more files than it may. */
export const TOO_MANY = `A record lists at most ${MAX_FILES_ADDED} files, so none of these is listed.`;

/** A file of a folder that no one put there. */
const HIDDEN = /^(\..*|thumbs\.db|desktop\.ini)$/i;

/** The files, and the names of files and folders that gave nothing. */
interface Found { files: File[]; unreadable: string[] }

/** All files, those of folders with what is in their folders; the walk ends soon after so many. */
export async function filesIn(dropped: Dropped[], most: number): Promise<Found> {
  const files: File[] = [];
  const unreadable: string[] = [];
  const walk = async (each: Dropped): Promise<void> => {
    if (files.length > most) return;
    if (each instanceof File) files.push(each);
    else if (each.isFile) files.push(await fileOf(each as FileSystemFileEntry));
    else for (const inside of await listOf(each as FileSystemDirectoryEntry)) await tryWalk(inside);
  };
  // What cannot be read takes nothing along: the rest is listed.
  const tryWalk = (each: Dropped): Promise<unknown> => walk(each).catch(() => unreadable.push(each.name));
  for (const each of dropped) await tryWalk(each);
  return { files: files.filter((file) => !file.webkitRelativePath || !HIDDEN.test(file.name)), unreadable };
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder is read in portions, until one is empty. */
async function listOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return found.filter(({ name, isFile }) => !isFile || !HIDDEN.test(name));
    found.push(...portion);
  }
}

/** The files in what was dropped or chosen: folders are walked, and what systems hide in them is left out. */

import type { Dropped } from "../../client/drops.ts";

/** A file of a folder that no one put there. */
const HIDDEN = /^(\..*|thumbs\.db|desktop\.ini)$/i;

/** All files, those of folders with what is in their folders; at most so many. */
export async function filesIn(dropped: Dropped[], most: number): Promise<File[]> {
  const files: File[] = [];
  const walk = async (each: Dropped): Promise<void> => {
    if (files.length > most) return;
    if (each instanceof File) files.push(each);
    else if (each.isFile) files.push(await fileOf(each as FileSystemFileEntry));
    else for (const inside of await listOf(each as FileSystemDirectoryEntry)) await walk(inside);
  };
  for (const each of dropped) await walk(each);
  return files.filter((file) => !file.webkitRelativePath || !HIDDEN.test(file.name));
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

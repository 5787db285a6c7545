/** Opens a package: its record, and what its manifest says of the files in it. */

import { hashFile } from "../hash/hash-file.ts";
import { newDigest } from "../hash/digest.ts";
import { MAX_FILE_BYTES } from "../import/parse-json.ts";
import { MANIFEST, type Listed, type Report, compareManifest, readManifest } from "./manifest.ts";
import { BlobWriter } from "./blob-writer.ts";
import { RECORD, pathFrom, rootOf, validEntries } from "./validate-zip.ts";
import { packedBytes, unpack } from "./zip-contents.ts";
import { type Entry, STORED, ZipProblem, entriesOf } from "./zip-directory.ts";

/** A file out of a package, by its digest; its content is unpacked only when it is asked for. */
export interface Packed extends Listed { content: () => Promise<Blob> }

/** What a package holds. */
export interface Unpacked { text: string; report: Report; files: Packed[] }

/** Reads a package; whatever is the matter with it is thrown as one sentence. */
export async function openPackage(zip: Blob): Promise<Unpacked> {
  const { root, entries } = await validEntries(zip);
  const text = await textOf(zip, entries.find(({ path }) => path === root + RECORD)!);
  const list = entries.find(({ path }) => path === root + MANIFEST);
  const listed = readManifest(list ? await textOf(zip, list) : "");
  const files: Packed[] = [];
  for (const entry of entries) {
    if (entry === list) continue;
    files.push({ path: pathFrom(root, entry.path), sha256: await digestOfEntry(zip, entry), content: () => unpacked(zip, entry) });
  }
  return { text, report: compareManifest(listed, files), files };
}

/** Whether a file that is dropped alone is a record or a package, and no file of a part. */
export async function opensAsRecord(file: File): Promise<boolean> {
  return /\.json$/i.test(file.name) || (/\.zip$/i.test(file.name) && await holdsRecord(file));
}

/** Whether a ZIP has a record where a package has it; nothing else of it is looked at. */
async function holdsRecord(zip: Blob): Promise<boolean> {
  const entries = await entriesOf(zip).catch(() => []);
  return rootOf(entries) !== undefined;
}

async function textOf(zip: Blob, entry: Entry): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await unpack(zip, entry, (bytes) => parts.push(bytes.slice()), Math.min(entry.size, MAX_FILE_BYTES));
  // Not by `text()`, which takes UTF-16 for what it is in one browser and not in another.
  return new TextDecoder().decode(await new Blob(parts).arrayBuffer());
}

/** What is stored as it is can be hashed beside the page; what is deflated is hashed as it unpacks, and not kept. */
async function digestOfEntry(zip: Blob, entry: Entry): Promise<string> {
  try {
    if (entry.method === STORED) return await hashFile(await packedBytes(zip, entry));
    const digest = newDigest();
    await unpack(zip, entry, digest.add);
    return digest.hex();
  } catch (error) {
    // What does not unpack agrees with no digest.
    if (error instanceof ZipProblem) return "";
    throw error;
  }
}

async function unpacked(zip: Blob, entry: Entry): Promise<Blob> {
  if (entry.method === STORED) return packedBytes(zip, entry);
  const content = new BlobWriter();
  await unpack(zip, entry, (bytes) => content.add(bytes.slice()));
  return content.blob();
}

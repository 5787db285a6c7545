/** Opens a package: its record, and what its manifest says of the files in it. */

import { hashFile } from "../hash/hash-file.ts";
import { newDigest } from "../hash/digest.ts";
import { MAX_FILE_BYTES } from "../open.ts";
import { MANIFEST, type Listed, type Report, against, readManifest } from "./manifest.ts";
import { Collected } from "./collected.ts";
import { type Entry, ZipProblem, entriesOf, packedBytes, unpack } from "./zip.ts";

/** A file out of a package, by its digest; its content is unpacked only when it is asked for. */
export interface Packed extends Listed { content: () => Promise<Blob> }

/** What a package holds. */
export interface Unpacked { text: string; report: Report; files: Packed[] }

const RECORD = "record.json";
/** What all files of a package may come to, and how much more than the ZIP itself: more is a bomb, or no package. */
const MOST_UNPACKED = 8e9;
const MOST_GROWTH = 200;

/** Reads a package; whatever is the matter with it is thrown as one sentence. */
export async function openPackage(zip: Blob): Promise<Unpacked> {
  const { root, entries } = await checked(zip);
  const text = await textOf(zip, entries.find(({ path }) => path === root + RECORD)!);
  const list = entries.find(({ path }) => path === root + MANIFEST);
  const listed = readManifest(list ? await textOf(zip, list) : "");
  const files: Packed[] = [];
  for (const entry of entries) {
    if (entry === list) continue;
    const path = entry.path.startsWith(root) ? entry.path.slice(root.length) : entry.path;
    files.push({ path, sha256: await digestOfEntry(zip, entry), content: () => contentOf(zip, entry) });
  }
  return { text, report: against(listed, files), files };
}

/** Whether a ZIP has a record where a package has it; nothing else of it is looked at. */
export async function holdsRecord(zip: Blob): Promise<boolean> {
  const entries = await entriesOf(zip).catch(() => []);
  return rootOf(entries) !== undefined;
}

async function checked(zip: Blob): Promise<{ root: string; entries: Entry[] }> {
  const entries = await entriesOf(zip);
  const root = rootOf(entries);
  if (root === undefined) throw new ZipProblem("This ZIP holds no record.json, so it is no package that this guide made.");
  const climbing = entries.find(({ path }) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(path));
  if (climbing) throw new ZipProblem(`This ZIP holds a path that leads out of its folder, “${plain(climbing.path)}”, so it was not opened.`);
  const seen = new Set<string>();
  const twice = entries.find(({ path }) => seen.size === seen.add(path).size);
  if (twice) throw new ZipProblem(`This ZIP holds “${plain(twice.path)}” twice, so it was not opened.`);
  if (entries.some(({ encrypted }) => encrypted)) throw new ZipProblem("This ZIP is encrypted: unpack it with its password and open the record.json in it.");
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > MOST_UNPACKED || size > Math.max(zip.size * MOST_GROWTH, MAX_FILE_BYTES)) {
    throw new ZipProblem("This ZIP unpacks to far more than a package does, so it was not opened.");
  }
  return { root, entries };
}

/** The folder that the record is in: the top, or the one folder that a program packed everything into. */
function rootOf(entries: Entry[]): string | undefined {
  const records = entries.map(({ path }) => path).filter((path) => /^([^/]+\/)?record\.json$/.test(path));
  return (records.find((path) => path === RECORD) ?? records[0])?.slice(0, -RECORD.length);
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
    if (entry.method === 0) return await hashFile(await packedBytes(zip, entry));
    const digest = newDigest();
    await unpack(zip, entry, digest.add);
    return digest.hex();
  } catch (error) {
    // What does not unpack agrees with no digest.
    if (error instanceof ZipProblem) return "";
    throw error;
  }
}

async function contentOf(zip: Blob, entry: Entry): Promise<Blob> {
  if (entry.method === 0) return packedBytes(zip, entry);
  const content = new Collected();
  await unpack(zip, entry, (bytes) => content.add(bytes.slice()));
  return content.blob();
}

function plain(path: string): string {
  return path.replace(/\p{C}/gu, "").slice(0, 80);
}

/** Whether a ZIP can be opened as a package: told by its list alone, before anything in it is read or unpacked. */

import { MAX_FILE_BYTES } from "../import/parse-json.ts";
import { firstDuplicate } from "../text/duplicates.ts";
import { displayName } from "../text/display-name.ts";
import { type Entry, STORED, ZipProblem, entriesOf } from "./zip-directory.ts";

/** The record's name at the top of a package. */
export const RECORD = "record.json";
/** What all files of a package may come to. */
const MOST_UNPACKED = 8e9;
/**
 * How many times its packed size what is deflated may come to: a page unpacks it itself, and CAD that a desk packed again
 * grows to some ten times. Our own packages only store.
 */
const MOST_GROWTH = 50;

/** The files of a package and the folder that they are in; what speaks against opening it is thrown as one sentence. */
export async function validEntries(zip: Blob): Promise<{ root: string; entries: Entry[] }> {
  const entries = await entriesOf(zip);
  const root = rootOf(entries);
  if (root === undefined) throw new ZipProblem("This ZIP holds no record.json, so it is no package that this guide made.");
  const problem = problemOfPaths(entries) ?? problemOfSizes(entries, zip.size);
  if (problem !== undefined) throw new ZipProblem(problem);
  return { root, entries };
}

/** A path as a manifest writes it, from the package's top; a file beside that folder gets `../`, which no file in it can have. */
export function pathFrom(root: string, path: string): string {
  return path.startsWith(root) ? path.slice(root.length) : `../${path}`;
}

/** The folder that the record is in: the top, or the one folder that a program packed everything into. */
export function rootOf(entries: Entry[]): string | undefined {
  const records = entries.map(({ path }) => path).filter((path) => /^([^/]+\/)?record\.json$/.test(path));
  return (records.find((path) => path === RECORD) ?? records[0])?.slice(0, -RECORD.length);
}

function problemOfPaths(entries: Entry[]): string | undefined {
  const climbing = entries.find(({ path }) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(path));
  if (climbing) return `This ZIP holds a path that leads out of its folder, “${displayName(climbing.path, 80)}”, so it was not opened.`;
  const twice = firstDuplicate(entries.map(({ path }) => path));
  return twice === undefined ? undefined : `This ZIP holds “${displayName(twice, 80)}” twice, so it was not opened.`;
}

function problemOfSizes(entries: Entry[], whole: number): string | undefined {
  if (entries.some(({ encrypted }) => encrypted)) return "This ZIP is encrypted: unpack it with its password and open the record.json in it.";
  const [stored, deflated] = [entries.filter(({ method }) => method === STORED), entries.filter(({ method }) => method !== STORED)];
  const odd = stored.find(({ packed, size }) => packed !== size);
  if (odd) return `The sizes given for “${displayName(odd.path, 80)}” in this ZIP do not match, so it was not opened.`;
  if (sum(entries, "packed") > whole) return "The files in this ZIP overlap, so it was not opened.";
  if (sum(entries, "size") > MOST_UNPACKED || sum(deflated, "size") > Math.max(sum(deflated, "packed") * MOST_GROWTH, MAX_FILE_BYTES)) {
    return `This ZIP unpacks to far more than a package does, at most ${MOST_GROWTH} times its packed size and 8 GB, so it was not opened: unpack it and open the record.json in it.`;
  }
  return undefined;
}

function sum(entries: Entry[], figure: "packed" | "size"): number {
  return entries.reduce((total, entry) => total + entry[figure], 0);
}

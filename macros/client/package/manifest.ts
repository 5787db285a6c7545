/** `manifest.sha256`: a digest for each file of a package, as `sha256sum -c` reads it, and what differs from it. */

import { listNames } from "../text/list-names.ts";

/** A file of a package: its path from the package's top, and its digest in hexadecimal. */
export interface Listed { path: string; sha256: string }

/** What a package holds against what its manifest says; `none` is a package without a manifest that can be read. */
export interface Report { none: boolean; agreeing: number; changed: string[]; missing: string[]; added: string[] }

/** The manifest's name, which it does not list. */
export const MANIFEST = "manifest.sha256";

/** One line for each file; paths have no line end and no backslash, so nothing needs an escape. */
export function manifestText(files: Listed[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
}

/** What a manifest lists: digests by path; lines that say nothing of the kind, or speak for what is beside the package, are passed over. */
export function readManifest(text: string): Map<string, string> {
  const listed = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, sha256, path] = /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/i.exec(line) ?? [];
    if (sha256 && path && !path.startsWith("../")) listed.set(path, sha256.toLowerCase());
  }
  return listed;
}

/** Compares what is in a package with its manifest. */
export function compareManifest(listed: Map<string, string>, found: Listed[]): Report {
  const there = new Map(found.map(({ path, sha256 }) => [path, sha256]));
  const paths = [...listed.keys()];
  return {
    none: listed.size === 0,
    agreeing: paths.filter((path) => there.get(path) === listed.get(path)).length,
    changed: paths.filter((path) => there.has(path) && there.get(path) !== listed.get(path)),
    missing: paths.filter((path) => !there.has(path)),
    added: [...there.keys()].filter((path) => !listed.has(path)),
  };
}

/** A report as a reader hears it: one sentence for each thing to know. */
export function reportInWords({ none, agreeing, changed, missing, added }: Report): string {
  if (none) return "The package has no manifest, so nothing tells whether its files are as they were sent.";
  const odd: [string, string[]][] = [["Changed", changed], ["Missing", missing], ["Added", added]];
  const sentences = odd.filter(([, paths]) => paths.length > 0).map(([word, paths]) => `${word}: ${listNames(paths)}.`);
  if (sentences.length === 0) return `All ${agreeing} files of the package agree with its manifest.`;
  return `The package is not as its manifest says. ${sentences.join(" ")}`;
}

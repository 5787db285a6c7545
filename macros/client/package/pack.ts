/** Makes the RFQ package: one ZIP with the request in three forms, the check sheet, the record, the files and a manifest. */

import { makeZip } from "client-zip";
import { toCsv } from "../export/csv.ts";
import { checkSheetDocument, requestDocument } from "../export/document.ts";
import { toHtml } from "../export/html.ts";
import { toJson } from "../export/json.ts";
import { toMarkdown } from "../export/markdown.ts";
import { digestOfBytes, newDigest } from "../hash/digest.ts";
import type { Summary } from "../summary/summary.ts";
import type { FileEntry, RfqRecord } from "../record/types.ts";
import { BlobWriter } from "./blob-writer.ts";
import type { AvailableFile } from "./file-contents.ts";
import { type Listed, MANIFEST, manifestText } from "./manifest.ts";
import { safeNames } from "./safe-names.ts";

/** What goes into a package; `date` is the one time stamp of everything in it, `begun` hears which file's turn it is. */
export interface PackageContents {
  record: RfqRecord; summary: Summary; files: AvailableFile[]; date: Date; begun?: (number: number, count: number) => void;
}

/** A package, and for each file that did not get into it one sentence on why. */
interface Package { blob: Blob; packed: string[]; problems: string[] }

/** A file that cannot go into the package: it went, or it is not what was listed any more. */
class Unfit extends Error {
  readonly entry: FileEntry;

  constructor(entry: FileEntry, message: string) {
    super(message);
    this.entry = entry;
  }
}

/** Packs everything; a file that turns out unfit is left out, and the package is begun again without it. */
export async function pack(contents: PackageContents): Promise<Package> {
  const problems: string[] = [];
  let { files } = contents;
  for (;;) {
    try {
      const blob = await zipOf({ ...contents, files });
      return { blob, packed: files.map(({ entry }) => entry.name), problems };
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      problems.push(error.message);
      files = files.filter(({ entry }) => entry !== error.entry);
    }
  }
}

async function zipOf(contents: PackageContents): Promise<Blob> {
  const zip = new BlobWriter();
  const reader = makeZip(entriesOf(contents)).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    zip.add(next.value as Uint8Array<ArrayBuffer>);
  }
  return zip.blob("application/zip");
}

/** The files of the package in their order; the manifest comes last, when the digest of each is certain. */
async function* entriesOf({ record, summary, files, date, begun }: PackageContents) {
  const listed: Listed[] = [];
  const names = safeNames(files.map(({ entry }) => entry.name));
  const paths = new Map(files.map(({ entry }, index) => [entry.name, `files/${names[index]}`]));
  const packed: Summary = { ...summary, paths };
  const request = requestDocument(packed);
  const texts = {
    "summary.md": toMarkdown(request), "summary.html": toHtml(request), "summary.csv": toCsv(packed),
    "check-sheet.md": toMarkdown(checkSheetDocument(packed)), "record.json": toJson(record),
  };
  for (const [path, text] of Object.entries(texts)) {
    const bytes = new TextEncoder().encode(text);
    listed.push({ path, sha256: digestOfBytes(bytes) });
    yield { name: path, input: bytes, lastModified: date };
  }
  for (const [index, { entry, file }] of files.entries()) {
    begun?.(index + 1, files.length);
    const path = paths.get(entry.name)!;
    yield { name: path, input: asListed(entry, file), lastModified: date };
    listed.push({ path, sha256: entry.sha256! });
  }
  yield { name: MANIFEST, input: manifestText(listed), lastModified: date };
}

/** A file's bytes, hashed again as they pass: what is packed is what was listed, or nothing. */
async function* asListed(entry: FileEntry, file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const digest = newDigest();
  try {
    const reader = file.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      digest.add(next.value);
      yield next.value;
    }
  } catch {
    throw new Unfit(entry, `“${entry.name}” cannot be read any more, so it is not in the package: add it again.`);
  }
  if (digest.hex() !== entry.sha256) throw new Unfit(entry, `“${entry.name}” changed since it was added, so it is not in the package: add it again.`);
}

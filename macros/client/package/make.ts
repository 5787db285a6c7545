/** The package of a part, with what there is to say of it; and the files that a package brings back. */

import { formatSize } from "../record/file-entries.ts";
import { whereControlled } from "../record/export-control.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { nameOf } from "../record/part-names.ts";
import type { Summary } from "../summary/summary.ts";
import type { RfqRecord } from "../record/types.ts";
import { listNames } from "../text/list-names.ts";
import type { FileContents } from "./file-contents.ts";
import { pack } from "./pack.ts";
import type { Packed } from "./unpack.ts";

/** The largest package that is made here, in bytes: a browser puts it together before it saves it. */
const LARGEST = 8e9;
/** Packing that takes no longer needs no word, and none comes sooner after another; in milliseconds. */
const QUIET = 1000;
/** How browsers say that there is no room for a file that is being put together. */
const NO_ROOM = new Set(["QuotaExceededError", "NotReadableError", "RangeError"]);

/** Makes the package; `say` hears at once what will not be in it, then how far it is, and `report` says what became of it. */
export async function makePackage(
  { guide, contents }: { guide: GuideIndex; contents: FileContents }, record: RfqRecord, summary: Summary, say: (text: string) => void,
): Promise<{ blob: Blob; report: string } | undefined> {
  await contents.load();
  const files = contents.available(record);
  const absent = contents.missing(record).map(({ name }) => name);
  const without = absent.length > 0 ? ` Not included, because not available in this tab: ${listNames(absent)}.` : "";
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  if (size > LARGEST) {
    say(`These files come to ${formatSize(size)}; a package made here holds at most ${formatSize(LARGEST)}, so remove some and send them beside it.`);
    return undefined;
  }
  say(`Putting the package together.${without}`);
  try {
    const date = new Date();
    const { blob, packed, problems } = await pack({ record, summary, files, date, begun: sayingWhich(say) });
    const count = packed.length === 1 ? "one file" : `${packed.length || "no"} files`;
    // Of which part and when: the sentence stays on the page, and the record goes on changing under it.
    const made = `Package created for ${listNames([nameOf(guide, record)])} (as of ${timeOf(record)}): ${count} (${formatSize(blob.size)}).`;
    const where = whereControlled(guide, record);
    const control = where ? ` Export control is declared ${where}, or not ruled out: agree with the ${guide.people.supplier} by which route it may travel.` : "";
    return { blob, report: [`${made}${without}${control}`, ...problems].join(" ") };
  } catch (error) {
    if (!NO_ROOM.has((error as Error).name)) throw error;
    say(`The browser has no room to put the package together: it takes ${formatSize(size)} on the disk for a while.`);
    return undefined;
  }
}

/** When the record was taken down, by the clock of the reader. */
function timeOf({ copied, updated }: RfqRecord): string {
  return new Date(typeof copied === "string" ? copied : updated).toTimeString().slice(0, 5);
}

function sayingWhich(say: (text: string) => void): (number: number, count: number) => void {
  let last = Date.now();
  return (number, count) => {
    if (Date.now() - last < QUIET) return;
    last = Date.now();
    say(`Packing file ${number} of ${count}.`);
  };
}

/** Keeps the files of a package that its record lists, drops what no part lists any more, and says how many came. */
export async function keepPackedFiles(contents: FileContents, record: RfqRecord, files: Packed[], parts: RfqRecord[]): Promise<string> {
  contents.evictUnlisted(parts);
  const wanted = new Set(record.files.map(({ sha256 }) => sha256));
  const found = files.filter(({ sha256 }) => sha256 && wanted.has(sha256));
  for (const file of found) contents.keep(file.sha256, await file.content());
  return found.length > 0 ? ` ${found.length === 1 ? "One file" : `${found.length} files`} of its package ${found.length === 1 ? "is" : "are"} here.` : "";
}

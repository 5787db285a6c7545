/** Looks into the files at hand, and shows what they say against the record: differs, cannot tell, agrees. */

import { list, make, part, setText } from "../../client/dom.ts";
import { type Check, preflight } from "../../client/files/preflight.ts";
import { readFacts } from "../../client/files/read.ts";
import type { Reading } from "../../client/files/reading.ts";
import type { Preflight } from "../../client/generated.ts";
import { contentOf } from "../../client/package/held.ts";
import { readPdfText } from "../../client/pdf-loader.ts";
import type { Session } from "../../client/session.ts";
import type { FileEntry } from "../../client/types.ts";

/** What was read of each file, by its name and digest: it stays when a part is left, as the file does. */
const readings = new Map<string, Reading | "reading">();
/** The files that are being read: what is taken along waits for them, so that it says the same whenever it is taken. */
const reads = new Set<Promise<void>>();

/** The checks below the list. */
export class Checks {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #data: Preflight;

  constructor(root: HTMLElement, session: Session, data: Preflight) {
    this.#root = part(root, ".files__checks");
    this.#session = session;
    this.#data = data;
  }

  /** Shows the checks of the record in use, and reads what of its files is at hand and not read yet. */
  show(): void {
    const { record } = this.#session.store;
    const files = record.files.map((entry) => {
      const reading = readings.get(keyOf(entry));
      const content = contentOf(entry);
      if (!reading && content) this.#begin(entry, content);
      return { ...entry, role: entry.role || "other", reading: typeof reading === "object" ? reading : undefined };
    });
    const checks = files.length > 0 ? preflight(this.#data, record, files) : [];
    const of = (result: Check["result"]): Check[] => checks.filter((check) => check.result === result);
    const [differs, untold, agrees] = [of("differs"), of("cannot-tell"), of("agrees")];
    const read = async (): Promise<void> => { while (reads.size > 0) await Promise.all(reads); };
    this.#root.hidden = checks.length === 0;
    setText(part(this.#root, ".files__counts"), `Of ${checks.length} checks ${differs.length} ${differs.length === 1 ? "differs" : "differ"}, ${untold.length} cannot tell, ${agrees.length} ${agrees.length === 1 ? "agrees" : "agree"}.`);
    list(part(this.#root, ".files__differs"), differs.map(line));
    this.#fold(".files__untold", `Cannot tell (${untold.length})`, untold);
    this.#fold(".files__agrees", `Agrees (${agrees.length})`, agrees);
    this.#session.files = { part: record.id, questions: differs.map(({ id, ask }) => ({ text: ask ?? "", about: "file", id })), read };
    document.dispatchEvent(new Event("rfq-checked"));
  }

  #begin(entry: FileEntry, content: Blob): void {
    const read = this.#read(entry, content).finally(() => reads.delete(read));
    reads.add(read);
  }

  async #read(entry: FileEntry, content: Blob): Promise<void> {
    readings.set(keyOf(entry), "reading");
    const source = { name: entry.name, size: content.size, slice: (from: number, to: number) => content.slice(from, to) };
    const reading = await readFacts(source, this.#data, readPdfText);
    readings.set(keyOf(entry), reading);
    this.show();
  }

  #fold(selector: string, title: string, checks: Check[]): void {
    const fold = part<HTMLElement>(this.#root, selector);
    fold.hidden = checks.length === 0;
    setText(part(fold, "summary"), title);
    list(part(fold, "ul"), checks.map(line));
  }
}

/** By its name as well: the ending says how a file is read. */
function keyOf({ name, sha256 }: FileEntry): string {
  return `${sha256} ${name}`;
}

const RESULTS = { agrees: "agrees", differs: "differs", "cannot-tell": "cannot tell" };

function line({ label, result, says, evidence }: Check): (Node | string)[] {
  const told = [make("strong", {}, `${label}: ${RESULTS[result]}.`), ` ${says}`];
  return evidence.length > 0 ? [...told, make("ul", {}, ...evidence.map((each) => make("li", {}, each)))] : told;
}

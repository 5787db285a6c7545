/** Opens records for the desk: read-only, held in memory, gone with the page; only the desk's own words are kept. */

import { judgmentDay } from "../../client/page/item-evaluation.ts";
import { dropFragment } from "../../client/browser/fragment.ts";
import { query, setText } from "../../client/browser/dom.ts";
import { type FilesAtTheDesk, filesAtTheDesk } from "../../client/preflight/check-opened-record.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import { latestOnly } from "../../client/browser/latest.ts";
import { migrate } from "../../client/record/migrate.ts";
import { readRecord } from "../../client/import/parse-record.ts";
import { type Report, reportInWords } from "../../client/package/manifest.ts";
import { type RecordText, recordTextIn } from "../../client/package/read-dropped-record.ts";
import { isSamePart, nameOf } from "../../client/record/part-names.ts";
import { loadPreflight } from "../../client/page/lazy.ts";
import { readFile } from "../../client/page/read-file.ts";
import { compareRecords, changesSinceLastBuild } from "../../client/summary/compare.ts";
import { evaluate } from "../../client/summary/evaluate.ts";
import { fromFragment } from "../../client/import/share-link.ts";
import { loadingMessage } from "../../client/text/display-name.ts";
import { listNames } from "../../client/text/list-names.ts";
import type { RfqRecord } from "../../client/record/types.ts";
import RECORD_SCHEMA from "../../../docs/schema/rfq-record-1.json";
import { showChanges } from "./changes.ts";
import { foldInstructions } from "./instructions.ts";
import { Questions } from "./questions.ts";
import { showRecord } from "./record-view.ts";

/** A record that was read, with what came of looking at its files, and of a package what its manifest says. */
interface Examined { record: RfqRecord; files: FilesAtTheDesk; report: Report | undefined }

/** Shows one record; a second one of the same part is compared with the first. */
export class Desk {
  readonly #root: HTMLElement;
  readonly #guide: GuideIndex;
  readonly #questions: Questions;
  readonly #latest = latestOnly();
  #record: RfqRecord | undefined;

  constructor(root: HTMLElement, guide: GuideIndex) {
    this.#root = root;
    this.#guide = guide;
    this.#questions = new Questions(query(root, ".review__questions"), guide, (text) => this.#say(text));
  }

  /** Opens a record's file, or a package with a record in it. */
  async openFile(file: File): Promise<void> {
    this.#say(loadingMessage(file));
    await this.#open(recordTextIn(file));
  }

  /** Opens a link that carries a record, and takes it out of the address. */
  async openLink(fragment: string): Promise<void> {
    const reading = fromFragment(fragment);
    dropFragment();
    await this.#open(reading.then((read) => ("problem" in read ? read : { text: read.json, size: read.json.length })));
  }

  /** Shows what was read, unless another opening overtook it. */
  async #open(reading: Promise<RecordText>): Promise<void> {
    const read = await this.#latest(reading.then((text) => this.#examined(text)));
    if (!read) return;
    if ("problem" in read) return this.#say(read.problem);
    const { record, files, report } = read;
    const before = this.#record;
    if (report || JSON.stringify(before) !== JSON.stringify(record)) {
      const evaluation = evaluate(this.#guide, record, judgmentDay(record), files.questions);
      // What a desk made of the questions is there with them: what is typed before it comes would be overwritten.
      await this.#questions.show(evaluation, !before || !isSamePart(this.#guide, before, record));
      showRecord(query(this.#root, ".review__record"), evaluation);
      const comparison = (before && compareRecords(this.#guide, before, record)) ?? changesSinceLastBuild(this.#guide, record);
      showChanges(query(this.#root, ".review__changes"), comparison);
      foldInstructions(this.#root);
    }
    this.#record = record;
    const sentences = [`${nameOf(this.#guide, record)} is open. The record is not stored in this browser.`];
    if (report) sentences.push(reportInWords(report));
    if (files.unread.length > 0) sentences.push(`The PDF reader did not load, so these files were not checked: ${listNames(files.unread)}. Check the connection and open the package again.`);
    this.#say(sentences.join(" "));
  }

  /** The record in a text, and what came of looking at its files. */
  async #examined(read: RecordText): Promise<Examined | { problem: string }> {
    if ("problem" in read) return read;
    const found = await readRecord(read.text, RECORD_SCHEMA, read.size);
    if ("problem" in found) return found;
    const record = migrate(found.record, this.#guide);
    const { files: packed = [], report } = read;
    if (record.files.length === 0) return { record, files: { questions: [], unread: [] }, report };
    return { record, files: await filesAtTheDesk(this.#guide, record, await loadPreflight(), packed, readFile), report };
  }

  #say(text: string): void {
    setText(query(this.#root, ".review__status"), text);
  }
}

/** Opens records for the desk: read-only, held in memory, gone with the page. */

import { dropFragment } from "../../client/carried.ts";
import { part, setText } from "../../client/dom.ts";
import { type FilesAtTheDesk, filesAtTheDesk } from "../../client/files/at-the-desk.ts";
import type { GuideIndex } from "../../client/guide.ts";
import { latestOnly } from "../../client/latest.ts";
import { followMoves } from "../../client/moves.ts";
import { readRecord } from "../../client/open.ts";
import { type Report, named, reportInWords } from "../../client/package/manifest.ts";
import { type RecordText, recordTextIn } from "../../client/package/record-text.ts";
import { nameOf } from "../../client/parts.ts";
import { readPdfText } from "../../client/pdf-loader.ts";
import { compared, isSamePart, sinceLastBuild } from "../../client/review.ts";
import { fromFragment } from "../../client/share.ts";
import { readingInWords } from "../../client/shown-name.ts";
import { loadPreflight } from "../../client/site-scripts.ts";
import type { RfqRecord } from "../../client/types.ts";
import RECORD_SCHEMA from "../../../docs/schema/rfq-record-1.json";
import { showChanges } from "./changes.ts";
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
    this.#questions = new Questions(part(root, ".review__questions"), guide, (text) => this.#say(text));
  }

  /** Opens a record's file, or a package with a record in it. */
  async openFile(file: File): Promise<void> {
    this.#say(readingInWords(file));
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
      showRecord(part(this.#root, ".review__record"), this.#guide, record, files.questions);
      const comparison = (before && compared(this.#guide, before, record)) ?? sinceLastBuild(this.#guide, record);
      showChanges(part(this.#root, ".review__changes"), comparison);
      this.#questions.show(record, !before || !isSamePart(before, record), files.questions);
    }
    this.#record = record;
    const told = [`${nameOf(record)} is open. Nothing of it is stored in this browser.`];
    if (report) told.push(reportInWords(report));
    if (files.unread.length > 0) told.push(`The reader of PDFs did not load, so these were not looked into: ${named(files.unread)}. Check the connection and open the package again.`);
    this.#say(told.join(" "));
  }

  /** The record in a text, and what came of looking at its files. */
  async #examined(read: RecordText): Promise<Examined | { problem: string }> {
    if ("problem" in read) return read;
    const found = readRecord(read.text, RECORD_SCHEMA, read.size);
    if ("problem" in found) return found;
    const record = followMoves(found.record, this.#guide.guide);
    const { files: packed = [], report } = read;
    if (record.files.length === 0) return { record, files: { questions: [], unread: [] }, report };
    return { record, files: await filesAtTheDesk(this.#guide, record, await loadPreflight(), packed, readPdfText), report };
  }

  #say(text: string): void {
    setText(part(this.#root, ".review__said"), text);
  }
}

/** The desk's view of a record: read-only, held in memory, gone with the page. */

import { dropFragment } from "../../client/carried.ts";
import { list, make, part, setText } from "../../client/dom.ts";
import { toHtml } from "../../client/export/html.ts";
import { type FilesAtTheDesk, filesAtTheDesk } from "../../client/files/at-the-desk.ts";
import type { GuideIndex } from "../../client/guide.ts";
import { latestOnly } from "../../client/latest.ts";
import { followMoves } from "../../client/moves.ts";
import { readRecord } from "../../client/open.ts";
import { type Report, named, reportInWords } from "../../client/package/manifest.ts";
import { type RecordText, recordTextIn } from "../../client/package/record-text.ts";
import { linkToItem } from "../../client/page.ts";
import { nameOf } from "../../client/parts.ts";
import { readPdfText } from "../../client/pdf-loader.ts";
import type { Question } from "../../client/questions.ts";
import { compared, isSamePart, sinceLastBuild } from "../../client/review.ts";
import { contradictions } from "../../client/rules.ts";
import { fromFragment } from "../../client/share.ts";
import { readingInWords } from "../../client/shown-name.ts";
import { loadPreflight } from "../../client/site-scripts.ts";
import { summarise } from "../../client/summary.ts";
import type { RfqRecord } from "../../client/types.ts";
import { inWords } from "../../client/values.ts";
import { valueOf } from "../../client/answers.ts";
import RECORD_SCHEMA from "../../../docs/schema/rfq-record-1.json";
import { showChanges } from "./changes.ts";
import { Questions } from "./questions.ts";

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
    if (report || JSON.stringify(before) !== JSON.stringify(record)) this.#show(record, before, files.questions);
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

  #show(record: RfqRecord, before: RfqRecord | undefined, ofFiles: Question[]): void {
    const summary = summarise(this.#guide, record, record.updated.slice(0, 10), ofFiles);
    part<HTMLElement>(this.#root, ".review__record").hidden = false;
    setText(part(this.#root, "#record a"), nameOf(record));
    setText(part(this.#root, ".review__verdict"), `${summary.outcome.label}. ${summary.outcome.text}`);
    part(this.#root, ".review__facts").replaceChildren(...this.#facts(record).map(([label, words]) =>
      make("div", {}, make("dt", {}, label), make("dd", {}, words || "not given"))));
    this.#section("blockers", summary.blockers.map(({ ref, item, outcome }) => [linkToItem(ref, item.label), `: ${outcome.label.toLowerCase()}`]));
    this.#section("open", summary.sections.flatMap((section) => section.entries
      .filter((entry) => entry.status === "open")
      .map((entry) => [`${section.title}: `, linkToItem(entry.ref, entry.label), entry.note ? `, noted: ${entry.note}` : ""])));
    this.#section("contradictions", [...contradictions(this.#guide, record).map((rule) => [rule.ask]), ...ofFiles.map((question) => [question.text])]);
    this.#showWhole(toHtml(summary));
    const comparison = (before && compared(this.#guide, before, record)) ?? sinceLastBuild(this.#guide, record);
    showChanges(part(this.#root, ".review__changes"), comparison);
    this.#questions.show(record, !before || !isSamePart(before, record), ofFiles);
  }

  /** The document that is printed, without the head and the title that this page has. */
  #showWhole(html: string): void {
    const { body } = new DOMParser().parseFromString(html.slice(html.indexOf("<body>")), "text/html");
    for (const each of body.querySelectorAll("h1")) each.remove();
    for (const each of body.querySelectorAll("h2, h3")) each.replaceWith(make("h4", {}, each.textContent ?? ""));
    part(this.#root, ".review__whole > div").replaceChildren(...body.childNodes);
  }

  /** Export control stands first: with it settled otherwise, nothing below is to be read. */
  #facts(record: RfqRecord): [string, string][] {
    const fields = ["export-control", "part-number", "revision", "stage"].map((id): [string, string] => {
      const field = this.#guide.field(id);
      const value = valueOf(record, id);
      return [field.label, value === undefined ? "" : inWords(field, value)];
    });
    return [...fields, ["Saved", record.updated.slice(0, 10)]];
  }

  #section(name: string, lines: (Node | string)[][]): void {
    list(part(this.#root, `.review__${name} ul`), lines.length > 0 ? lines : [["None."]]);
  }

  #say(text: string): void {
    setText(part(this.#root, ".review__said"), text);
  }
}

/** Opens a record from a file or a link: first a preview of what would change, then the reader's word. */

import { dropFragment, isRecordLink } from "../../client/carried.ts";
import { showDifferences } from "../../client/compared.ts";
import { part } from "../../client/dom.ts";
import { type Exports, loadExports } from "../../client/exports-loader.ts";
import { latestOnly } from "../../client/latest.ts";
import { followMoves } from "../../client/moves.ts";
import type { RecordText } from "../../client/package/record-text.ts";
import type { Packed } from "../../client/package/unpack.ts";
import type { Session } from "../../client/session.ts";
import { readingInWords } from "../../client/shown-name.ts";
import type { RfqRecord } from "../../client/types.ts";

/** The dialog of a record about to be opened; nothing is written before its button is pressed. */
export class OpenDialog {
  readonly #session: Session;
  readonly #say: (text: string) => void;
  readonly #input: HTMLInputElement;
  readonly #dialog: HTMLDialogElement;
  readonly #latest = latestOnly();
  #record: RfqRecord | undefined;
  /** The files of the package that the record came in. */
  #files: Packed[] = [];

  constructor(root: HTMLElement, session: Session, say: (text: string) => void) {
    this.#session = session;
    this.#say = say;
    this.#input = part(root, "input[type=file]");
    this.#dialog = part(root, "dialog");
    this.#input.addEventListener("change", () => {
      const file = this.#input.files?.[0];
      this.#input.value = "";
      if (file) this.#take(file);
    });
    this.#dialog.addEventListener("close", () => {
      // Set aside for another opening, whose question stands there by now.
      if (this.#dialog.open) return;
      // Whatever the answer: the link is not opened again by a reload, or passed on by accident.
      if (isRecordLink(location.hash)) dropFragment();
      void this.#decide(this.#dialog.returnValue);
    });
  }

  /** Lets the reader choose a file. */
  choose(): void {
    this.#input.click();
  }

  /** Takes a record that was dropped anywhere on the page, once it is known to be one. */
  acceptDrops(signal: AbortSignal): void {
    document.addEventListener("rfq-open", (event) => this.#take((event as CustomEvent<File>).detail), { signal });
  }

  #take(file: File): void {
    this.#say(readingInWords(file));
    void this.#open((exports) => exports.recordTextIn(file)).then((problem) => {
      if (problem) this.#say(problem);
    });
  }

  /** Takes a link that carries a record; what is the matter with it is said where the reader sees it. */
  takeLink(fragment: string): void {
    void this.#open(async ({ fromFragment }) => {
      const read = await fromFragment(fragment);
      return "problem" in read ? read : { text: read.json, size: read.json.length };
    }).then((problem) => {
      if (!problem) return;
      dropFragment();
      this.#say(problem);
      part(this.#dialog.parentElement!, ".summary__said").scrollIntoView({ block: "center" });
    });
  }

  /** Reads and asks; gives the sentence on what is the matter. An opening that a later one overtakes ends in silence. */
  async #open(read: (exports: Exports) => Promise<RecordText>): Promise<string | undefined> {
    // What is asked must not change under the reader's pointer.
    if (this.#dialog.open) this.#dialog.close("");
    try {
      const latest = await this.#latest(loadExports().then(async (exports) => ({ exports, found: await read(exports) })));
      if (!latest) return undefined;
      return "problem" in latest.found ? latest.found.problem : this.#ask(latest.exports, latest.found);
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** Shows what a record would change, and asks; the sentence on what is no record is handed back. */
  #ask(exports: Exports, { text, size, report, files = [] }: Exclude<RecordText, { problem: string }>): string | undefined {
    const review = exports.readReview(text, exports.REVIEW_SCHEMA, size);
    if (review) return "problem" in review ? review.problem : exports.openReview(this.#dialog.parentElement!, this.#session, review.review, this.#say);
    const found = exports.readRecord(text, exports.RECORD_SCHEMA, size);
    if ("problem" in found) return found.problem;
    const { guide, store } = this.#session;
    const record = followMoves(found.record, guide.guide);
    this.#record = record;
    this.#files = files;
    const mine = store.part(record.id);
    const changes = exports.differences(mine ?? store.record, record, guide);
    const whose = mine && mine.id !== store.record.id ? `your part “${exports.nameOf(mine)}”` : "the part you have open";
    this.#say("");
    part(this.#dialog, ".open__name").textContent = exports.nameOf(record);
    part(this.#dialog, ".open__count").textContent = changes.length === 0 ? `It says the same as ${whose}.` : `It differs from ${whose} in ${changes.length} ${changes.length === 1 ? "place" : "places"}:`;
    part(this.#dialog, ".open__package").textContent = report ? exports.reportInWords(report) : "";
    showDifferences(part(this.#dialog, ".open__changes"), changes);
    part<HTMLElement>(this.#dialog, "[value=replace]").hidden = !mine;
    this.#dialog.returnValue = "";
    this.#dialog.showModal();
    return undefined;
  }

  async #decide(answer: string): Promise<void> {
    const [record, files] = [this.#record, this.#files];
    this.#record = undefined;
    this.#files = [];
    if (!record || (answer !== "new" && answer !== "replace")) return;
    const { store } = this.#session;
    store.put(record, { asNew: answer === "new" && store.parts().some((each) => each.id === record.id) });
    // What has the focus stands as it was typed until it is left: it is left, so that it shows what the record says.
    part<HTMLElement>(this.#dialog.parentElement!, "[data-press=open]").focus({ preventScroll: true });
    this.#say("The record is open.");
    if (files.length > 0) this.#say(`The record is open.${await this.#hold(record, files)}`);
  }

  /** The record counts, whatever becomes of its files. */
  async #hold(record: RfqRecord, files: Packed[]): Promise<string> {
    const { store } = this.#session;
    try {
      const { holdFiles } = await loadExports();
      return await holdFiles(record, files, store.parts().flatMap(({ id }) => store.part(id) ?? []));
    } catch {
      return " Not all files of its package could be unpacked: drop them on this page.";
    } finally {
      // The list says which files are here; it hears of it as of a change.
      store.switchTo(store.record.id);
    }
  }
}

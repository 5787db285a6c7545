/** Opens a record from a file or a link: first a preview of what would change, then the reader's word. */

import { dropFragment, isRecordLink } from "../../client/carried.ts";
import { showDifferences } from "../../client/compared.ts";
import { part } from "../../client/dom.ts";
import { loadExports } from "../../client/exports-loader.ts";
import { followMoves } from "../../client/moves.ts";
import type { Packed } from "../../client/package/unpack.ts";
import type { Session } from "../../client/session.ts";
import type { RfqRecord } from "../../client/types.ts";

/** The dialog of a record about to be opened; nothing is written before its button is pressed. */
export class OpenDialog {
  readonly #session: Session;
  readonly #say: (text: string) => void;
  readonly #input: HTMLInputElement;
  readonly #dialog: HTMLDialogElement;
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
    this.read(file).catch((error: Error) => this.#say(error.message));
  }

  /** Takes a link that carries a record; what is the matter with it is said where the reader sees it. */
  takeLink(fragment: string): void {
    void this.#readLink(fragment).catch((error: Error) => error.message).then((problem) => {
      if (!problem) return;
      dropFragment();
      this.#say(problem);
      part(this.#dialog.parentElement!, ".summary__said").scrollIntoView({ block: "center" });
    });
  }

  async #readLink(fragment: string): Promise<string | undefined> {
    const { fromFragment } = await loadExports();
    const read = await fromFragment(fragment);
    return "problem" in read ? read.problem : this.#ask(read.json);
  }

  /** Reads a file and asks; what is no record is said to be none, in one sentence. */
  async read(file: File): Promise<void> {
    const exports = await loadExports();
    const found = await exports.recordTextIn(file);
    const problem = "problem" in found ? found.problem : await this.#ask(found.text, found.size, found.report && exports.reportInWords(found.report));
    if (problem) this.#say(problem);
    else this.#files = "files" in found ? found.files ?? [] : [];
  }

  /** Shows what a record would change, and asks; the sentence on what is no record is handed back. */
  async #ask(text: string, size?: number, packed = ""): Promise<string | undefined> {
    const exports = await loadExports();
    const review = exports.readReview(text, exports.REVIEW_SCHEMA, size);
    if (review) return "problem" in review ? review.problem : exports.openReview(this.#dialog.parentElement!, this.#session, review.review, this.#say);
    const found = exports.readRecord(text, exports.RECORD_SCHEMA, size);
    if ("problem" in found) return found.problem;
    const { guide, store } = this.#session;
    const record = followMoves(found.record, guide.guide);
    this.#record = record;
    const mine = store.part(record.id);
    const changes = exports.differences(mine ?? store.record, record, guide);
    const whose = mine && mine.id !== store.record.id ? `your part “${exports.nameOf(mine)}”` : "the part you have open";
    this.#say("");
    part(this.#dialog, ".open__name").textContent = exports.nameOf(record);
    part(this.#dialog, ".open__count").textContent = changes.length === 0 ? `It says the same as ${whose}.` : `It differs from ${whose} in ${changes.length} ${changes.length === 1 ? "place" : "places"}:`;
    part(this.#dialog, ".open__package").textContent = packed;
    showDifferences(part(this.#dialog, ".open__changes"), changes);
    part<HTMLElement>(this.#dialog, "[value=replace]").hidden = !mine;
    this.#dialog.returnValue = "";
    if (!this.#dialog.open) this.#dialog.showModal();
    return undefined;
  }

  async #decide(answer: string): Promise<void> {
    const [record, files] = [this.#record, this.#files];
    this.#record = undefined;
    this.#files = [];
    if (!record || (answer !== "new" && answer !== "replace")) return;
    const { store } = this.#session;
    const taken = files.length > 0 ? await (await loadExports()).holdFiles(record, files) : "";
    store.put(record, { asNew: answer === "new" && store.parts().some((each) => each.id === record.id) });
    this.#say(`The record is open.${taken}`);
  }
}

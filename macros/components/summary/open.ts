/** Opens a record from a file or a link: first a preview of what would change, then the reader's word. */

import { dropFragment } from "../../client/browser/fragment.ts";
import { showDifferences } from "../../client/page/show-changes.ts";
import { make, query } from "../../client/browser/dom.ts";
import { judgmentDay } from "../../client/page/item-evaluation.ts";
import { lazy } from "../../client/page/lazy.ts";
import { latestOnly } from "../../client/browser/latest.ts";
import { isRecordLink } from "../../client/import/share-link.ts";
import { migrate } from "../../client/record/migrate.ts";
import type { RecordText } from "../../client/package/read-dropped-record.ts";
import type { Packed } from "../../client/package/unpack.ts";
import type { Session } from "../../client/page/session.ts";
import { isDeletedSince } from "../../client/store/deleted-parts.ts";
import { loadingMessage } from "../../client/text/display-name.ts";
import { counted } from "../../client/text/counted.ts";
import type { Review, RfqRecord } from "../../client/record/types.ts";

type OnDemand = typeof import("./on-demand.ts");
type ReceivedReview = typeof import("../received-review/on-demand.ts");
type Loaded = OnDemand & ReceivedReview;
/** What was read, as far as it is a record or a review. */
type Found = Exclude<RecordText, { problem: string }> & { parsed: { record: RfqRecord } | { review: Review } };

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
    this.#input = query(root, "input[type=file]");
    this.#dialog = query(root, "dialog");
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
    this.#say(loadingMessage(file));
    void this.#open(({ recordTextIn }) => recordTextIn(file)).then((problem) => {
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
      query(this.#dialog.parentElement!, ".summary__status").scrollIntoView({ block: "center" });
    });
  }

  /** Reads and asks; gives the sentence on what is the matter. An opening that a later one overtakes ends in silence. */
  async #open(read: (loaded: Loaded) => Promise<RecordText>): Promise<string | undefined> {
    // What is asked must not change under the reader's pointer.
    this.#dialog.parentElement!.querySelector<HTMLDialogElement>("dialog[open]")?.close("");
    try {
      const latest = await this.#latest(this.#load().then(async (loaded) => ({ loaded, found: await parsed(loaded, await read(loaded)) })));
      if (!latest) return undefined;
      return "problem" in latest.found ? latest.found.problem : this.#ask(latest.loaded, latest.found);
    } catch (error) {
      return (error as Error).message;
    }
  }

  async #load(): Promise<Loaded> {
    return { ...await lazy<OnDemand>("summary"), ...await lazy<ReceivedReview>("received-review") };
  }

  /** Shows what a record would change, and asks; the sentence on why it cannot be opened here is handed back. */
  #ask(loaded: Loaded, { parsed, report, files = [] }: Found): string | undefined {
    if ("review" in parsed) return loaded.openReview(this.#dialog.parentElement!, this.#session, parsed.review, this.#say);
    const { guide, store } = this.#session;
    const record = migrate(parsed.record, guide);
    this.#record = record;
    this.#files = files;
    const mine = store.part(record.id);
    const changes = loaded.differences(mine ?? store.record, record, guide);
    const whose = mine && mine.id !== store.record.id ? `your part “${loaded.nameOf(guide, mine)}”` : "the part you have open";
    const evaluated = loaded.evaluate(guide, record, judgmentDay(record));
    this.#say("");
    query(this.#dialog, ".open__name").textContent = loaded.nameOf(guide, record);
    query(this.#dialog, ".open__count").textContent = !mine ? `${evaluated.verdict.outcome.label}. It opens as a new part.` : changes.length === 0 ? `It says the same as ${whose}.` : `It differs from ${whose} in ${counted(changes.length, "place")}:`;
    query(this.#dialog, ".open__package").textContent = report ? loaded.reportInWords(report) : "";
    // Beside nothing, everything differs: of a part that is new here, its title block says what it is.
    showDifferences(query(this.#dialog, ".open__changes"), mine ? changes : []);
    query(this.#dialog, ".open__block").replaceChildren(...(mine ? [] : loaded.titleBlockOnSteps(evaluated)).map(({ label, text }) =>
      make("div", {}, make("dt", {}, label), " ", make("dd", text ? {} : { class: "is-blank" }, text || "not given"))));
    query<HTMLElement>(this.#dialog, "[value=replace]").hidden = !mine;
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
    const isTaken = store.part(record.id) !== undefined || await isDeletedSince(store, record);
    store.put(record, { asNew: answer === "new" && isTaken });
    // What has the focus stands as it was typed until it is left: it is left, so that it shows what the record says.
    query<HTMLElement>(this.#dialog.parentElement!, "[data-press=open]").focus({ preventScroll: true });
    this.#say("The record is open.");
    this.#dialog.closest("section")!.scrollIntoView();
    if (files.length > 0) this.#say(`The record is open.${await this.#keep(record, files)}`);
  }

  /** The record counts, whatever becomes of its files. */
  async #keep(record: RfqRecord, files: Packed[]): Promise<string> {
    const { contents, store } = this.#session;
    try {
      const { keepPackedFiles } = await lazy<OnDemand>("summary");
      return await keepPackedFiles(contents, record, files, store.records);
    } catch {
      return " Not all files of its package could be unpacked: drop them on this page.";
    } finally {
      // The list says which files are here; it hears of it as of a change.
      store.switchTo(store.record.id);
    }
  }
}

/** The record or the review in a text; what is neither is told in one sentence. */
async function parsed(loaded: Loaded, read: RecordText): Promise<Found | { problem: string }> {
  if ("problem" in read) return read;
  const { text, size } = read;
  const found = loaded.readReview(text, loaded.REVIEW_SCHEMA, size) ?? await loaded.readRecord(text, loaded.RECORD_SCHEMA, size);
  return "problem" in found ? found : { ...read, parsed: found };
}

/** `<rfq-home>`: a returning reader's parts with what comes next in each, and the files dropped to begin with. */

import { make, onPress, query, renderList } from "../../client/browser/dom.ts";
import type { Dropped } from "../../client/browser/drag-and-drop.ts";
import { RfqElement } from "../../client/page/element.ts";
import { judgmentDay } from "../../client/page/item-evaluation.ts";
import { lazy, loadPreflight } from "../../client/page/lazy.ts";
import { pageAddress } from "../../client/page/site.ts";
import { nameOf, numberAndRevision } from "../../client/record/part-names.ts";
import { unansweredQuestions } from "../../client/record/received-review.ts";
import { isBlank } from "../../client/record/record.ts";
import type { RfqRecord } from "../../client/record/types.ts";
import { addressOf, evaluate } from "../../client/summary/evaluate.ts";
import { progressOf, statesOf } from "../../client/summary/evaluate-items.ts";
import { countQuestions } from "../../client/summary/questions.ts";

/** So many parts are listed, those changed last; all of them are where a part is chosen. */
const MOST = 8;

/** Shows each part with a link to its next question; takes files to a part that has nothing yet. */
export default class RfqHome extends RfqElement {
  /** Dropped before the element was there. */
  declare waiting?: Dropped[] | undefined;

  protected override connect(): void {
    onPress(this, () => {
      this.session.store.create();
      void this.#goTo(pageAddress("/assess/"));
    });
    this.addEventListener("click", (event) => {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("[data-part]");
      if (!link) return;
      event.preventDefault();
      this.session.store.switchTo(link.dataset["part"]!);
      void this.#goTo(link.href);
    });
  }

  protected override attach(signal: AbortSignal): void {
    const take = (): void => {
      this.#takeFiles().catch((error: Error) => this.#say(error.message));
    };
    this.addEventListener("rfq-dropped", take, { signal });
    take();
  }

  protected override show(): void {
    const parts = this.session.store.records.filter((record) => !isBlank(record))
      .sort((one, other) => (one.updated < other.updated ? 1 : -1)).slice(0, MOST);
    query<HTMLElement>(this, ".home__parts").hidden = parts.length === 0;
    renderList(query(this, ".home__parts ul"), parts.map((record) => this.#row(record)));
  }

  #row(record: RfqRecord): Node[] {
    const { guide } = this.session;
    const evaluation = evaluate(guide, record, judgmentDay(record));
    const lock = guide.checklist(guide.known.id("verdict"));
    const { done, total } = progressOf(statesOf(evaluation, lock.id));
    const number = numberAndRevision(guide.known.textOf(record, "part-number"), guide.known.textOf(record, "revision"));
    const name = nameOf(guide, record);
    const [question] = evaluation.questions;
    const row = query<HTMLTemplateElement>(this, ".home__row").content.cloneNode(true) as DocumentFragment;
    const facts = { number: number === name ? "" : number, request: record.stage ? guide.stageLabel(record.stage) : "Request not chosen", locked: `${done} of ${total} ${lock.words.done.toLowerCase()}` };
    for (const [fact, text] of Object.entries(facts)) query(row, `.home__${fact}`).textContent = text;
    lead(query(row, ".home__name a"), record, "/assess/", name);
    if (question) lead(query(row, ".home__next a"), record, addressOf(guide, question).page, question.text);
    else if (unansweredQuestions(guide, record).length > 0) lead(query(row, ".home__next a"), record, "/readiness/", countQuestions(evaluation));
    else query(row, ".home__next").textContent = "No questions left";
    return [...row.children];
  }

  /** The files go to the part in use if that is blank, else to a new one: nobody says here which part they belong to. */
  async #takeFiles(): Promise<void> {
    const { waiting, session, session: { store, contents } } = this;
    this.waiting = undefined;
    if (!waiting) return;
    this.#say("Reading the files.");
    const [{ listDropped, opensAsRecord }, preflight] = await Promise.all([lazy<typeof import("../rfq-files/on-demand.ts")>("rfq-files"), loadPreflight()]);
    const [only] = waiting;
    if (waiting.length === 1 && only instanceof File && await opensAsRecord(only)) {
      return this.#say("A record or a package is opened where the request is: ", make("a", { href: pageAddress("/rfq/#rfq-summary") }, "Open a record"), ".");
    }
    if (!isBlank(store.record)) store.create();
    const refusal = await listDropped(session, preflight, waiting);
    if (store.record.files.length === 0) return this.#say(refusal);
    await store.saved();
    await contents.settle();
    location.assign(pageAddress("/rfq/#files"));
  }

  /** What is in use on the next page is written first. */
  async #goTo(address: string): Promise<void> {
    await this.session.store.saved();
    location.assign(address);
  }

  #say(...words: (Node | string)[]): void {
    query(this, ".home__status").replaceChildren(...words);
  }
}

/** A link of a part, which is taken in use with it. */
function lead(link: HTMLAnchorElement, record: RfqRecord, page: string, text: string): void {
  link.href = pageAddress(page);
  link.dataset["part"] = record.id;
  link.textContent = text;
}

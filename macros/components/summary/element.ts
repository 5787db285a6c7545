/** `<rfq-summary>`: the verdict, what holds it and what a desk would ask, and the ways to take it along. */

import { copyText } from "../../client/browser/clipboard.ts";
import { onFragment } from "../../client/browser/fragment.ts";
import { onPress, query, renderList, setText } from "../../client/browser/dom.ts";
import { isRecordLink } from "../../client/import/share-link.ts";
import { EvaluatedElement } from "../../client/page/evaluated-element.ts";
import { lazy } from "../../client/page/lazy.ts";
import { linkToItem, markupOf, pageAddress } from "../../client/page/site.ts";
import { StatusMessage } from "../../client/page/status-message.ts";
import { whyNoLink } from "../../client/record/export-control.ts";
import { downloadAs } from "../../client/page/downloads.ts";
import { overviewNow, summaryNow } from "../../client/page/evaluation.ts";
import { printRequest } from "../../client/page/print-request.ts";
import { OpenDialog } from "./open.ts";
import { Preview } from "./preview.ts";

/** The most lines of a list that the page shows. */
const MOST = 100;

/** Shows the summary as the record changes; a screen reader hears the verdict, and only when it changes. */
export default class RfqSummary extends EvaluatedElement {
  #open!: OpenDialog;
  #preview!: Preview;
  #status!: StatusMessage;
  // What the link on the page says: of a record that changed since, it is taken away.
  #linked = "";
  #linkStatus = "";

  protected override connect(): void {
    const live = query<HTMLElement>(this, ".summary__live");
    live.innerHTML = markupOf("summary");
    live.hidden = false;
    this.#status = new StatusMessage(query(this, ".summary__status"), this.session);
    this.#preview = new Preview(query(this, ".summary__request"), this.session);
    const whole = query<HTMLInputElement>(this, ".summary__whole input");
    whole.addEventListener("change", () => {
      this.session.withCheckSheet = whole.checked;
      this.#preview.show();
    });
    this.#open = new OpenDialog(this, this.session, (text) => this.#status.say(text));
    // Its own buttons only: the builds within have theirs.
    onPress(query(this, ".summary__actions"), (press) => void this.#press(press).catch((error: Error) => this.#status.say(error.message)));
  }

  protected override attach(signal: AbortSignal): void {
    this.#open.acceptDrops(signal);
    super.attach(signal);
    onFragment((fragment) => {
      if (isRecordLink(fragment)) this.#open.takeLink(fragment);
    }, signal);
  }

  protected override show(): void {
    this.#status.show();
    const link = query<HTMLElement>(this, ".summary__link");
    if (this.#linked !== this.session.store.moment && !link.hidden) {
      link.hidden = true;
      this.#status.takeBack(this.#linkStatus);
    }
    this.#preview.show();
    const summary = overviewNow(this.session);
    setText(query(this, ".summary__verdict"), summary.outcome.label);
    setText(query(this, ".summary__text"), summary.outcome.text);
    this.dataset["outcome"] = summary.outcome.id;
    renderList(query(this, ".summary__counts"), summary.sections.map((section) => [`${section.title}: ${section.progress}`]));
    query<HTMLElement>(this, ".summary__blockers-title").hidden = summary.blockers.length === 0;
    renderList(query(this, ".summary__blockers"), firstLines(summary.blockers, ({ ref, item, text }) => [linkToItem(ref, item.label), `: ${text}`]));
    setText(query(this, ".summary__count"), `(${summary.questions.length})`);
    renderList(query(this, ".summary__questions"), firstLines(summary.questions, (question) => [question.text]));
    const without = whyNoLink(this.session.guide, this.session.store.record);
    setText(query(this, ".summary__share-off"), without ?? "");
    query<HTMLButtonElement>(this, "[data-press=share]").disabled = !!without;
    const next = query<HTMLAnchorElement>(this, ".summary__next a");
    const { label, page, url } = summary.outcome.next;
    setText(next, label);
    next.href = page ? pageAddress(page) : url;
  }

  async #press(press: string): Promise<void> {
    if (press === "open") return this.#open.choose();
    if (press === "share") return this.#share();
    if (press === "print") return printRequest(this.session);
    if (press === "text") return this.#copy();
    return downloadAs(press, this.session, (text) => this.#status.say(text));
  }

  async #copy(): Promise<void> {
    const exports = await lazy<typeof import("../../client/page/exporters.ts")>("exporters");
    this.#status.say(await copyText(exports.toText(exports.requestDocument(summaryNow(this.session))))
      ? "The request is on the clipboard, ready to paste."
      : "Could not copy: clipboard access is blocked. Download the Markdown and copy from it.");
  }

  async #share(): Promise<void> {
    const { guide, store } = this.session;
    const { record, moment } = store;
    const { shareLink } = await lazy<typeof import("./on-demand.ts")>("summary");
    this.#linked = moment;
    const box = query<HTMLElement>(this, ".summary__link");
    const sentence = await shareLink(box, guide, record);
    // While the link was made, the record may have changed: what is drawn and said would be of the one before.
    if (JSON.stringify(store.record) !== JSON.stringify(record)) {
      box.hidden = true;
      return this.#status.say("The record changed while the link was made: copy it again.");
    }
    this.#linkStatus = sentence;
    this.#status.say(sentence);
  }
}

/** The first of a list as lines for the page; a page of a thousand lines would take longer to show than to read a file. */
function firstLines<T>(entries: T[], line: (entry: T) => (Node | string)[]): (Node | string)[][] {
  const shown = entries.slice(0, MOST).map(line);
  return entries.length > MOST ? [...shown, [`And ${entries.length - MOST} more: they are in each file below.`]] : shown;
}

/** `<rfq-summary>`: the verdict, what holds it and what a desk would ask, and the ways to take it along. */

import { copied } from "../../client/clipboard.ts";
import { isRecordLink, onCarried } from "../../client/carried.ts";
import { list, onPress, part, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import { loadExports } from "../../client/exports-loader.ts";
import { linkToItem, pageAddress } from "../../client/page.ts";
import { Said } from "../../client/said.ts";
import { whyNoLink } from "../../client/share.ts";
import { summaryNow, takeAlong } from "../../client/take-along.ts";
import { OpenDialog } from "./open.ts";
import { printDocument } from "./print.ts";

/** The most lines of a list that the page shows. */
const MOST = 100;

/** Shows the summary as the record changes; a screen reader hears the verdict, and only when it changes. */
export class RfqSummary extends RfqElement {
  #open!: OpenDialog;
  #said!: Said;
  // What the link on the page says: of a record that changed since, it is taken away.
  #linked = "";
  #saidOfLink = "";

  protected override connect(): void {
    part<HTMLElement>(this, ".summary__live").hidden = false;
    this.#said = new Said(part(this, ".summary__said"), this.session);
    this.#open = new OpenDialog(this, this.session, (text) => this.#said.say(text));
    // Its own buttons only: the builds within have theirs.
    onPress(part(this, ".summary__actions"), (press) => void this.#press(press).catch((error: Error) => this.#said.say(error.message)));
  }

  protected override attach(signal: AbortSignal): void {
    this.#open.acceptDrops(signal);
    // What the files say comes later than the record, and is not in it.
    document.addEventListener("rfq-checked", () => this.show(), { signal });
    onCarried((fragment) => {
      if (isRecordLink(fragment)) this.#open.takeLink(fragment);
    }, signal);
  }

  protected override show(): void {
    this.#said.show();
    const { updated, id } = this.session.store.record;
    const link = part<HTMLElement>(this, ".summary__link");
    if (this.#linked !== updated + id && !link.hidden) {
      link.hidden = true;
      this.#said.takeBack(this.#saidOfLink);
    }
    const summary = summaryNow(this.session);
    setText(part(this, ".summary__verdict"), summary.outcome.label);
    setText(part(this, ".summary__text"), summary.outcome.text);
    this.dataset["outcome"] = summary.outcome.id;
    list(part(this, ".summary__counts"), summary.sections.map((section) => [`${section.title}: ${section.progress}`]));
    part<HTMLElement>(this, ".summary__blockers-title").hidden = summary.blockers.length === 0;
    list(part(this, ".summary__blockers"), firstLines(summary.blockers, ({ ref, item, outcome }) => [linkToItem(ref, item.label), `: ${outcome.label.toLowerCase()}`]));
    setText(part(this, ".summary__count"), `(${summary.questions.length})`);
    list(part(this, ".summary__questions"), firstLines(summary.questions, (question) => [question.text]));
    const without = whyNoLink(this.session.store.record);
    setText(part(this, ".summary__share-off"), without ?? "");
    part<HTMLButtonElement>(this, "[data-press=share]").disabled = !!without;
    const next = part<HTMLAnchorElement>(this, ".summary__next a");
    setText(next, summary.outcome.next_label);
    next.href = summary.outcome.next_page ? pageAddress(summary.outcome.next_page) : summary.outcome.next_url;
  }

  async #press(press: string): Promise<void> {
    const { store } = this.session;
    if (press === "open") return this.#open.choose();
    if (press === "share") return this.#share();
    const exports = await loadExports();
    const summary = summaryNow(this.session);
    switch (press) {
      case "print": return printDocument(exports.toHtml(summary), exports.STYLE, exports.fileName(summary, store.record.stage, "pdf").replace(/\.pdf$/, ""));
      case "text":
        return this.#said.say(await copied(exports.toText(summary))
          ? "The summary is on the clipboard, ready to paste."
          : "This browser does not let the page use the clipboard: download the Markdown and copy from it.");
      default: return takeAlong(press, this.session, (text) => this.#said.say(text));
    }
  }

  async #share(): Promise<void> {
    const { record } = this.session.store;
    const { shareLink } = await loadExports();
    this.#linked = record.updated + record.id;
    const box = part<HTMLElement>(this, ".summary__link");
    const told = await shareLink(box, record);
    // While the link was made, the record may have changed: what is drawn and said would be of the one before.
    if (this.session.store.record !== record) {
      box.hidden = true;
      return this.#said.say("The record changed while the link was made: copy it again.");
    }
    this.#saidOfLink = told;
    this.#said.say(told);
  }
}

/** The first of a list as lines for the page; a page of a thousand lines would take longer to show than to read a file. */
function firstLines<T>(entries: T[], line: (entry: T) => (Node | string)[]): (Node | string)[][] {
  const shown = entries.slice(0, MOST).map(line);
  return entries.length > MOST ? [...shown, [`And ${entries.length - MOST} more: they are in each file below.`]] : shown;
}

/** `<rfq-summary>`: the verdict, what holds it and what a desk would ask, and the ways to take it along. */

import { list, make, part, setText } from "../../client/dom.ts";
import { download } from "../../client/download.ts";
import { RfqElement } from "../../client/element.ts";
import { loadExports } from "../../client/exports-loader.ts";
import { pageAddress } from "../../client/session.ts";
import { type Summary, summarise } from "../../client/summary.ts";
import { OpenDialog } from "./open.ts";
import { printDocument } from "./print.ts";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Shows the summary as the record changes; a screen reader hears the verdict, and only when it changes. */
export class RfqSummary extends RfqElement {
  #open!: OpenDialog;

  protected override connect(): void {
    part<HTMLElement>(this, ".summary__live").hidden = false;
    part<HTMLElement>(this, ".summary__without").hidden = true;
    this.#open = new OpenDialog(this, this.session, (text) => this.#say(text));
    this.addEventListener("click", (event) => {
      const press = (event.target as HTMLElement).closest<HTMLElement>("[data-press]")?.dataset["press"];
      if (press) void this.#press(press).catch((error: Error) => this.#say(error.message));
    });
  }

  protected override attach(signal: AbortSignal): void {
    this.#open.acceptDrops(signal);
  }

  protected override show(): void {
    const summary = this.#summary();
    setText(part(this, ".summary__verdict"), summary.outcome.label);
    setText(part(this, ".summary__text"), summary.outcome.text);
    this.dataset["outcome"] = summary.outcome.id;
    list(part(this, ".summary__counts"), summary.sections.map((section) => [`${section.title}: ${section.progress}`]));
    part<HTMLElement>(this, ".summary__blockers-title").hidden = summary.blockers.length === 0;
    list(part(this, ".summary__blockers"), summary.blockers.map(({ ref, item, outcome }) => [link(ref, item.label), `: ${outcome.label.toLowerCase()}`]));
    setText(part(this, ".summary__count"), `(${summary.questions.length})`);
    list(part(this, ".summary__questions"), summary.questions.map((question) => [question.text]));
    const next = part<HTMLAnchorElement>(this, ".summary__next a");
    setText(next, summary.outcome.next_label);
    next.href = summary.outcome.next_page ? pageAddress(summary.outcome.next_page) : summary.outcome.next_url;
  }

  #summary(): Summary {
    const { guide, store } = this.session;
    return summarise(guide, store.record, new Date().toISOString().slice(0, 10));
  }

  async #press(press: string): Promise<void> {
    const { store } = this.session;
    if (press === "open") return this.#open.choose();
    const exports = await loadExports();
    if (press === "json") store.copySaved();
    const summary = this.#summary();
    const name = (ending: string): string => exports.fileName(summary, store.record.stage, ending);
    switch (press) {
      case "markdown": return download(name("md"), exports.toMarkdown(summary), "text/markdown");
      case "csv": return download(name("csv"), exports.toCsv(summary), "text/csv");
      case "xlsx": return download(name("xlsx"), await exports.toXlsx(summary), SPREADSHEET);
      case "json": return download(name("json"), exports.toJson(store.record), "application/json");
      case "print": return printDocument(exports.toHtml(summary), exports.STYLE, name("pdf").replace(/\.pdf$/, ""));
      case "text":
        return this.#say(await copied(exports.toText(summary)));
    }
  }

  #say(text: string): void {
    setText(part(this, ".summary__said"), text);
  }
}

/** Puts a text on the clipboard and says so; pages served without TLS have none, and a reader may forbid it. */
async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "The summary is on the clipboard, ready to paste.";
  } catch {
    return "This browser does not let the page use the clipboard: download the Markdown and copy from it.";
  }
}

function link(ref: string, label: string): HTMLAnchorElement {
  const [list, item] = ref.split("/");
  return make("a", { href: pageAddress(`/${list}/#${item}`) }, label);
}

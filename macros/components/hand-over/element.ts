/** `<rfq-hand-over>`: what of the part in use is ready to send, and the way to the supplier. */

import { copyText } from "../../client/browser/clipboard.ts";
import { onPress, query, renderList, setText } from "../../client/browser/dom.ts";
import { EvaluatedElement } from "../../client/page/evaluated-element.ts";
import { evaluationNow, overviewNow, summaryNow } from "../../client/page/evaluation.ts";
import { uploadAddress } from "../../client/export/upload-address.ts";
import { lazy } from "../../client/page/lazy.ts";
import { linkToItem, pageAddress } from "../../client/page/site.ts";
import { StatusMessage } from "../../client/page/status-message.ts";
import { unansweredQuestions } from "../../client/record/received-review.ts";
import { isControlled, whereControlled } from "../../client/record/export-control.ts";
import { isLacking } from "../../client/summary/asked-fields.ts";
import { addressOf } from "../../client/summary/evaluate.ts";
import { detailOf } from "../../client/summary/details.ts";
import { listNames } from "../../client/text/list-names.ts";
import { downloadAs } from "../../client/page/downloads.ts";

/** Shows what is ready as the record changes; the way is the supplier's page, an email, or the page's own advice. */
export default class RfqHandOver extends EvaluatedElement {
  #status!: StatusMessage;

  protected override connect(): void {
    this.#status = new StatusMessage(query(this, ".hand-over__status"), this.session);
    query<HTMLElement>(this, ".hand-over__live").hidden = false;
    const { upload } = this.session.guide;
    query<HTMLElement>(this, `[data-way=${this.#wayTo(upload)}]`).hidden = false;
    onPress(this, (press) => {
      this.#status.say("");
      const done = press === "message" ? this.#copyMessage() : downloadAs(press, this.session, (text) => this.#status.say(text));
      done.catch((error: Error) => this.#status.say(error.message));
    });
  }

  protected override show(): void {
    this.#status.show();
    const { outcome, sections, blockers } = overviewNow(this.session);
    const { guide, questions: [question] } = evaluationNow(this.session);
    setText(query(this, ".hand-over__verdict"), outcome.label);
    const { record } = this.session.store;
    const isAsked = unansweredQuestions(guide, record).length > 0;
    const advice = isAsked && outcome.id === "ready" ? "asked" : outcome.id;
    for (const line of this.querySelectorAll<HTMLElement>("[data-outcome]")) line.hidden = line.dataset["outcome"] !== advice;
    if (question) {
      for (const link of this.querySelectorAll<HTMLAnchorElement>(".hand-over__next")) link.href = pageAddress(addressOf(guide, question).page);
    }
    renderList(query(this, ".hand-over__counts"), sections.map((section) => [`${section.title}: ${section.progress}`]));
    query<HTMLElement>(this, ".hand-over__held").hidden = blockers.length === 0;
    renderList(query(this, ".hand-over__blockers"), blockers.map(({ ref, item }) => [linkToItem(ref, item.label)]));
    const where = whereControlled(guide, record);
    query<HTMLElement>(this, ".hand-over__control").hidden = !where;
    setText(query(this, ".hand-over__where"), where ?? "");
    this.#showGates();
    this.#showWay();
    this.#showPackage().catch((error: Error) => this.#status.say(error.message));
  }

  /** What has to be settled before any file leaves the buyer: as the record says it, with the way to change it. */
  #showGates(): void {
    const { fields } = evaluationNow(this.session);
    for (const gate of this.querySelectorAll<HTMLElement>("[data-gate]")) {
      const state = fields.get(gate.dataset["gate"]!)!;
      const detail = detailOf(state);
      gate.classList.toggle("is-settled", !isLacking(state) && !!detail);
      setText(query(gate, ".gates__value"), detail?.text ?? (state.applies ? "not given" : "not asked for this part"));
    }
  }

  /** The supplier's form may want to be told which part is coming. */
  #showWay(): void {
    const { guide, store: { record } } = this.session;
    if (this.#wayTo(guide.upload) !== "page") return;
    const { address, carries } = uploadAddress(guide.upload!, guide, record);
    const way = query<HTMLElement>(this, "[data-way=page]");
    query<HTMLAnchorElement>(way, "a").href = address;
    query<HTMLElement>(way, ".hand-over__carries").hidden = !carries;
  }

  /** Only what is in this browser gets into the package. */
  async #showPackage(): Promise<void> {
    await this.#loadMissing();
    const { contents, guide, store: { record } } = this.session;
    const files = contents.available(record).map(({ entry }) => entry.name).join(", ");
    query(this, ".hand-over__files").closest("li")!.hidden = !files && record.files.length > 0;
    setText(query(this, ".hand-over__files"), files || "no file is listed yet");
    const absent = listNames(contents.missing(record).map(({ name }) => name));
    query<HTMLElement>(this, ".hand-over__absent").hidden = !absent;
    setText(query(this, ".hand-over__absent > span"), absent);
    // What is not stored is gone again on the way back from there.
    query<HTMLElement>(this, ".hand-over__there").hidden = !isControlled(guide, record);
    // Until the text is there, and if it never comes, the link writes an empty email.
    await this.#fillMessage();
  }

  /** What was missing another tab may have stored by now. */
  async #loadMissing(): Promise<void> {
    const { contents, store: { record } } = this.session;
    if (contents.missing(record).length > 0) await contents.load();
  }

  async #fillMessage(): Promise<void> {
    const message = await this.#message();
    query<HTMLTextAreaElement>(this, ".hand-over__message").value = message;
    const { upload } = this.session.guide;
    if (this.#wayTo(upload) !== "mail") return;
    const { CONTROLLED_SUBJECT, mailTo, subjectOf } = await lazy<typeof import("../../client/page/exporters.ts")>("exporters");
    const { guide, store: { record } } = this.session;
    const subject = isControlled(guide, record) ? CONTROLLED_SUBJECT : subjectOf(summaryNow(this.session));
    query<HTMLAnchorElement>(this, "[data-way=mail] a").href = mailTo(upload!, subject, message);
  }

  /** It names the files that are here. A declared control keeps the part out of it, as it keeps the record out of links. */
  async #message(): Promise<string> {
    const { CONTROLLED_MESSAGE, fileName, messageOf } = await lazy<typeof import("../../client/page/exporters.ts")>("exporters");
    const { contents, guide, store: { record } } = this.session;
    const summary = summaryNow(this.session);
    const files = summary.files.filter((each) => contents.of(each));
    return isControlled(guide, record) ? CONTROLLED_MESSAGE : messageOf({ ...summary, files }, fileName(summary, record.stage, "zip"));
  }

  /** Without a clipboard the message is marked, ready to be copied by hand. */
  async #copyMessage(): Promise<void> {
    await this.#loadMissing();
    const message = await this.#message();
    const isCopied = await copyText(message);
    if (!isCopied) query<HTMLTextAreaElement>(this, ".hand-over__message").select();
    this.#status.say(isCopied ? "The message is on the clipboard, ready to paste." : "Could not copy: clipboard access is blocked. The message is marked: press Ctrl+C.");
  }

  #wayTo(upload: string | null): "page" | "mail" | "none" {
    if (!upload) return "none";
    return upload.startsWith("mailto:") ? "mail" : "page";
  }
}

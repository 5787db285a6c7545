/** `<rfq-hand-over>`: what of the part at hand is ready to send, and the way to the supplier. */

import { list, onPress, part, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import { loadExports } from "../../client/exports-loader.ts";
import { linkToItem } from "../../client/page.ts";
import { Said } from "../../client/said.ts";
import { isControlled } from "../../client/share.ts";
import { summaryNow, takeAlong } from "../../client/take-along.ts";

/** Shows what is ready as the record changes; the way is the supplier's page, an e-mail, or the page's own advice. */
export class RfqHandOver extends RfqElement {
  #said!: Said;

  protected override connect(): void {
    this.#said = new Said(part(this, ".hand-over__said"), this.session);
    part<HTMLElement>(this, ".hand-over__live").hidden = false;
    const { upload } = this.session.guide.guide;
    const way = part<HTMLElement>(this, `[data-way=${this.#wayTo(upload)}]`);
    way.hidden = false;
    if (upload) part<HTMLAnchorElement>(way, "a").href = upload;
    onPress(this, (press) => {
      this.#said.say("");
      takeAlong(press, this.session, (text) => this.#said.say(text)).catch((error: Error) => this.#said.say(error.message));
    });
  }

  protected override show(): void {
    this.#said.show();
    const { outcome, sections, blockers, isDoubtful } = summaryNow(this.session);
    setText(part(this, ".hand-over__verdict"), outcome.label);
    const advice = isDoubtful ? "doubtful" : outcome.id;
    for (const line of this.querySelectorAll<HTMLElement>("[data-outcome]")) line.hidden = line.dataset["outcome"] !== advice;
    list(part(this, ".hand-over__counts"), sections.map((section) => [`${section.title}: ${section.progress}`]));
    part<HTMLElement>(this, ".hand-over__held").hidden = blockers.length === 0;
    list(part(this, ".hand-over__blockers"), blockers.map(({ ref, item }) => [linkToItem(ref, item.label)]));
    part<HTMLElement>(this, ".hand-over__control").hidden = !isControlled(this.session.store.record);
    // Until the text is there, and if it never comes, the link writes an empty e-mail.
    if (this.#wayTo(this.session.guide.guide.upload) === "mail") this.#fillMail().catch((error: Error) => this.#said.say(error.message));
  }

  /** A declared control keeps the summary out of the e-mail, as it keeps the record out of links. */
  async #fillMail(): Promise<void> {
    const { mailTo, toText } = await loadExports();
    const summary = summaryNow(this.session);
    part<HTMLAnchorElement>(this, "[data-way=mail] a").href = mailTo(this.session.guide.guide.upload!, summary, isControlled(this.session.store.record) ? "" : toText(summary));
  }

  #wayTo(upload: string | null): "page" | "mail" | "none" {
    if (!upload) return "none";
    return upload.startsWith("mailto:") ? "mail" : "page";
  }
}

/** `<rfq-verdict>`: the verdict in one sentence, on the page where the locks are decided. */

import { progressInWords, progressOf } from "../../client/answers.ts";
import { part, setText } from "../../client/dom.ts";
import { RfqElement } from "../../client/element.ts";
import { LOCK, verdictOn } from "../../client/verdict.ts";

/** What the summary says first, with the counts of the lock list. */
export class RfqVerdict extends RfqElement {
  protected override connect(): void {
    part<HTMLElement>(this, ".verdict__said").hidden = false;
  }

  protected override show(): void {
    const { guide, store } = this.session;
    const list = guide.checklist(LOCK);
    const { outcome } = verdictOn(guide, store.record);
    setText(part(this, ".verdict__said"), `${outcome.label}: ${progressInWords(progressOf(list, store.record), list.words)}.`);
  }
}

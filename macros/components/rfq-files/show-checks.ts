/** Shows what the files say against the record: differs, cannot tell, agrees. */

import { make, query, renderList, setText } from "../../client/browser/dom.ts";
import type { Check } from "../../client/preflight/preflight.ts";
import type { Preflight } from "../../client/record/generated.ts";
import { readFile } from "../../client/page/read-file.ts";
import type { Session } from "../../client/page/session.ts";
import { counted } from "../../client/text/counted.ts";
import { FindingsKeeper } from "./keep-findings.ts";
import { FileReadQueue, Inspector } from "./inspector.ts";

/** An inspector that the session has from then on; once a file is read, the page hears `rfq-read`. */
export function inspectorFor(session: Session, data: Preflight): Inspector {
  if (session.inspector instanceof Inspector) return session.inspector;
  const inspector = new Inspector(data, session.store, session.contents, queueFor(data), session.guide);
  session.inspector = inspector;
  return inspector;
}

function queueFor(data: Preflight): FileReadQueue {
  return new FileReadQueue(
    (name, content) => readFile(name, content, data),
    () => document.dispatchEvent(new Event("rfq-read")),
  );
}

/** The checks below the list. */
export class CheckList {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #inspector: Inspector;
  readonly #keeper: FindingsKeeper;
  #questions = "[]";

  constructor(root: HTMLElement, session: Session, inspector: Inspector) {
    this.#root = query(root, ".rfq-files__checks");
    this.#session = session;
    this.#inspector = inspector;
    this.#keeper = new FindingsKeeper(session, inspector);
  }

  /** Shows the checks of the record in use, and has its files read. */
  show(): void {
    const { record } = this.#session.store;
    this.#inspector.begin();
    this.#keeper.keep();
    const checks = this.#inspector.checks(record);
    const withResult = (result: Check["result"]): Check[] => checks.filter((check) => check.result === result);
    const [differs, untold, agrees] = [withResult("differs"), withResult("cannot-tell"), withResult("agrees")];
    this.#root.hidden = checks.length === 0;
    setText(query(this.#root, ".rfq-files__counts"), `${counted(checks.length, "check")}: ${differs.length} found a difference, ${untold.length} cannot tell, ${agrees.length} ${agrees.length === 1 ? "agrees" : "agree"}.`);
    renderList(query(this.#root, ".rfq-files__differs"), differs.map(checkInWords));
    this.#fold(".rfq-files__untold", `Could not check (${untold.length})`, untold);
    this.#fold(".rfq-files__agrees", `OK (${agrees.length})`, agrees);
    const questions = JSON.stringify(this.#inspector.questions(record));
    if (questions === this.#questions) return;
    this.#questions = questions;
    document.dispatchEvent(new Event("rfq-checked"));
  }

  #fold(selector: string, title: string, checks: Check[]): void {
    const fold = query<HTMLElement>(this.#root, selector);
    fold.hidden = checks.length === 0;
    setText(query(fold, "summary"), title);
    renderList(query(fold, "ul"), checks.map(checkInWords));
  }
}

function checkInWords({ label, says, evidence }: Check): (Node | string)[] {
  const words = [make("strong", {}, `${label}:`), ` ${says}`];
  return evidence.length > 0 ? [...words, make("ul", {}, ...evidence.map((each) => make("li", {}, each)))] : words;
}

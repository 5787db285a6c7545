/** Shows what the files say against the record: differs, cannot tell, agrees. */

import { list, make, part, setText } from "../../client/dom.ts";
import { sourceOf } from "../../client/files/bytes.ts";
import type { Check } from "../../client/files/preflight.ts";
import { readFacts } from "../../client/files/read.ts";
import type { Preflight } from "../../client/generated.ts";
import { readPdfText } from "../../client/pdf-loader.ts";
import type { Session } from "../../client/session.ts";
import { Examiner } from "./examiner.ts";
import { Readings } from "./readings.ts";

let examiner: Examiner | undefined;

/**
 * The examiner of this tab, which the session knows from then on: pages without the list ask it too. Once a file is read,
 * the page that is shown by then hears `rfq-read`.
 */
export function examinerOf(session: Session, data: Preflight): Examiner {
  examiner ??= new Examiner(data, session.store, readingsBy(data), (field) => session.guide.field(field).label);
  session.files = examiner;
  return examiner;
}

function readingsBy(data: Preflight): Readings {
  return new Readings(
    (name, content) => readFacts(sourceOf(name, content), data, readPdfText),
    () => document.dispatchEvent(new Event("rfq-read")),
  );
}

/** The checks below the list. */
export class Checks {
  readonly #root: HTMLElement;
  readonly #session: Session;
  readonly #examiner: Examiner;
  #asked = "[]";

  constructor(root: HTMLElement, session: Session, examiner: Examiner) {
    this.#root = part(root, ".files__checks");
    this.#session = session;
    this.#examiner = examiner;
  }

  /** Shows the checks of the record in use, and has its files read. */
  show(): void {
    const { record } = this.#session.store;
    this.#examiner.begin();
    const checks = this.#examiner.checks(record);
    const of = (result: Check["result"]): Check[] => checks.filter((check) => check.result === result);
    const [differs, untold, agrees] = [of("differs"), of("cannot-tell"), of("agrees")];
    this.#root.hidden = checks.length === 0;
    setText(part(this.#root, ".files__counts"), `${checks.length} ${checks.length === 1 ? "check" : "checks"}: ${differs.length} found a difference, ${untold.length} cannot tell, ${agrees.length} ${agrees.length === 1 ? "agrees" : "agree"}.`);
    list(part(this.#root, ".files__differs"), differs.map(line));
    this.#fold(".files__untold", `Cannot tell (${untold.length})`, untold);
    this.#fold(".files__agrees", `Agrees (${agrees.length})`, agrees);
    const asked = JSON.stringify(this.#examiner.questions(record));
    if (asked === this.#asked) return;
    this.#asked = asked;
    document.dispatchEvent(new Event("rfq-checked"));
  }

  #fold(selector: string, title: string, checks: Check[]): void {
    const fold = part<HTMLElement>(this.#root, selector);
    fold.hidden = checks.length === 0;
    setText(part(fold, "summary"), title);
    list(part(fold, "ul"), checks.map(line));
  }
}

const RESULTS = { agrees: "agrees", differs: "differs", "cannot-tell": "cannot tell" };

function line({ label, result, says, evidence }: Check): (Node | string)[] {
  const told = [make("strong", {}, `${label}: ${RESULTS[result]}.`), ` ${says}`];
  return evidence.length > 0 ? [...told, make("ul", {}, ...evidence.map((each) => make("li", {}, each)))] : told;
}

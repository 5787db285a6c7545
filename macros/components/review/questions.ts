/** The questions for the buyer: each kept or struck, worded as the desk likes, then sent. */

import { make, onPress, part } from "../../client/dom.ts";
import type { GuideIndex } from "../../client/guide.ts";
import type { Question } from "../../client/questions.ts";
import { type Group, groupsOf, questionsInMarkdown, questionsInText } from "../../client/review.ts";
import type { RfqRecord } from "../../client/types.ts";
import { copyQuestions, downloadReview } from "./sending.ts";

/** What the desk made of one question. */
interface Mine { kept: boolean; text: string }

/** The list and its buttons; what the desk worded or added stays when the same part is opened again. */
export class Questions {
  readonly #root: HTMLElement;
  readonly #guide: GuideIndex;
  readonly #say: (text: string) => void;
  #record!: RfqRecord;
  #groups: Group[] = [];
  #mine = new Map<string, Mine>();
  #own: Group = { name: "Further questions", ref: "", questions: [] };

  constructor(root: HTMLElement, guide: GuideIndex, say: (text: string) => void) {
    this.#root = root;
    this.#guide = guide;
    this.#say = say;
    root.addEventListener("input", (event) => this.#take(event.target as HTMLInputElement | HTMLTextAreaElement));
    onPress(root, (press) => (press === "add" ? this.#add() : void this.#send(press)));
  }

  /** Shows the questions on a record; for another part the desk's words on the one before go. */
  show(record: RfqRecord, isOther: boolean, ofFiles: Question[]): void {
    if (isOther) {
      this.#mine.clear();
      this.#own.questions = [];
    }
    this.#record = record;
    this.#groups = groupsOf(this.#guide, record, ofFiles);
    this.#render();
  }

  #render(): void {
    this.#copyBox.hidden = true;
    const groups = this.#all();
    part<HTMLElement>(this.#root, ".review__none").hidden = groups.length > 0;
    part(this.#root, ".review__groups").replaceChildren(...groups.flatMap(({ name, questions }) => [
      make("h4", {}, name),
      make("ul", { class: "bare" }, ...questions.map((question) => this.#line(question))),
    ]));
  }

  #all(): Group[] {
    return this.#own.questions.length > 0 ? [...this.#groups, this.#own] : this.#groups;
  }

  /** A question that the guide does not know to ask. */
  #add(): void {
    this.#own.questions.push({ text: "", about: "desk", id: String(this.#own.questions.length + 1) });
    this.#render();
    [...this.#root.querySelectorAll<HTMLElement>("textarea[data-question]")].at(-1)!.focus();
  }

  #line(question: Question): HTMLLIElement {
    const key = keyOf(question);
    const { kept, text } = this.#mineOf(question);
    const name = question.text || `your own, number ${question.id}`;
    const box = make("input", { type: "checkbox", "data-question": key, "aria-label": `Keep: ${name}` });
    box.checked = kept;
    const words = make("textarea", { rows: "2", "data-question": key, "aria-label": `Question: ${name}` });
    words.value = text;
    return make("li", kept ? {} : { "data-struck": "" }, make("label", {}, box, " Keep"), words);
  }

  #take(target: HTMLInputElement | HTMLTextAreaElement): void {
    const question = this.#all().flatMap(({ questions }) => questions).find((each) => keyOf(each) === target.dataset["question"]);
    if (!question) return;
    const mine = { ...this.#mineOf(question), ...(target instanceof HTMLInputElement ? { kept: target.checked } : { text: target.value }) };
    this.#mine.set(keyOf(question), mine);
    target.closest("li")!.toggleAttribute("data-struck", !mine.kept);
  }

  #mineOf(question: Question): Mine {
    return this.#mine.get(keyOf(question)) ?? { kept: true, text: question.text };
  }

  async #send(press: string): Promise<void> {
    const groups = this.#kept();
    if (groups.length === 0) return this.#say("No question is kept, so there is nothing to send.");
    if (press === "review") return this.#say(downloadReview(this.#record, groups));
    const count = groups.flatMap(({ questions }) => questions).length;
    const inWords = press === "markdown" ? questionsInMarkdown : questionsInText;
    this.#say(await copyQuestions(inWords(this.#record, groups), count, this.#copyBox));
  }

  /** The questions that are kept, as the desk words them. */
  #kept(): Group<string>[] {
    const worded = (question: Question): string[] => {
      const { kept, text } = this.#mineOf(question);
      return kept && text.trim() ? [text] : [];
    };
    return this.#all()
      .map((group) => ({ ...group, questions: group.questions.flatMap(worded) }))
      .filter(({ questions }) => questions.length > 0);
  }

  get #copyBox(): HTMLTextAreaElement {
    return part(this.#root, ".review__copy");
  }
}

function keyOf(question: Question): string {
  return `${question.about}:${question.id}`;
}

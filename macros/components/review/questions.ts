/** The questions for the buyer: each kept or struck, worded as the desk likes, then sent. */

import { make, onPress, query, setText } from "../../client/browser/dom.ts";
import { isControlled } from "../../client/record/export-control.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import { type DeskWord, DeskWordsStore } from "../../client/store/desk-words.ts";
import type { Evaluation } from "../../client/summary/evaluate.ts";
import { type Question, fieldOf } from "../../client/summary/questions.ts";
import { type QuestionGroup, type SentQuestion, groupQuestions, isAnsweredIn, questionsInMarkdown, questionsInText } from "../../client/summary/desk-questions.ts";
import type { RfqRecord } from "../../client/record/types.ts";
import { copyQuestions, downloadReview } from "./sending.ts";

/** The list and its buttons; what the desk worded or added stays when the same part is opened again, after a reload as well. */
export class Questions {
  readonly #root: HTMLElement;
  readonly #guide: GuideIndex;
  readonly #say: (text: string) => void;
  readonly #words = new DeskWordsStore();
  #record!: RfqRecord;
  #groups: QuestionGroup[] = [];
  #mine = new Map<string, DeskWord>();
  /** What of it was not written yet, as far as this page knows: what another page worded since is left as it is. */
  #unwritten = new Map<string, DeskWord>();
  #own: QuestionGroup = { name: "Further questions", ref: "", questions: [] };
  /** Whether the words outlast the page; unknown until they were written. */
  #isKept: boolean | undefined;
  /** Whether what the words are about is under export control: on this record, or on one of the part that they were first said of. */
  #isControlled = false;
  /** What of the desk's own the record says is answered, by key: struck, until the desk keeps it for all that. */
  #answered = new Set<string>();

  constructor(root: HTMLElement, guide: GuideIndex, say: (text: string) => void) {
    this.#root = root;
    this.#guide = guide;
    this.#say = say;
    root.addEventListener("input", (event) => this.#take(event.target as HTMLInputElement | HTMLTextAreaElement));
    onPress(root, (press) => (press === "add" ? this.#add() : void this.#send(press)));
  }

  /** Shows the questions on an evaluated record; the desk's words on it come, or those on the page go along to another record of the part that has none. */
  async show(evaluation: Evaluation, isOther: boolean): Promise<void> {
    const isAnother = isOther || this.#record.id !== evaluation.record.id;
    const words = isAnother ? await this.#words.load(evaluation.record.id) : undefined;
    const goAlong = !isOther && !words;
    this.#record = evaluation.record;
    this.#isControlled = isControlled(this.#guide, evaluation.record) || (goAlong && this.#isControlled);
    this.#groups = groupQuestions(evaluation);
    if (!goAlong) {
      this.#mine = new Map(Object.entries(words?.mine ?? {}));
      this.#unwritten = new Map();
      this.#own.questions = (words?.own ?? []).map((_, index) => ownQuestion(index));
      this.#isKept = words ? true : undefined;
    } else if (isAnother && this.#mine.size > 0) {
      this.#unwritten = new Map(this.#mine);
      void this.#keep();
    }
    // Of the guide's own, one that is asked still has no answer, whatever was ticked.
    this.#answered = new Set(this.#own.questions.filter((each) => isAnsweredIn(this.#record, this.#mineOf(each).text)).map(keyOf));
    this.#render();
  }

  #render(): void {
    this.#copyBox.hidden = true;
    query(this.#root, ".review__groups").replaceChildren(...this.#all().flatMap(({ name, questions }) => [
      make("h4", {}, name),
      make("ul", { class: "bare" }, ...questions.map((question) => this.#line(question))),
    ]));
    this.#count();
  }

  #all(): QuestionGroup[] {
    return this.#own.questions.length > 0 ? [...this.#groups, this.#own] : this.#groups;
  }

  /** A question that the guide does not know to ask. */
  #add(): void {
    this.#own.questions.push(ownQuestion(this.#own.questions.length));
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
    if (target instanceof HTMLInputElement) this.#answered.delete(keyOf(question));
    const mine = { ...this.#mineOf(question), ...(target instanceof HTMLInputElement ? { kept: target.checked } : { text: target.value }) };
    this.#mine.set(keyOf(question), mine);
    this.#unwritten.set(keyOf(question), mine);
    target.closest("li")!.toggleAttribute("data-struck", !mine.kept);
    void this.#keep();
    this.#count();
  }

  /** The words of a controlled part may tell of it, so they go with the page, as its files do. */
  async #keep(): Promise<void> {
    const record = this.#record;
    this.#isKept = undefined;
    const own = this.#own.questions.map((question) => this.#mineOf(question).text);
    const unwritten = this.#unwritten;
    const changed = new Map(unwritten);
    const words = { at: new Date().toISOString(), mine: Object.fromEntries(this.#mine), own };
    const isKept = !this.#isControlled && await this.#words.save(record.id, words, Object.fromEntries(changed));
    if (isKept) for (const [key, word] of changed) if (unwritten.get(key) === word) unwritten.delete(key);
    if (this.#record !== record) return;
    this.#isKept = isKept;
    this.#count();
  }

  /** How many are kept, reworded and added, and whether that outlasts the page. */
  #count(): void {
    const all = this.#all().flatMap(({ questions }) => questions);
    const mine = all.map((question) => ({ question, ...this.#mineOf(question) }));
    const counted = [
      `${mine.filter(({ kept }) => kept).length} of ${all.length} kept`,
      ...told(mine.filter(({ question, text }) => question.about !== "desk" && text !== question.text).length, "reworded"),
      ...told(this.#own.questions.length, "added"),
    ].join(", ");
    const kept = this.#isKept ? "Your words are kept in this browser for thirty days." : "Your words go when you leave this page: copy them first.";
    const where = this.#mine.size === 0 ? [] : [this.#isKept === undefined ? "Keeping your words." : kept];
    setText(query(this.#root, ".review__counts"), all.length === 0 ? "No questions: every required detail is filled in." : [`${counted}.`, ...where].join(" "));
  }

  #mineOf(question: Question): DeskWord {
    const key = keyOf(question);
    const mine = this.#mine.get(key) ?? { kept: true, text: question.text };
    return this.#answered.has(key) ? { ...mine, kept: false } : mine;
  }

  async #send(press: string): Promise<void> {
    const groups = this.#kept();
    if (groups.length === 0) return this.#say("No question is kept, so there is nothing to send.");
    if (press === "review") return this.#say(downloadReview(this.#guide, this.#record, groups));
    const count = groups.flatMap(({ questions }) => questions).length;
    const inWords = press === "markdown" ? questionsInMarkdown : questionsInText;
    this.#say(await copyQuestions(inWords(this.#guide, this.#record, groups), count, this.#copyBox));
  }

  /** The questions that are kept, as the desk words them. */
  #kept(): QuestionGroup<SentQuestion>[] {
    const worded = (question: Question): SentQuestion[] => {
      const { kept, text } = this.#mineOf(question);
      const field = fieldOf(question);
      return kept && text.trim() ? [{ text, ...(field ? { field } : {}) }] : [];
    };
    return this.#all()
      .map((group) => ({ ...group, questions: group.questions.flatMap(worded) }))
      .filter(({ questions }) => questions.length > 0);
  }

  get #copyBox(): HTMLTextAreaElement {
    return query(this.#root, ".review__copy");
  }
}

function ownQuestion(index: number): Question {
  return { text: "", about: "desk", id: String(index + 1) };
}

function told(count: number, what: string): string[] {
  return count > 0 ? [`${count} ${what}`] : [];
}

function keyOf(question: Question): string {
  return `${question.about}:${question.id}`;
}

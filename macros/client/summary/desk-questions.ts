/** The questions that the quoting desk sends back: grouped by item, as text to paste, and as a review for the buyer. */

import { clean, cleanLine } from "../text/sanitize.ts";
import { escaped, escapedStart } from "../text/markdown.ts";
import type { GuideIndex } from "../record/guide-index.ts";
import { nameOf } from "../record/part-names.ts";
import { receivedReview } from "../record/received-review.ts";
import type { Evaluation } from "./evaluate.ts";
import type { ItemState } from "./evaluate-items.ts";
import { type Question, blockedFirst } from "./questions.ts";
import { MAX_QUESTION, MAX_QUESTIONS, REVIEW_FORMAT } from "../record/formats.ts";
import type { Review, RfqRecord } from "../record/types.ts";

/** The questions on one item, or on what contradicts itself, under a name; `ref` is the item's, else empty. */
export interface QuestionGroup<Each = Question> { name: string; ref: string; questions: Each[] }

/** A question as it is sent: in the desk's words, with the field that an answer to it would fill. */
export interface SentQuestion { text: string; field?: string }

/** The questions to a buyer, grouped by item; the groups are in the order of their most important question. */
export function groupQuestions({ guide, items, verdict, questions }: Evaluation): QuestionGroup[] {
  const inOrder = blockedFirst(verdict.blockers, items).filter(({ status }) => status !== "na");
  const groups = new Map<string, QuestionGroup>();
  for (const question of questions) {
    const { about, id } = question;
    const state = inOrder.find(({ ref, item }) => (about === "item" ? ref === id : about === "field" && item.fields.includes(id)));
    const key = about === "file" ? "files" : state?.ref ?? "";
    const group = groups.get(key) ?? groupFor(guide, question, state);
    group.questions.push(question);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupFor(guide: GuideIndex, { about }: Question, state: ItemState | undefined): QuestionGroup {
  if (about === "file") return { name: "Files", ref: guide.known.id("files"), questions: [] };
  return { name: state ? `${state.checklist.title}: ${state.item.label}` : "Contradictions", ref: state?.ref ?? "", questions: [] };
}

/** The desk's questions as a file for the buyer, whose side shows each next to its item. */
export function reviewOf({ known }: GuideIndex, record: RfqRecord, groups: QuestionGroup<SentQuestion>[], at: string): Review {
  return {
    schema: REVIEW_FORMAT, record: record.id, part_number: known.textOf(record, "part-number"), revision: known.textOf(record, "revision"), updated: record.updated, at,
    questions: groups
      .flatMap(({ ref, questions }) => questions.map(({ text, field }) => ({ ...(ref ? { item: ref } : {}), ...(field ? { field } : {}), text: asSent(text) })))
      .slice(0, MAX_QUESTIONS),
  };
}

/** Whether the review that a record came back with says of a question in these words that it is answered. */
export function isAnsweredIn(record: RfqRecord, text: string): boolean {
  const same = (receivedReview(record)?.questions ?? []).filter((each) => each.text === asSent(text));
  return same.length > 0 && same.every(({ answered }) => answered === true);
}

function asSent(text: string): string {
  return clean(text).trim().slice(0, MAX_QUESTION);
}

/** Questions as text to paste into a message, numbered through so that an answer can name its question. */
export function questionsInText(guide: GuideIndex, record: RfqRecord, groups: QuestionGroup<SentQuestion>[]): string {
  return layOut(groups, (number, text) => `${number} ${text.replaceAll("\n", "\n   ")}`, cleanLine, titleOf(guide, record));
}

/** The same as Markdown; nothing in a question can act as a mark. */
export function questionsInMarkdown(guide: GuideIndex, record: RfqRecord, groups: QuestionGroup<SentQuestion>[]): string {
  const lines = (text: string): string => text.split("\n").map(escapedStart).join("\\\n   ");
  return layOut(groups, (number, text) => `${number} ${lines(text)}`, (name) => `## ${escaped(cleanLine(name))}\n`, `# ${escaped(titleOf(guide, record))}`);
}

function titleOf(guide: GuideIndex, record: RfqRecord): string {
  return `Questions on ${cleanLine(nameOf(guide, record))}`;
}

function layOut(groups: QuestionGroup<SentQuestion>[], line: (number: string, text: string) => string, heading: (name: string) => string, title: string): string {
  let count = 0;
  const parts = groups.map(({ name, questions }) => [heading(name), ...questions.map(({ text }) => line(`${count += 1}.`, clean(text)))].join("\n"));
  return `${[title, ...parts].join("\n\n")}\n`;
}

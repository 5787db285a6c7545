/** Sends the questions on their way to the buyer: on the clipboard, or as a review's file; hands back the sentence on it. */

import { copyText } from "../../client/browser/clipboard.ts";
import { download } from "../../client/browser/download.ts";
import { fileName } from "../../client/export/file-name.ts";
import { toJson } from "../../client/export/json.ts";
import type { GuideIndex } from "../../client/record/guide-index.ts";
import { type QuestionGroup, type SentQuestion, reviewOf } from "../../client/summary/desk-questions.ts";
import type { RfqRecord } from "../../client/record/types.ts";

/** Copies so many questions as one text; without a clipboard the text is shown in the box, ready to be copied by hand. */
export async function copyQuestions(text: string, count: number, box: HTMLTextAreaElement): Promise<string> {
  const isCopied = await copyText(text);
  box.hidden = isCopied;
  box.value = text;
  if (!isCopied) {
    box.select();
    return "Could not copy: clipboard access is blocked. Copy the text from the box below the questions.";
  }
  return `${count === 1 ? "One question is" : `${count} questions are`} on the clipboard, ready to paste.`;
}

/** Downloads the file that the buyer opens; the record that it is about names it. */
export function downloadReview(guide: GuideIndex, record: RfqRecord, groups: QuestionGroup<SentQuestion>[]): string {
  const at = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const review = reviewOf(guide, record, groups, at);
  const name = fileName({ part: review.part_number, revision: review.revision, date: at.slice(0, 10) }, record.stage, "review.json");
  download(name, toJson(review), "application/json");
  return "The review is downloaded. The buyer opens it with “Open a record”, and sees each question next to its item.";
}

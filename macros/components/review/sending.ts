/** Sends the questions on their way to the buyer: on the clipboard, or as a review's file; hands back the sentence on it. */

import { copied } from "../../client/clipboard.ts";
import { download } from "../../client/download.ts";
import { fileName } from "../../client/export/file-name.ts";
import { toJson } from "../../client/export/json.ts";
import { type Group, reviewOf } from "../../client/review.ts";
import type { RfqRecord } from "../../client/types.ts";

/** Copies so many questions as one text; without a clipboard the text is shown in the box, ready to be copied by hand. */
export async function copyQuestions(text: string, count: number, box: HTMLTextAreaElement): Promise<string> {
  const isCopied = await copied(text);
  box.hidden = isCopied;
  box.value = text;
  if (!isCopied) {
    box.select();
    return "This browser does not let the page use the clipboard: copy the text from the box below the questions.";
  }
  return `${count === 1 ? "One question is" : `${count} questions are`} on the clipboard, ready to paste.`;
}

/** Downloads the file that the buyer opens; the record that it is about names it. */
export function downloadReview(record: RfqRecord, groups: Group<string>[]): string {
  const at = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const review = reviewOf(record, groups, at);
  const name = fileName({ part: review.part_number, revision: review.revision, date: at.slice(0, 10) }, record.stage, "review.json");
  download(name, toJson(review), "application/json");
  return "The review is downloaded. The buyer opens it with “Open a record”, and sees each question next to its item.";
}

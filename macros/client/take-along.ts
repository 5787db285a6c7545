/** What a reader takes along of the record at hand: a file in each form that pages offer. */

import { download } from "./download.ts";
import { loadExports } from "./exports-loader.ts";
import type { Session } from "./session.ts";
import { type Summary, summarise } from "./summary.ts";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Whether a package is being put together; it takes a while, and a second one would take as long and say the same. */
let making = false;

/** The summary of the record at hand, or as it was, as of today. */
export function summaryNow({ guide, store, files }: Session, record = store.record): Summary {
  return summarise(guide, record, new Date().toISOString().slice(0, 10), files?.questions(record) ?? []);
}

/** Downloads the record at hand in a form, and says what there is to say of it; does nothing for what is no form of a file. */
export async function takeAlong(form: string | undefined, session: Session, say: (text: string) => void): Promise<void> {
  if (form !== "package") return take(form, session, say);
  if (making) return say("The package is still being put together.");
  making = true;
  try {
    await take(form, session, say);
  } finally {
    making = false;
  }
}

/** The record is the one at hand when the reader asks, whatever is at hand once the files are read and packed. */
async function take(form: string | undefined, session: Session, say: (text: string) => void): Promise<void> {
  const { store } = session;
  const [asked, at] = [store.record, new Date().toISOString()];
  // A copy says itself that it is one, or it would be told as never copied where it is opened.
  const record = store.readOnly ? asked : { ...asked, copied: at };
  const exports = await loadExports();
  await session.files?.read();
  const summary = summaryNow(session, record);
  const name = (ending: string): string => exports.fileName(summary, record.stage, ending);
  switch (form) {
    case "markdown": return download(name("md"), exports.toMarkdown(summary), "text/markdown");
    case "csv": return download(name("csv"), exports.toCsv(summary), "text/csv");
    case "xlsx": return download(name("xlsx"), await exports.toXlsx(summary), SPREADSHEET);
    case "json":
      download(name("json"), exports.toJson(record), "application/json");
      return store.copySaved(record.id, at);
    case "package": {
      const made = await exports.makePackage(record, summary, say);
      if (!made) return;
      download(name("zip"), made.blob, "application/zip");
      store.copySaved(record.id, at);
      return say(made.told);
    }
  }
}

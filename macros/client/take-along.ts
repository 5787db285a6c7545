/** What a reader takes along of the record at hand: a file in each form that pages offer. */

import { download } from "./download.ts";
import { loadExports } from "./exports-loader.ts";
import type { Session } from "./session.ts";
import { type Summary, summarise } from "./summary.ts";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The summary of the record at hand, as of today. */
export function summaryNow({ guide, store, files }: Session): Summary {
  return summarise(guide, store.record, new Date().toISOString().slice(0, 10), files?.questions(store.record) ?? []);
}

/** Downloads the record at hand in a form, and says what there is to say of it; does nothing for what is no form of a file. */
export async function takeAlong(form: string | undefined, session: Session, say: (text: string) => void): Promise<void> {
  const exports = await loadExports();
  await session.files?.read();
  const { store } = session;
  if (form === "json" || form === "package") store.copySaved();
  const summary = summaryNow(session);
  const name = (ending: string): string => exports.fileName(summary, store.record.stage, ending);
  switch (form) {
    case "markdown": return download(name("md"), exports.toMarkdown(summary), "text/markdown");
    case "csv": return download(name("csv"), exports.toCsv(summary), "text/csv");
    case "xlsx": return download(name("xlsx"), await exports.toXlsx(summary), SPREADSHEET);
    case "json": return download(name("json"), exports.toJson(store.record), "application/json");
    case "package": {
      const made = await exports.makePackage(store.record, summary, say);
      if (!made) return;
      download(name("zip"), made.blob, "application/zip");
      return say(made.told);
    }
  }
}

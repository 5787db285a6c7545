/** Downloads of the record in use: a file in each form that pages offer. */

import { download } from "../browser/download.ts";
import { summaryOf } from "./evaluation.ts";
import { loadInspector } from "./file-inspector.ts";
import { judgmentDay } from "./item-evaluation.ts";
import { lazy } from "./lazy.ts";
import type { Session } from "./session.ts";
import { copySaved } from "../store/edit-parts.ts";
import { evaluate } from "../summary/evaluate.ts";
import { momentAfter } from "../text/dates.ts";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Downloads the record in use in a form, and says what there is to say of it; does nothing for what is no form of a file. */
export async function downloadAs(form: string, session: Session, say: (text: string) => void): Promise<void> {
  if (form !== "package") return makeDownload(form, session, say);
  if (session.packing) return say("The package is still being put together.");
  session.packing = true;
  try {
    await makeDownload(form, session, say);
  } finally {
    session.packing = false;
  }
}

/** The record is the one in use when the reader asks, whatever is in use once the files are read and packed. */
async function makeDownload(form: string, session: Session, say: (text: string) => void): Promise<void> {
  const { store } = session;
  const asked = store.record;
  const at = momentAfter(asked.updated, new Date().toISOString());
  // A copy says itself that it is one, or it would be told as never copied where it is opened.
  const copy = store.readOnly ? asked : { ...asked, copied: at };
  const inspecting = loadInspector(session);
  const exports = await lazy<typeof import("./exporters.ts")>("exporters");
  await inspecting;
  await session.inspector?.read(asked);
  const record = session.inspector?.kept(copy, at) ?? copy;
  const summary = summaryOf(session, evaluate(session.guide, record, judgmentDay(record), session.inspector?.questions(record)));
  const name = (ending: string, what?: string): string => exports.fileName(summary, record.stage, ending, what);
  switch (form) {
    case "markdown": return download(name("md"), exports.toMarkdown(exports.requestDocument(summary)), "text/markdown");
    case "check-sheet": return download(name("md", "Check-sheet"), exports.toMarkdown(exports.checkSheetDocument(summary)), "text/markdown");
    case "csv": return download(name("csv"), exports.toCsv(summary), "text/csv");
    case "xlsx": return download(name("xlsx"), await exports.toXlsx(summary), SPREADSHEET);
    case "json":
      download(name("json"), exports.toJson(record), "application/json");
      return copySaved(store, record.id, at);
    case "package": {
      const made = await exports.makePackage(session, record, summary, say);
      if (!made) return;
      download(name("zip"), made.blob, "application/zip");
      copySaved(store, record.id, at);
      return say(made.report);
    }
  }
}

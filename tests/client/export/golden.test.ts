/** The worked records through each exporter, word for word; `UPDATE_GOLDEN=1` writes them for a person to read. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { toCsv } from "../../../macros/client/export/csv.ts";
import { checkSheetDocument, requestDocument } from "../../../macros/client/export/document.ts";
import { toHtml } from "../../../macros/client/export/html.ts";
import { messageOf, subjectOf } from "../../../macros/client/export/mail.ts";
import { toMarkdown } from "../../../macros/client/export/markdown.ts";
import { toText } from "../../../macros/client/export/text.ts";
import type { Summary } from "../../../macros/client/summary/summary.ts";
import { example, record, summaryOf } from "../support.ts";

const GOLDEN = new URL("../../golden/export/", import.meta.url);

const EXPORTERS: Record<string, (summary: Summary) => string> = {
  "md": (summary) => toMarkdown(requestDocument(summary)),
  "txt": (summary) => toText(requestDocument(summary)),
  "csv": toCsv,
  "html": (summary) => toHtml(requestDocument(summary)),
  "check-sheet.md": (summary) => toMarkdown(checkSheetDocument(summary)),
  "message.txt": (summary) => `${subjectOf(summary)}\n\n${messageOf(summary, "RFQ.zip")}\n`,
};
const RECORDS = {
  "rev-c": summaryOf(example("rev-c"), "2026-09-08"),
  "rev-c-in-review": summaryOf(example("rev-c-in-review"), "2026-08-10"),
  "rev-b": summaryOf(example("rev-b"), "2026-06-05"),
  empty: summaryOf(record()),
};

for (const [name, summary] of Object.entries(RECORDS)) {
  for (const [ending, exporter] of Object.entries(EXPORTERS)) {
    test(`${name} as ${ending} is what a person approved`, () => {
      const file = new URL(`${name}.${ending}`, GOLDEN);
      if (process.env.UPDATE_GOLDEN) {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(file, exporter(summary));
      }
      assert.equal(exporter(summary), readFileSync(file, "utf8"));
    });
  }
}

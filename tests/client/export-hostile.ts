/** Puts each string of `hostile.json` wherever a reader can type; prints what every exporter makes of it, as JSON. */

import { readFileSync } from "node:fs";
import { clean } from "../../macros/client/text/sanitize.ts";
import { toCsv } from "../../macros/client/export/csv.ts";
import { fileName } from "../../macros/client/export/file-name.ts";
import { requestDocument } from "../../macros/client/export/document.ts";
import { mailTo, messageOf, subjectOf } from "../../macros/client/export/mail.ts";
import { toHtml } from "../../macros/client/export/html.ts";
import { toJson } from "../../macros/client/export/json.ts";
import { toMarkdown } from "../../macros/client/export/markdown.ts";
import { toText } from "../../macros/client/export/text.ts";
import { toXlsx } from "../../macros/client/export/xlsx.ts";
import type { RfqRecord } from "../../macros/client/record/types.ts";
import { record, summaryOf } from "./support.ts";

/** A record that says one thing everywhere. */
function saying(words: string): RfqRecord {
  return record({
    stage: words,
    values: {
      "part-number": words, "revision": words, "cad-file": words, "packing": words, "finish": words, "need-date": words,
      "coc": words, "label": [words, "lot"], "pilot-qty": 50,
      "critical-dims": [
        { id: words, dim: words, balloon: 5, limits: words }, { id: "2", dim: "CD-2", balloon: 6, limits: "0.05" },
      ],
      "process-certs": [{ id: "1", certificate: words }],
    },
    answers: {
      "pilot-lock/cad-and-drawing": { status: "done", note: words, text: words },
      "pilot-lock/finish-and-masking": { status: "na", note: words },
      "rfq/prototype-history": { status: "open", note: words },
    },
    files: [{ name: words, size: 1234, sha256: words, role: words, revision: words }, { name: "b.stp" }],
  });
}

const strings: string[] = JSON.parse(readFileSync(new URL("hostile.json", import.meta.url), "utf8"));
const out = [];
for (const string of ["plain", ...strings]) {
  const hostile = saying(string);
  const summary = { ...summaryOf(hostile), withCheckSheet: true };
  const request = requestDocument(summary);
  out.push({
    string, vague: summary.sections.some(({ entries }) => entries.some(({ vague }) => vague.length > 0)), clean: clean(string),
    name: fileName(summary, hostile.stage, "md"), json: toJson(hostile),
    markdown: toMarkdown(request), text: toText(request), csv: toCsv(summary), html: toHtml(request),
    mail: mailTo("mailto:quotes@supplier.example", subjectOf(summary), messageOf(summary, "RFQ.zip")),
    xlsx: Buffer.from(await toXlsx(summary)).toString("base64"),
  });
}
process.stdout.write(JSON.stringify(out));

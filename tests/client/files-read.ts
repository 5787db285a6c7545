/** Prints what is read of the files named on the command line, PDFs by pdf.js; for tests that make real files. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pdfText } from "../../macros/client/files/pdf-text.ts";
import { readFacts } from "../../macros/client/files/read.ts";
import { DATA, Memory } from "./files-support.ts";

const readings = [];
for (const path of process.argv.slice(2)) readings.push(await readFacts(new Memory(basename(path), readFileSync(path)), DATA, pdfText));
console.log(JSON.stringify(readings));

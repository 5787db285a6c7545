/** Prints what is read of the files named on the command line, and what checks the worked example makes of them. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { CheckedFile } from "../../macros/client/files/findings.ts";
import { guessRole } from "../../macros/client/files/names.ts";
import { pdfText } from "../../macros/client/files/pdf-text.ts";
import { preflight } from "../../macros/client/files/preflight.ts";
import { readFacts } from "../../macros/client/files/read.ts";
import { DATA, Memory } from "./files-support.ts";
import { example } from "./support.ts";

const files: CheckedFile[] = [];
for (const path of process.argv.slice(2)) {
  const file = new Memory(basename(path), readFileSync(path));
  files.push({ name: file.name, size: file.size, role: guessRole(file.name, DATA), reading: await readFacts(file, DATA, pdfText) });
}
console.log(JSON.stringify({ readings: files.map((file) => file.reading), checks: preflight(DATA, example("rev-c"), files, (field) => field) }));

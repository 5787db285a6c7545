/** Prints what is read of the files named on the command line, and what checks the worked example makes of them. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { CheckedFile } from "../../macros/client/preflight/checks/check-context.ts";
import { guessRole } from "../../macros/client/preflight/file-names.ts";
import { preflight } from "../../macros/client/preflight/preflight.ts";
import { readFacts } from "../../macros/client/preflight/readers/read-file.ts";
import { DATA, Memory } from "./files-support.ts";
import { READ_PDF } from "./pdf-support.ts";
import { GUIDE, example } from "./support.ts";

const files: CheckedFile[] = [];
for (const path of process.argv.slice(2)) {
  const file = new Memory(basename(path), readFileSync(path));
  files.push({ name: file.name, size: file.size, role: guessRole(file.name, DATA), facts: await readFacts(file, DATA, READ_PDF) });
}
console.log(JSON.stringify({ readings: files.map((file) => file.facts), checks: preflight(DATA, GUIDE, example("rev-c"), files) }));

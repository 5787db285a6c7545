/** Reads broken copies of files, so many of a sort as the first argument says; prints counts, fails at the first error. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readFacts } from "../../macros/client/preflight/readers/read-file.ts";
import { DATA, Memory } from "./files-support.ts";
import { READ_PDF } from "./pdf-support.ts";
import { dice } from "./random-records.ts";

const NAMES = ["a.stp", "a.dxf", "a.pdf", "a.stl", "a.3mf", "a.obj", "a.sldprt", "a.docx", "a"];
/** No reader takes more of a file than this, however often it goes back. */
const MOST_OF_A_FILE = 4;
const [runs, paths] = [Number(process.argv[2]), process.argv.slice(3)];
const CUTS = Math.min(50, runs);
/** What a reader that goes back over a run of one sign would take minutes for, in runs of this length. */
const SIGNS = [" ", "\n", "\r", "\t", ";", "'", "/", "*", "(", "#", "\\", "0", "a", "\0", "#1= "];
const RUN = 19 << 20;
const counts = { runs: 0, truncated: 0, mutated: 0, random: 0, under_other_names: 0 };
/** The same numbers in every run. */
const below = dice(7);

async function read(kind: keyof typeof counts, name: string, bytes: Uint8Array): Promise<void> {
  const file = new Memory(name, bytes);
  const facts = await readFacts(file, DATA, READ_PDF);
  assert.ok(Array.isArray(facts.problems) && facts.kind, name);
  assert.ok(file.read <= MOST_OF_A_FILE * bytes.length + 8192, `${name}: ${file.read} bytes read of ${bytes.length}`);
  counts[kind]++;
}

// As in the worker: pdf.js forgets about some errors of damaged files.
process.on("unhandledRejection", () => undefined);

for (const path of paths) {
  const [name, whole] = [basename(path), new Uint8Array(readFileSync(path))];
  for (let part = 0; part < CUTS; part++) {
    const cut = whole.slice(0, Math.floor((whole.length * part) / CUTS));
    await read("truncated", name, cut);
    assert.equal((await readFacts(new Memory(name, cut), DATA)).complete ?? false, false, `${name} cut at ${part}/${CUTS}`);
  }
  for (let run = 0; run < runs; run++) {
    const mutated = whole.slice();
    for (let change = below(20) + 1; change > 0; change--) mutated[below(mutated.length)] = below(256);
    await read("mutated", name, mutated);
  }
  for (const other of NAMES) await read("under_other_names", other, whole);
}
for (const name of NAMES) {
  for (let run = 0; run < runs; run++) await read("random", name, Uint8Array.from({ length: below(3000) }, () => below(256)));
}
for (const sign of SIGNS.filter((_, index) => runs >= 1000 || index % 5 === 0)) {
  // The end of a large STEP file is read for itself, so the run begins anew there, behind a sign that could matter.
  for (const start of ["ISO-10303-21;", "ISO-10303-21;#1="]) {
    const bytes = new Uint8Array(Buffer.alloc(RUN, sign));
    bytes.set(new TextEncoder().encode(start));
    bytes[RUN - (2 << 20)] = 59;
    await read("runs", "a.stp", bytes);
  }
  for (const name of NAMES) await read("runs", name, new Uint8Array(Buffer.alloc(1 << 20, sign)));
}
console.log(JSON.stringify(counts));

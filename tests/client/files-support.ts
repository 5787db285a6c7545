/** What the tests of reading files share: the data, and files in memory that count what is read of them. */

import { readFileSync } from "node:fs";
import type { Preflight } from "../../macros/client/record/generated.ts";
import { readFacts } from "../../macros/client/preflight/readers/read-file.ts";
import type { FileFacts, Source } from "../../macros/client/preflight/file-facts.ts";

const ROOT = new URL("../..", import.meta.url);

/** How files are read, as Python gives it to the client. */
export const DATA: Preflight = JSON.parse(readFileSync(new URL(".cache/client-preflight.json", ROOT), "utf8"));

/** A file in memory; `read` counts the bytes taken out of it, and `largest` how many at once. */
export class Memory implements Source {
  readonly name: string;
  readonly size: number;
  read = 0;
  largest = 0;
  readonly #bytes: Uint8Array;

  constructor(name: string, contents: string | Uint8Array, size?: number) {
    this.name = name;
    this.#bytes = typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
    this.size = size ?? this.#bytes.length;
  }

  /** A part of the file; behind the bytes given, a file said to be longer holds blanks. */
  slice(start: number, end: number): Blob {
    this.read += end - start;
    this.largest = Math.max(this.largest, end - start);
    const part = new Uint8Array(end - start).fill(32);
    part.set(this.#bytes.subarray(start, end));
    return new Blob([part]);
  }
}

/** A file that a CAD kernel wrote. */
export function kernelFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`tests/golden/files/${name}`, ROOT)));
}

/** The facts of a file with these contents. */
export function factsOf(name: string, contents: string | Uint8Array): Promise<FileFacts> {
  return readFacts(new Memory(name, contents), DATA);
}

/** A STEP file with a header and instances. */
export function stepText({ name = "FILE_NAME('','',(''),(''),'','','');", schema = "AUTOMOTIVE_DESIGN", data = "", end = true } = {}): string {
  const header = `HEADER;\nFILE_DESCRIPTION((''),'2;1');\n${name}\nFILE_SCHEMA(('${schema}'));\nENDSEC;\n`;
  return `ISO-10303-21;\n${header}DATA;\n${data}\n${end ? "ENDSEC;\nEND-ISO-10303-21;\n" : ""}`;
}

/** What a file is by its first bytes, and whether the ending of its name says the same. */

import { asLatin } from "./bytes.ts";
import { BINARY } from "./dxf-pairs.ts";
import { IGES } from "./iges.ts";

/** What first bytes can show; `text` is anything without a zero byte or with a mark of UTF-16, `data` anything else. */
export type Contents =
  | "step" | "iges" | "dxf" | "pdf" | "zip" | "ole" | "gzip" | "html" | "jpeg" | "png" | "tiff" | "webp" | "dwg" | "text" | "data";

const SIGNATURES: readonly [RegExp, Contents][] = [
  [/^(?:\u00ef\u00bb\u00bf)?\s*(?:\/\*[^*]*\*\/\s*)?ISO-10303-21\s*;/, "step"],
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, "zip"],
  [/^\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1/, "ole"],
  [/^\u001f\u008b/, "gzip"],
  // Some bytes may stand before it, but an archive has a PDF of its own in them.
  [/^[^]{0,1000}%PDF-\d/, "pdf"],
  [/^\u00ff\u00d8\u00ff/, "jpeg"],
  [/^\u0089PNG\r\n/, "png"],
  [/^(?:II\*\0|MM\0\*)/, "tiff"],
  [/^RIFF[^]{4}WEBP/, "webp"],
  [/^AC1[0-9]{3}/, "dwg"],
  [IGES, "iges"],
  [/^(?:\u00ff\u00fe|\u00fe\u00ff)/, "text"],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body)\b/i, "html"],
  [/^\s*(?:999[ \t]*\r?\n[^\r\n]{0,300}\r?\n\s*){0,5}0[ \t]*\r?\n[ \t]*SECTION\s/, "dxf"],
];

const IN_WORDS: Record<Contents, string> = {
  step: "STEP", iges: "IGES", dxf: "DXF", dwg: "DWG", pdf: "PDF", html: "a web page", text: "text", data: "data of no known kind",
  zip: "a ZIP archive", gzip: "a gzip archive", ole: "a compound file of an office or CAD program",
  jpeg: "a JPEG picture", png: "a PNG picture", tiff: "a TIFF picture", webp: "a WebP picture",
};

/** What the endings that are known here hold. */
const EXPECTED = new Map<string, readonly Contents[]>(Object.entries({
  stp: ["step"], step: ["step"], p21: ["step"], stpz: ["zip", "gzip"], zip: ["zip"], dxf: ["dxf"], dxfb: ["dxf"], dwg: ["dwg"], pdf: ["pdf"],
  "3mf": ["zip"], f3d: ["zip"], fcstd: ["zip"], igs: ["iges"], iges: ["iges"], x_t: ["text"], sat: ["text"], obj: ["text"],
  docx: ["zip"], xlsx: ["zip"], odt: ["zip"], ods: ["zip"], doc: ["ole"], xls: ["ole"],
  rtf: ["text"],
  jpg: ["jpeg"], jpeg: ["jpeg"], png: ["png"], tif: ["tiff"], tiff: ["tiff"], webp: ["webp"],
}));
/** Text without a format: it may begin like anything, and be in an encoding that is not known here. */
const PLAIN = ["txt", "md", "csv"];
/** What no CAD file is, of whatever system. */
const NEVER_CAD: readonly Contents[] = ["html", "pdf", "jpeg", "png", "tiff", "webp", "gzip", "step", "iges", "dxf"];

/** What the first bytes of a file show. */
export function contentsOf(start: Uint8Array): Contents {
  const text = asLatin(start);
  if (text.startsWith(BINARY)) return "dxf";
  return SIGNATURES.find(([signature]) => signature.test(text))?.[1] ?? (text.includes("\0") ? "data" : "text");
}

/** Whether contents are what an ending stands for; undefined where neither can be said. */
export function fits(contents: Contents, ending: string, cad: boolean): boolean | undefined {
  if (PLAIN.includes(ending)) return contents === "text" || undefined;
  const expected = EXPECTED.get(ending);
  if (expected) return expected.includes(contents);
  return cad && NEVER_CAD.includes(contents) ? false : undefined;
}

/** The ending that contents of a model or a drawing usually have; nothing of what many things could be. */
export function usualEnding(contents: Contents): string | undefined {
  return ({ step: "stp", iges: "igs", dxf: "dxf", pdf: "pdf" } as Partial<Record<Contents, string>>)[contents];
}

/** Contents in words. */
export function inWords(contents: Contents): string {
  return IN_WORDS[contents];
}

/** What is read off a file; each fact is absent when it cannot be told. */

/** A file as a browser gives it, or anything that can be read in parts like one. */
export interface Source {
  name: string;
  size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export type Kind = "step" | "dxf" | "pdf" | "mesh" | "native" | "other";

/** A product that a STEP file names, with the version that its exporter gave it. */
export interface Product { id: string; name: string; version?: string | undefined }

/** The facts of one file. */
export interface Reading {
  kind: Kind;
  /** The format in words: "STEP AP242", "DXF 2018", "STL mesh". */
  format?: string | undefined;
  /** Whether the contents are what the ending of the name says. */
  fits?: boolean | undefined;
  /** Whether the file ends as its format demands. */
  complete?: boolean | undefined;
  /** The unit of length that a STEP or DXF file declares: `mm`, `inch`, or another by its name. */
  unit?: string | undefined;
  /** STEP: the system it came from, and when it was written (as the file says it). */
  system?: string | undefined;
  written?: string | undefined;
  /** STEP: its products; absent when the part of the file that was read names none. */
  products?: Product[] | undefined;
  /** STEP: the best that it holds; `none` is said only of a file that was read to its end. */
  geometry?: "solids" | "surfaces" | "facets" | "none" | undefined;
  /** PDF: sheets, whether it opens, and the text of the first sheets (empty without a text layer). */
  pages?: number | undefined;
  access?: "open" | "limited" | "password" | undefined;
  text?: string | undefined;
  /** STEP, PDF: whether products or text may be among what was not read; then nothing is missing for certain. */
  partial?: boolean | undefined;
  /** Mesh: how many triangles. */
  triangles?: number | undefined;
  /** Native formats and meshes: what to send instead. */
  instead?: string | undefined;
  /** What went wrong or could not be looked at, each as a sentence. */
  problems: string[];
}

/** Text out of a file, fit for a line on a page: without what does not show or turns text around, and short. */
export function tidy(text: string, longest = 200): string {
  return text.replace(/[\p{C}\s]+/gu, " ").trim().slice(0, longest);
}

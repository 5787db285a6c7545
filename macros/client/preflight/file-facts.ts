/** What is read off a file; each fact is absent when it cannot be told. */

import type { Sliced } from "../package/zip-directory.ts";

/** A file as a browser gives it, or anything that can be read in parts like one. */
export interface Source extends Sliced { name: string }

export type Kind = "step" | "iges" | "dxf" | "pdf" | "mesh" | "zip" | "native" | "other";

/** The best that a model holds. */
export type Geometry = "solids" | "surfaces" | "facets" | "curves" | "none";

/**
 * A product that a STEP file names, with the version that its exporter gave it; `also` is what its names may say in another
 * alphabet, where their bytes leave a choice.
 */
export interface Product { id: string; name: string; version?: string | undefined; also?: string[] }

/** What a flat drawing looks like: paths in its own units, fit for an SVG, with the box they fill. */
export interface Sketch { box: [x: number, y: number, width: number, height: number]; paths: string[] }

/**
 * What was found in the text of a drawing: revisions beside and below the words for them, its number, and for the part number
 * of the record then the line that has it, or none. `enough` says that there was text to find it in.
 */
export interface FoundInText { revisions: string[]; below: string[]; number: string; part: string; line: string; enough: boolean }

/** The facts of one file. */
export interface FileFacts {
  kind: Kind;
  /** The format in words: "STEP AP242", "DXF 2018", "STL mesh". */
  format?: string | undefined;
  /** Whether the contents are what the ending of the name says. */
  fits?: boolean | undefined;
  /** Whether the file ends as its format demands; of a PDF, whether its reader opened it. */
  complete?: boolean | undefined;
  /** The unit of length that a file declares: `mm`, `inch`, or another by its name; `unitDoubt` says what contradicts itself. */
  unit?: string | undefined;
  unitDoubt?: string | undefined;
  /** The system or program it came from, when it was written (as the file says it), and by whom. */
  system?: string | undefined;
  written?: string | undefined;
  author?: string | undefined;
  /** STEP: the products that are placed in no other; absent when the part of the file that was read names none. */
  products?: Product[] | undefined;
  /** STEP: of an assembly, its products and how often they are placed, and the files that its parts are in. */
  assembly?: { products: number; occurrences: number } | undefined;
  references?: string[] | undefined;
  /** STEP, IGES: the best that it holds; `none` is said only of a file that was read to its end. */
  geometry?: Geometry | undefined;
  solids?: number | undefined;
  /** STEP: annotations of the model (PMI). */
  annotations?: "semantic" | "graphic" | "semantic and graphic" | "none" | undefined;
  /** STEP: in its unit, what it spans at least, the largest first. */
  leastSize?: number[] | undefined;
  /** DXF, mesh: what it spans along each axis, in its unit where it has one. */
  extents?: number[] | undefined;
  /** DXF: how much is drawn in model space, and what that looks like. */
  entities?: number | undefined;
  sketch?: Sketch | undefined;
  /** PDF: sheets and their size, whether it opens, the text of the first sheets (empty without a text layer), and what else is in it. */
  pages?: number | undefined;
  sheet?: string | undefined;
  access?: "open" | "limited" | "password" | undefined;
  text?: string | undefined;
  titleBlock?: string | undefined;
  /** PDF, where its text is not at hand any more: what was found in it. */
  found?: FoundInText | undefined;
  holds?: string[] | undefined;
  /** PDF: the corner of the first sheet in which a title block stands, as a picture. */
  corner?: Blob | undefined;
  /** STEP, PDF: whether products or text may be among what was not read; then nothing is missing for certain. */
  partial?: boolean | undefined;
  /** Mesh: how many triangles, how many edges have not two of them, and whether there are none of those. */
  triangles?: number | undefined;
  openEdges?: number | undefined;
  watertight?: boolean | undefined;
  /** ZIP: the files in it. */
  contains?: { name: string; size: number }[] | undefined;
  /** Native formats and meshes: what to send instead. */
  instead?: string | undefined;
  /** What is odd and does no harm, each as a sentence. */
  remarks?: string[] | undefined;
  /** What went wrong or could not be looked at, each as a sentence. */
  problems: string[];
}

/** Text out of a file, fit for a line on a page: without what does not show or turns text around, and short. */
export function tidy(text: string, longest = 200): string {
  return text.replace(/[\p{C}\s]+/gu, " ").trim().slice(0, longest);
}

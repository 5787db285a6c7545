/** What was read of a file, in a line of words. */

import { counted } from "../text/counted.ts";
import { type FileFacts, tidy } from "./file-facts.ts";

const LONGEST_NAME = 60;
const MOST_NAMES = 8;
const GEOMETRY = { solids: "solid bodies", surfaces: "surfaces only", facets: "facets only", curves: "curves only", none: "no geometry" };
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/;

/** The facts of a file, then its remarks and problems; empty where there are none. */
export function describeFacts(facts: FileFacts): string {
  const { format, system, author, unit, written, pages, sheet, access, entities, holds, contains, remarks = [], problems } = facts;
  const words = [
    [format, system && `by ${tidy(system, LONGEST_NAME)}`].filter(Boolean).join(" "),
    unit,
    inShape(facts),
    pages !== undefined && counted(pages, "sheet") + (sheet ? ` of ${sheet}` : ""),
    access === "limited" && "encrypted, but open to read",
    entities !== undefined && (entities === 1 ? "1 entity" : `${entities.toLocaleString("en-US")} entities`),
    ...meshInWords(facts),
    ...(holds ?? []),
    contains && `${counted(contains.length, "file")}: ${someOf(contains.map(({ name }) => name))}`,
    author && `author ${tidy(author, LONGEST_NAME)}`,
    written && (DAY.exec(written)?.[0] ?? tidy(written, LONGEST_NAME)),
  ].filter(Boolean).join(", ");
  const sentences = [...remarks, ...problems];
  if (sentences.length === 0) return words;
  return [words && `${words}.`, ...sentences].filter(Boolean).join(" ");
}

/** The best that a model holds. */
export function geometryInWords(geometry: NonNullable<FileFacts["geometry"]>): string {
  return GEOMETRY[geometry];
}

/** Sizes in a unit, each with as many digits as one looks at. */
function sizeInWords(sizes: number[], unit: string | undefined): string {
  return [sizes.map((size) => Number(size.toPrecision(5)).toString()).join(" x "), unit].filter(Boolean).join(" ");
}

function inShape({ geometry, solids, assembly, references, annotations, leastSize, extents, unit, kind }: FileFacts): string {
  return [
    assembly && `assembly of ${counted(assembly.products, "product")} in ${counted(assembly.occurrences, "place")}`,
    geometry && (geometry === "solids" && solids !== undefined ? (solids === 1 ? "1 solid body" : `${solids} solid bodies`) : geometryInWords(geometry)),
    references && `refers to ${someOf(references)}`,
    leastSize && `at least ${sizeInWords(leastSize, unit)}`,
    extents && sizeInWords(extents, kind === "mesh" && !unit ? undefined : unit),
    annotations && (annotations === "none" ? "no annotations (PMI)" : `${annotations} annotations (PMI)`),
  ].filter(Boolean).join(", ");
}

function meshInWords({ triangles, openEdges, watertight }: FileFacts): (string | undefined)[] {
  return [
    triangles === undefined ? undefined : counted(triangles, "triangle"),
    openEdges ? `open: ${counted(openEdges, "edge")} of one triangle alone` : watertight === false ? "edges of more than two triangles" : undefined,
  ];
}

function someOf(names: string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).map((name) => tidy(name, LONGEST_NAME)).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

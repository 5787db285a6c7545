/** What was read of a file, in a line of words. */

import { type Reading, tidy } from "./reading.ts";

const LONGEST_NAME = 60;
const GEOMETRY = { solids: "solid bodies", surfaces: "surfaces only", facets: "facets only", none: "no geometry" };
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/;

/** The facts of a file and then its problems; empty where there are none. */
export function factsInWords(reading: Reading): string {
  const { format, system, unit, geometry, written, pages, access, triangles, problems } = reading;
  const facts = [
    [format, system && `by ${tidy(system, LONGEST_NAME)}`].filter(Boolean).join(" "),
    unit,
    geometry && geometryInWords(geometry),
    written && (DAY.exec(written)?.[0] ?? tidy(written, LONGEST_NAME)),
    pages !== undefined && counted(pages, "sheet"),
    access === "limited" && "encrypted, but open to read",
    triangles !== undefined && counted(triangles, "triangle"),
  ].filter(Boolean).join(", ");
  if (problems.length === 0) return facts;
  return [facts && `${facts}.`, ...problems].filter(Boolean).join(" ");
}

/** The best that a STEP file holds. */
export function geometryInWords(geometry: NonNullable<Reading["geometry"]>): string {
  return GEOMETRY[geometry];
}

function counted(number: number, what: string): string {
  return `${number.toLocaleString("en-US")} ${what}${number === 1 ? "" : "s"}`;
}

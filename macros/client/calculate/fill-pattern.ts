/** Puts results into a pattern of the data: `{sample} of {lot}, c=0`. */

import { ownEntry } from "../text/own-entry.ts";
import type { Results } from "./entries.ts";

/** The pattern with each name in braces replaced; the data is checked, so that each name is a result. */
export function fillPattern(pattern: string, results: Results): string {
  return pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => ownEntry(results, name) ?? "");
}

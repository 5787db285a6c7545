/** The calculations by the names that templates and data know. */

import { coating } from "./coating.ts";
import type { Entries, Results } from "./entries.ts";
import { fastener } from "./fastener.ts";
import { sample } from "./sample.ts";

/** Each works its results out of what was entered, or throws a Fault. */
export const CALCULATIONS: Readonly<Record<string, (entries: Entries) => Results>> = { coating, fastener, sample };

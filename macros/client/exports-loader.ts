/** The second bundle, once it is needed. */

import { loadBundle } from "./bundle-loader.ts";
import type * as Exports from "./exports.ts";

/** The exporters, the reader of records and what else few people use. */
export function loadExports(): Promise<typeof Exports> {
  return loadBundle("guide-exports.js", "rfqGuideExports");
}

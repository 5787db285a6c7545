/** The exports bundle, once it is needed. */

import { loadBundle } from "./bundle-loader.ts";
import type * as Bundle from "./exports.ts";

/** What the exports bundle gives. */
export type Exports = typeof Bundle;

/** The exporters, the reader of records and what else few people use. */
export function loadExports(): Promise<Exports> {
  return loadBundle("guide-exports.js", "rfqGuideExports");
}

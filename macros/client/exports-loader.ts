/** Loads the second bundle when it is first needed. */

import type * as Exports from "./exports.ts";
import { loadScript } from "./scripts.ts";

type Loaded = typeof Exports;

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

/** The exporters, the reader of records and what else few people use. */
export async function loadExports(): Promise<Loaded> {
  await loadScript(new URL("guide-exports.js", here).href);
  return (globalThis as unknown as { rfqGuideExports: Loaded }).rfqGuideExports;
}

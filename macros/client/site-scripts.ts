/** What the site's own data files are as scripts, each loaded when it is first needed. */

import type { Preflight } from "./generated.ts";
import { pageAddress } from "./page.ts";
import { loadScript } from "./scripts.ts";
import type { RfqRecord } from "./types.ts";

interface Loaded { rfqGuideExamples: Record<string, RfqRecord>; rfqGuidePreflight: Preflight }

/** The worked records by name. */
export async function loadExamples(): Promise<Record<string, RfqRecord>> {
  await loadScript(pageAddress("/examples.js"));
  return (globalThis as unknown as Loaded).rfqGuideExamples;
}

/** How files are read and checked, and what is said of them. */
export async function loadPreflight(): Promise<Preflight> {
  await loadScript(pageAddress("/preflight.js"));
  return (globalThis as unknown as Loaded).rfqGuidePreflight;
}

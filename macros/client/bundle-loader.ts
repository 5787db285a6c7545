/** Loads a further bundle when it is first needed. */

import { loadScript } from "./scripts.ts";

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

/** Runs a bundle that stands beside this one. */
export function runBundle(file: string): Promise<void> {
  return loadScript(new URL(file, here).href);
}

/** What a bundle beside this one leaves under its global name. */
export async function loadBundle<Loaded>(file: string, name: string): Promise<Loaded> {
  await runBundle(file);
  return (globalThis as unknown as Record<string, Loaded>)[name]!;
}

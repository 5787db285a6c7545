/** Loads a further bundle when it is first needed. */

import { loadScript } from "./scripts.ts";

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";

/** What a bundle beside this one leaves under its global name. */
export async function loadBundle<Loaded>(file: string, name: string): Promise<Loaded> {
  await loadScript(new URL(file, here).href);
  return (globalThis as unknown as Record<string, Loaded>)[name]!;
}

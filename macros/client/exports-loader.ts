/** Loads the second bundle when it is first needed; a script element works from `file://` too, a module does not. */

import type * as Exports from "./exports.ts";

type Loaded = typeof Exports;

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";
let loading: Promise<Loaded> | undefined;

/** The exporters, the reader of records and what else few people use. */
export function loadExports(): Promise<Loaded> {
  loading ??= new Promise<Loaded>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("guide-exports.js", here).href;
    script.onload = () => resolve((globalThis as unknown as { rfqGuideExports: Loaded }).rfqGuideExports);
    script.onerror = () => {
      loading = undefined;
      reject(new Error("A part of this page could not be loaded. Check the connection and try again."));
    };
    document.head.append(script);
  });
  return loading;
}

/** Loads a script when it is first needed; a script element works from `file://` too, a module and a request do not. */

import { shared } from "./shared.ts";

/** Resolves once the script at an address has run; one that failed is tried again when it is asked for again. */
export function loadScript(address: string): Promise<void> {
  const known = shared.scripts.get(address);
  if (known) return known;
  const script = document.createElement("script");
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => {
      shared.scripts.delete(address);
      reject(new Error("A part of this page could not be loaded. Check the connection and try again."));
    };
  });
  shared.scripts.set(address, loaded);
  script.src = address;
  document.head.append(script);
  return loaded;
}

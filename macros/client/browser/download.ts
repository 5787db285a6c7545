/** Starts a download; the only module that does. */

import { make } from "./dom.ts";

/** Hands a file to the browser under a name. */
export function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after this task; a minute is long enough for all of them.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

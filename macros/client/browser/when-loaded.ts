/** Waits for a file that an element loads: a script element works from `file://` too, a module and a request do not. */

import { whyMissing } from "./missing-file.ts";

/** Resolves once the file has come, after the element is placed; one that does not come takes its element along, and says why in a sentence. */
export function whenLoaded(element: HTMLLinkElement | HTMLScriptElement, place: (element: Element) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = async () => {
      element.remove();
      reject(new Error(await whyMissing("src" in element ? element.src : element.href)));
    };
    place(element);
  });
}

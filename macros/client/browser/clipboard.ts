/** The clipboard, which a browser or a reader may forbid. */

/** Puts a text on the clipboard, and tells whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  return await navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
}

/** The clipboard, which a browser or a reader may forbid. */

/** Puts a text on the clipboard, and tells whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  return await navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
}

/** The same; what cannot be put there is selected where it is shown, ready to be copied by hand. */
export async function copyOrSelect(text: string, shown: Element): Promise<boolean> {
  const isCopied = await copyText(text);
  if (!isCopied) getSelection()!.selectAllChildren(shown);
  return isCopied;
}

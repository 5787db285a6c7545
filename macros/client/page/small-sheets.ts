/** The sheets that publishing makes for a page: the rules that it uses of the theme's whole sheets and ours. */

/** Those of this page, in their order; none where it has the whole sheets. */
export function smallSheets(): HTMLLinkElement[] {
  return [...document.querySelectorAll<HTMLLinkElement>("link[href*='theme-first']")];
}

/** The scripts of a page that stand in a template until somebody needs them. */

/** Those that the page does not have yet: made anew, since a script that was parsed in a template never runs; each that is placed runs after those before it. */
export function waitingScripts(template: HTMLTemplateElement): HTMLScriptElement[] {
  const there = new Set([...document.scripts].map(({ src }) => src));
  const scripts = [...document.importNode(template.content, true).querySelectorAll("script")].filter(({ src }) => !there.has(src));
  for (const script of scripts) script.async = false;
  return scripts;
}

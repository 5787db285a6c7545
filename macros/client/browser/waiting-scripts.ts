/** The scripts of a page that stand in a template until somebody needs them. */

/** Made anew, since a script that was parsed in a template never runs; each that is placed runs after those before it. */
export function waitingScripts(template: HTMLTemplateElement): HTMLScriptElement[] {
  const scripts = [...document.importNode(template.content, true).querySelectorAll("script")];
  for (const script of scripts) script.async = false;
  return scripts;
}

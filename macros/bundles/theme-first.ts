/** The first stylesheet of a published page: the rules of the theme that a built site and our scripts use. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PurgeCSS, type ExtractorResultDetailed } from "purgecss";

const [site, to] = process.argv.slice(2) as [string, string];
// Ours; another script of the site has words that are no classes, and search comes with the theme's whole stylesheet.
const SCRIPTS = /^(shell|home|review|guide|guide-summary|guide-exports|copy|links|near|calculate)(-[0-9a-f]{10})?\.js$/;
// What Markdown makes and no page of ours may have just now.
const MARKDOWN = "<blockquote><hr><img><ol><h5><h6>";
const VARIABLE = /(?<=var\(\s*)--md-[\w-]+/g;

/** Our folds have none of the look that the theme gives to folds; a page with another one keeps the theme's sheets. */
const FOLDS = ["details", "summary"];

/** What the tags of a page have, within templates too; its words have no rules. */
function ofHtml(html: string): ExtractorResultDetailed {
  const found: ExtractorResultDetailed = { attributes: { names: [], values: [] }, classes: [], ids: [], tags: [], undetermined: [] };
  for (const [, tag, attributes] of html.matchAll(/<([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)) {
    if (!FOLDS.includes(tag!.toLowerCase())) found.tags.push(tag!.toLowerCase());
    for (const [, name, inTwo, inOne, bare] of attributes!.matchAll(/([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
      const value = inTwo ?? inOne ?? bare ?? "";
      found.attributes.names.push(name!);
      found.attributes.values.push(value);
      if (name === "class") found.classes.push(...value.split(/\s+/));
      if (name === "id") found.ids.push(value);
    }
  }
  return found;
}

/** The words in a script's strings: any may be a tag; what is a class or an attribute of the theme says so. */
function ofScript(script: string): ExtractorResultDetailed {
  const strings = [...script.matchAll(/"([^"\\\n]*)"|'([^'\\\n]*)'|`([^`]*)`/g)].map(([, two, one, back]) => two ?? one ?? back ?? "");
  const words = strings.flatMap((each) => each.match(/[\w-]+/g) ?? []);
  const dataset = [...script.matchAll(/\.(md[A-Z]\w*)/g)].map(([, name]) => `data-${name!.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  return {
    attributes: { names: [...words.filter((word) => word.startsWith("data-md-")), ...dataset], values: [] },
    classes: words.filter((word) => /^(md-|(no-)?js$|focus-visible$)/.test(word)),
    ids: [],
    tags: words.filter((word) => !FOLDS.includes(word)),
    undetermined: [],
  };
}

const files = (folder: string, name: RegExp): string[] =>
  readdirSync(join(site, folder), { recursive: true, encoding: "utf-8" }).filter((each) => name.test(each)).sort().map((each) => join(site, folder, each));
const read = (path: string): string => readFileSync(path, "utf-8");

/** The HTML that comes with the summary's data, which is one assignment. */
function withSummary(path: string): string {
  const { markup } = JSON.parse(read(path).replace(/^[^{]*|;\s*$/g, "")) as { markup: Record<string, string> };
  return Object.values(markup).join("\n");
}

const [main, palette] = ["main", "palette"].map((name) => files("assets/stylesheets", new RegExp(`^${name}\\.[0-9a-f]+\\.min\\.css$`))[0]!);
// A supplier's colors name variables too, which the theme's rules may use.
const own = [...files("assets/stylesheets", /^guide(-[0-9a-f]{10})?\.css$/).map(read), read("overrides/assets/stylesheets/brand.css")].join("\n");
// What a supplier's settings bring into the frame, their name above all, which the site as shipped has nowhere.
const partials = readdirSync("overrides/partials").sort().map((each) => ({ raw: read(join("overrides/partials", each)), extension: "html" }));
const content = [
  { raw: MARKDOWN, extension: "html" },
  ...partials,
  ...files("", /\.html$/).map((path) => ({ raw: read(path), extension: "html" })),
  { raw: withSummary(files("", /^guide-summary-data(-[0-9a-f]{10})?\.js$/)[0]!), extension: "html" },
  ...files("assets/javascripts", SCRIPTS).map((path) => ({ raw: read(path), extension: "js" })),
];
const extractors = [{ extensions: ["html"], extractor: ofHtml }, { extensions: ["js"], extractor: ofScript }];

/** The theme's rules in use, with the variables that something asks for: these rules, ours, or such a variable itself. */
async function used(variables: Set<string>): Promise<string> {
  const css = [main!, palette!].map((path) => ({ raw: read(path) }));
  const options = { variables: true, keyframes: true, dynamicAttributes: ["hidden", "open"], safelist: { variables: [...variables] } };
  const purged = await new PurgeCSS().purge({ content, css, extractors, ...options });
  const rules = purged.map((each) => each.css.replace(/@charset "UTF-8";|\/\*[^]*?\*\//g, "")).join("\n");
  const all = new Set([...variables, ...rules.match(VARIABLE) ?? []]);
  return all.size === variables.size ? rules : used(all);
}

const name = (path: string): string => path.replace(/.*[\\/]/, "");
writeFileSync(to, `@charset "UTF-8";/* ${name(main!)} ${name(palette!)} */\n${await used(new Set(own.match(VARIABLE)))}\n`);

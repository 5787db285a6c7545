/** A document of ours as nodes of a page. */

import { type Document } from "../export/document-types.ts";
import { mainOf } from "../export/html.ts";
import { type Markup } from "../export/markup.ts";

/** What is in the document's `main`; its headings may stand some levels below that of the page they come to. */
export function documentNodes(shown: Document, levelsBelow = 0): Node[] {
  return mainOf(shown).map((markup) => nodeOf(markup, levelsBelow));
}

function nodeOf(markup: Markup, levelsBelow: number): Node {
  if (typeof markup === "string") return document.createTextNode(markup);
  const element = document.createElement(markup.tag.replace(/(?<=^h)[1-3]$/, (level) => String(Number(level) + levelsBelow)));
  for (const [name, value] of Object.entries(markup.attributes)) element.setAttribute(name, value);
  element.append(...markup.children.map((child) => nodeOf(child, levelsBelow)));
  return element;
}
